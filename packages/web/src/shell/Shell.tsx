import type { Me } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { onLiveChange } from '../api/live.ts'
import { m } from '../words/index.ts'
import { Navigation } from './Navigation.tsx'
import styles from './shell.module.css'
import { TopBar } from './TopBar.tsx'
import { useLostSeat, useSeat } from './use-seat.ts'

/** The frame around every screen: navigation at the left, on a phone at the foot; the bar; the screen. */
export function Shell() {
  const seat = useSeat()
  useLostSeat()
  useLiveData(seat?.office.id)
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        {m.skip_to_content()}
      </a>
      <Navigation />
      <div className={styles.side}>
        <TopBar />
        <main id="content" className={styles.content} tabIndex={-1}>
          <Seated seat={seat} />
        </main>
      </div>
    </div>
  )
}

// Where a seat is found, and where a screen on a wall is bound, which never has one.
const seatless = ['/offices', '/hang']

/** The screen; without a seat the one where a seat is found. */
function Seated({ seat }: { readonly seat: Me | null | undefined }) {
  const { pathname } = useLocation()
  return seat === null && !seatless.includes(pathname) ? <Navigate to="/offices" replace /> : <Outlet />
}

/** What somebody else has changed is asked for again, without loading the page. Each office has its own messages. */
function useLiveData(officeId: string | undefined) {
  const queries = useQueryClient()
  useEffect(() => {
    if (officeId !== undefined) return onLiveChange(() => void queries.invalidateQueries())
    return undefined
  }, [queries, officeId])
}
