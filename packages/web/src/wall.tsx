import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { tellPrint } from './api/prints.ts'
import type { WallAsked } from './api/wall.ts'
import './ui/base.css'
import './charts/wall/page.css'
import { WallView } from './charts/wall/WallView.tsx'
import { showTheme, themeNow } from './ui/theme.ts'
import { announceLocale } from './words/index.ts'

showTheme(themeNow())
announceLocale()
addEventListener('beforeprint', () => tellPrint(location))

/** What the address asks for: `?year=2023&on=2023-06-30&known=2023-07-01T00:00:00Z`, all of it optional. */
function askedIn(search: URLSearchParams): WallAsked {
  const year = Number(search.get('year'))
  return {
    year: Number.isInteger(year) && year > 0 ? year : undefined,
    on: search.get('on') ?? undefined,
    known: search.get('known') ?? undefined,
  }
}

function WallPage() {
  const [asked, setAsked] = useState(() => askedIn(new URLSearchParams(location.search)))
  const show = (day: string | undefined) => {
    const search = new URLSearchParams(location.search)
    if (day) search.set('on', day)
    else search.delete('on')
    search.delete('known')
    const query = search.size > 0 ? `?${search}` : ''
    history.replaceState(null, '', location.pathname + query)
    setAsked(askedIn(search))
  }
  return (
    <main>
      <WallView asked={asked} onDay={show} />
    </main>
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('wall.html has an element with the id root')
createRoot(root).render(
  <StrictMode>
    <WallPage />
  </StrictMode>,
)
