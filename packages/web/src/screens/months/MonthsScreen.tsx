import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { may } from '../../api/me.ts'
import { monthsQuery } from '../../api/months.ts'
import { useSeat } from '../../shell/use-seat.ts'
import { Button } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { instantWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import { LockDialog } from './LockDialog.tsx'
import { monthWords } from './month-words.ts'
import styles from './months.module.css'

/** 封账: which months stand for good, and the locking of one that is over after a look at what it lacks. */
export default function MonthsScreen() {
  const me = useSeat()
  const months = useQuery(monthsQuery)
  const [locking, setLocking] = useState<string | null>(null)
  const mayLock = me !== undefined && me !== null && may(me, 'POST /api/months/:month/lock')
  return (
    <Page title={m.months_title()} says={m.months_says()}>
      <Loaded query={months}>
        {({ months: locked, open }) => (
          <>
            {mayLock && (
              <Section title={m.months_open()}>
                {open.length === 0 && <p>{m.months_open_none()}</p>}
                <ul className={styles.list}>
                  {open.map((month) => (
                    <li key={month} className={styles.row}>
                      <span className={styles.name}>{monthWords(month)}</span>
                      <Button
                        small
                        aria-label={m.months_look_named({ month: monthWords(month) })}
                        onClick={() => setLocking(month)}
                      >
                        {m.months_look()}
                      </Button>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            <Section title={m.months_locked()}>
              {locked.length === 0 && <p>{m.months_locked_none()}</p>}
              <ul className={styles.list}>
                {locked.map(({ month, lockedAt, lockedBy, late }) => (
                  <li key={month} className={styles.row}>
                    <span className={styles.name}>{monthWords(month)}</span>
                    <span>{m.months_locked_by({ name: lockedBy, at: instantWords(lockedAt) })}</span>
                    <span>{late === 0 ? m.months_late_none() : m.months_late({ count: late })}</span>
                  </li>
                ))}
              </ul>
            </Section>
          </>
        )}
      </Loaded>
      {locking && <LockDialog key={locking} month={locking} onClose={() => setLocking(null)} />}
    </Page>
  )
}
