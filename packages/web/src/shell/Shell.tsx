import { useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { onLiveChange } from '../api/live.ts'
import { m } from '../words/index.ts'
import { Navigation } from './Navigation.tsx'
import styles from './shell.module.css'
import { TopBar } from './TopBar.tsx'

/** The frame around every screen: navigation at the left, on a phone at the foot; the bar; the screen. */
export function Shell() {
  useLiveData()
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        {m.skip_to_content()}
      </a>
      <Navigation />
      <div className={styles.side}>
        <TopBar />
        <main id="content" className={styles.content} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  )
}

/** What somebody else has changed is asked for again, without loading the page. */
function useLiveData() {
  const queries = useQueryClient()
  useEffect(() => onLiveChange(() => void queries.invalidateQueries()), [queries])
}
