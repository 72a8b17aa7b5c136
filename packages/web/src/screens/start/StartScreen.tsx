import type { StartPage } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../../api/me.ts'
import { startQuery } from '../../api/start.ts'
import { useAsOf, useUrl } from '../../shell/url.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { dayWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import { Cells } from './Cells.tsx'
import { Gaps } from './Gaps.tsx'
import { Ledgers } from './Ledgers.tsx'
import { Tasks } from './Tasks.tsx'
import { Watch } from './Watch.tsx'

/** 首页: what somebody has to do with, by the post in which they sit. */
export default function StartScreen() {
  const { on, known } = useAsOf()
  const [since, setSince] = useUrl('since')
  const page = useQuery(startQuery({ on, known, since }))
  const me = useQuery(meQuery)
  return (
    <Loaded query={page}>
      {(start) => (
        <Page title={m.start_title()} says={saysOf(start)} tools={<ButtonLink href="/">{m.start_to_map()}</ButtonLink>}>
          {start.watch && <Watch watch={start.watch} today={start.on} onSince={setSince} />}
          {start.mine && (
            <>
              <Ledgers mine={start.mine} mayEnter={start.on === me.data?.office.today && known === undefined} />
              <Gaps mine={start.mine} />
              <Cells cells={start.mine.cells} />
              <Tasks tasks={start.mine.tasks} />
            </>
          )}
        </Page>
      )}
    </Loaded>
  )
}

const unitsShown = 3

function saysOf({ on, mine }: StartPage): string {
  const units = mine?.units ?? []
  const named = units.slice(0, unitsShown).join('、') + (units.length > unitsShown ? '…' : '')
  return (named === '' ? '' : m.start_units({ units: named })) + m.start_as_of({ day: dayWords(on) })
}
