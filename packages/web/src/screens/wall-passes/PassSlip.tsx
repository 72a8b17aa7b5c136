import { useEffect, useRef } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { Note } from '../../ui/ProblemNote.tsx'
import { QrCode } from '../../ui/QrCode.tsx'
import { instantWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import type { Issued } from './IssueForm.tsx'
import styles from './wall-passes.module.css'

interface SlipProps {
  readonly issued: Issued
  readonly office: { readonly id: string; readonly name: string }
  /** Until when the code waits; null as long as it is not known. */
  readonly bindBy: string | null
  readonly onDone: () => void
}

/** 大屏凭证: what is taken to the screen, on paper or by a camera. Leaving it loses the code. */
export function PassSlip({ issued: { screen, code }, office, bindBy, onDone }: SlipProps) {
  const print = useRef<HTMLButtonElement>(null)
  useEffect(() => print.current?.focus(), [])
  const page = `${location.origin}/hang`
  // What stands behind the # stays in the browser: no log of a server ever holds it.
  const link = `${page}#${office.id}.${code}`
  return (
    <Page
      title={m.wall_pass_title()}
      tools={
        <>
          <Button ref={print} look="primary" onClick={() => window.print()}>
            {m.policy_print()}
          </Button>
          <Button onClick={onDone}>{m.wall_pass_seen_it()}</Button>
        </>
      }
    >
      <div className={styles.once}>
        <Note>{m.wall_pass_once()}</Note>
      </div>
      <section className={styles.slip} aria-label={screen}>
        <p>
          {office.name} <span className={styles.name}>{screen}</span>
        </p>
        <QrCode text={link} label={m.wall_pass_picture()} />
        <dl className={styles.slipFacts}>
          <dt>{m.wall_pass_link()}</dt>
          <dd>
            <code>{link}</code>
          </dd>
          <dt>{m.wall_pass_code()}</dt>
          <dd>
            <code className={styles.code}>{code}</code>
          </dd>
        </dl>
        <p>{m.wall_pass_how({ page })}</p>
        {bindBy !== null && <p>{m.wall_pass_wait_until({ at: instantWords(bindBy) })}</p>}
      </section>
    </Page>
  )
}
