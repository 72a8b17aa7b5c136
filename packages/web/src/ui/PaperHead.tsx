import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../api/me.ts'
import { hasNoSeat } from '../api/problem.ts'
import { dayWords, instantWords } from '../words/dates.ts'
import { m } from '../words/index.ts'
import { officeMark } from '../words/office.ts'
import styles from './page.module.css'
import { useOnPaper } from './use-on-paper.ts'

/** What stands above a page on paper: whose it is, its mark where it is none in earnest, and the day of printing. The mark stands behind every sheet. */
export function PaperHead() {
  // Whoever is asked already; a page that needs no seat does not ask for one here.
  const { data: me, error, dataUpdatedAt } = useQuery({ ...meQuery, enabled: false })
  useOnPaper()
  if (!me || hasNoSeat(error)) return null
  // The office's own clock, which went on since it was told: a page may have stood open over night.
  const now = new Date(Date.parse(me.now) + Date.now() - dataUpdatedAt).toISOString()
  const mark = officeMark(me.office.kind)
  return (
    <>
      <div className={styles.paperHead}>
        <b>{me.office.name}</b>
        {mark !== null && <span className={styles.paperMark}>{mark}</span>}
        <span>{m.paper_head_day({ day: dayWords(instantWords(now).slice(0, 10)) })}</span>
      </div>
      {mark !== null && (
        <div className={styles.watermark} aria-hidden="true">
          {mark}
        </div>
      )}
    </>
  )
}
