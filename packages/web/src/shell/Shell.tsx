import type { Me } from '@guatu/contract'
import { type Query, useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { firstRunQuery } from '../api/first-run.ts'
import { onLiveChange } from '../api/live.ts'
import { officesQuery } from '../api/offices.ts'
import { Loading } from '../ui/Loaded.tsx'
import { m } from '../words/index.ts'
import { hasChosen } from './chosen-way.ts'
import { entranceBy } from './entrance.ts'
import { Navigation } from './Navigation.tsx'
import { ledOn } from './open-screens.ts'
import styles from './shell.module.css'
import { TopBar } from './TopBar.tsx'
import { useRememberedSeat, useSendOutbox } from './use-outbox.ts'
import { useLostSeat, useSeat } from './use-seat.ts'

/** The frame around every screen: navigation at the left, on a phone at the foot; the bar; the screen. */
export function Shell() {
  const seat = useSeat()
  useLostSeat()
  useRememberedSeat()
  useSendOutbox(seat)
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

// Where a seat is found, what is to be seen on the machine itself before anybody has one, and where a screen on a wall
// is bound, which never has one.
const needNoSeat: readonly string[] = ['/offices', '/first-run', '/lan', '/hang', '/sign-in', '/sign-in/oidc']

/** The screen; without a seat the one where a seat is found; before anything was chosen the one where that is done. */
function Seated({ seat }: { readonly seat: Me | null | undefined }) {
  const { pathname, href } = useLocation()
  const isFirst = useFirstRun(seat, pathname)
  if (isFirst === undefined) return <Loading />
  if (isFirst) return <Navigate to="/first-run" replace />
  const onward = seat ? ledOn(seat, pathname) : null
  if (onward !== null) return <Navigate to={onward} replace />
  const lost = seat === null && !needNoSeat.includes(pathname)
  return lost ? <Navigate to={entranceBy(location.protocol)} search={{ back: href }} replace /> : <Outlet />
}

/**
 * Whether the way to begin has still to be chosen: there is no office on the machine that one could sit in, or the sample
 * is all there is and nobody chose it in this browser.
 */
function useFirstRun(seat: Me | null | undefined, pathname: string): boolean | undefined {
  const nowhere = pathname === '/' && seat === null && entranceBy(location.protocol) === '/offices'
  const inSample = pathname === '/' && !hasChosen() && seat?.office.sample === true && seat.offices.length === 1
  const offices = useQuery({ ...officesQuery, enabled: nowhere })
  const firstRun = useQuery({ ...firstRunQuery, enabled: inSample })
  if (nowhere) return offices.isLoading ? undefined : offices.data?.offices.length === 0
  if (inSample) return firstRun.isLoading ? undefined : firstRun.data?.formal === false
  return false
}

// What is on record each time it is asked for is asked for by a person only.
const isLive = ({ meta }: Query): boolean => meta?.live !== false

/** What somebody else has changed is asked for again, without loading the page. Each office has its own messages. */
function useLiveData(officeId: string | undefined) {
  const queries = useQueryClient()
  useEffect(() => {
    if (officeId !== undefined) return onLiveChange(() => void queries.invalidateQueries({ predicate: isLive }))
    return undefined
  }, [queries, officeId])
}
