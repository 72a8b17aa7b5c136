import type { CodeSlip, FormalOffice } from '@guatu/contract'
import { useBlocker } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { dayWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import styles from './first-run.module.css'
import { LanGuide } from './LanGuide.tsx'

/** What is handed over once the office works in earnest: three slips, and how the others get in. */
export function Begun({ begun }: { readonly begun: FormalOffice }) {
  const { name, slips, codesUntil, lan } = begun
  const [handed, setHanded] = useState(false)
  return (
    <Page
      ofMachine
      title={m.formal_done({ name })}
      says={m.formal_done_says()}
      tools={<Button onClick={() => print()}>{m.formal_print()}</Button>}
    >
      <ul className={styles.slips}>
        {slips.map((slip) => (
          <Slip key={slip.side} slip={slip} office={name} until={codesUntil.slice(0, 10)} address={lan.addresses[0]} />
        ))}
      </ul>
      <div className={styles.handed}>
        <Checkbox label={m.formal_handed()} checked={handed} onChange={setHanded} />
      </div>
      <p className={styles.note}>{m.formal_lost({ name })}</p>
      <Section title={m.lan_title()}>
        <LanGuide lan={lan} />
      </Section>
      {!handed && <HeldHere />}
    </Page>
  )
}

/** Asks before the page is left in any way: what stands on it is shown nowhere else. */
function HeldHere() {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => true,
    enableBeforeUnload: true,
    withResolver: true,
  })
  return (
    <Dialog
      open={status === 'blocked'}
      onClose={() => reset?.()}
      title={m.formal_leave_title()}
      says={m.formal_leave_says()}
      actions={
        <>
          <Button onClick={proceed}>{m.formal_leave()}</Button>
          <Button look="primary" onClick={reset}>
            {m.formal_stay()}
          </Button>
        </>
      }
    />
  )
}

interface SlipProps {
  readonly slip: CodeSlip
  readonly office: string
  readonly until: string
  readonly address: string | undefined
}

function Slip({ slip, office, until, address }: SlipProps) {
  return (
    <li className={styles.slip}>
      <h2>
        {office}　{m.slip_title()}
      </h2>
      <p>
        {slip.post}　<b>{slip.name}</b>
      </p>
      <dl>
        <dt>{m.slip_login()}</dt>
        <dd>{slip.loginName}</dd>
        <dt>{m.slip_code()}</dt>
        <dd className={styles.code}>{slip.code}</dd>
        {address !== undefined && (
          <>
            <dt>{m.lan_address()}</dt>
            <dd>{address}</dd>
          </>
        )}
      </dl>
      <p>{m.slip_how()}</p>
      <p>{m.slip_until({ day: dayWords(until) })}</p>
    </li>
  )
}
