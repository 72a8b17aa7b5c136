import type { IssuedCode } from '@guatu/contract'
import { useEffect, useRef } from 'react'
import { useSeat } from '../../shell/use-seat.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { Note } from '../../ui/ProblemNote.tsx'
import { m } from '../../words/index.ts'
import styles from './people.module.css'

/** A slip for one person, with the code that was made. Leaving it loses the code. */
export function CodeSlip({ issued, back }: { readonly issued: IssuedCode; readonly back: () => void }) {
  const office = useSeat()?.office.name ?? ''
  const { name, loginName, code, validDays } = issued
  const print = useRef<HTMLButtonElement>(null)
  useEffect(() => print.current?.focus(), [])
  return (
    <Page
      title={m.people_account_named({ name })}
      tools={
        <>
          <Button ref={print} look="primary" onClick={() => window.print()}>
            {m.policy_print()}
          </Button>
          <Button onClick={back}>{m.roster_slips_back()}</Button>
        </>
      }
    >
      <div className={styles.tools}>
        <Note>{m.people_code_once()}</Note>
      </div>
      <section className={styles.slip} aria-label={name}>
        <p>
          {office} <span className={styles.facts}>{location.origin}</span>
        </p>
        <dl className={styles.slipFacts}>
          <dt>{m.roster_slip_account()}</dt>
          <dd className={styles.typed}>{loginName}</dd>
          <dt>{m.sign_in_code()}</dt>
          <dd className={styles.typed}>{code}</dd>
        </dl>
        <p className={styles.facts}>
          {m.roster_slip_first()} · {m.people_code_days({ days: validDays })}
        </p>
      </section>
    </Page>
  )
}
