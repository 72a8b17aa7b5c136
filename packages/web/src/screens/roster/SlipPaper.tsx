import type { SlipSheets } from '@guatu/contract'
import { useEffect, useRef } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Note } from '../../ui/ProblemNote.tsx'
import { dayWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import type { Printing } from './printing.ts'
import styles from './slips.module.css'

type Sheet = SlipSheets['sheets'][number]

/** 账号条: what is printed, a sheet for each unit, to be cut along dashed lines. Leaving it loses the codes. */
export function SlipPaper({ printing, back }: { readonly printing: Printing; readonly back: () => void }) {
  const { made, address } = printing
  const print = useRef<HTMLButtonElement>(null)
  useEffect(() => print.current?.focus(), [])
  return (
    <div className={styles.paper}>
      <div className={styles.tools}>
        <h1 className={styles.title}>{m.roster_slips()}</h1>
        <Button ref={print} look="primary" onClick={() => window.print()}>
          {m.roster_slips_print()}
        </Button>
        <Button onClick={back}>{m.roster_slips_back()}</Button>
        <Note>{m.roster_slips_says()}</Note>
        {made.withoutAccount.length > 0 && (
          <Note>{m.roster_slips_without({ names: made.withoutAccount.join('、') })}</Note>
        )}
      </div>
      {made.sheets.map((sheet) => (
        <SheetOfSlips key={sheet.unit} sheet={sheet} made={made} address={address} />
      ))}
    </div>
  )
}

function SheetOfSlips({
  sheet: { unit, slips },
  made: { office, validUntil },
  address,
}: {
  readonly sheet: Sheet
  readonly made: SlipSheets
  readonly address: string
}) {
  return (
    <section className={styles.sheet}>
      <h2 className={styles.unit}>{m.roster_slip_sheet({ office, unit })}</h2>
      <p className={styles.count}>{m.roster_slip_count({ count: slips.length })}</p>
      <ul className={styles.slips}>
        {slips.map(({ name, post, account, code }) => (
          <li key={account} className={styles.slip}>
            <p className={styles.head}>
              <span className={styles.name}>{name}</span>
              <span>
                {unit} · {post}
              </span>
            </p>
            <p className={styles.office}>
              {office} <span className={styles.address}>{address}</span>
            </p>
            <dl className={styles.facts}>
              <dt>{m.roster_slip_account()}</dt>
              <dd className={styles.typed}>{account}</dd>
              <dt>{m.roster_slip_code()}</dt>
              <dd className={styles.typed}>{code}</dd>
            </dl>
            <p className={styles.foot}>
              {m.roster_slip_first()} · {m.roster_slip_until({ day: dayWords(validUntil) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
