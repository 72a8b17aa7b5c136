import type { Entry } from '@guatu/contract'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ConflictChoices, ConflictPanel } from '../../ui/forms/ConflictPanel.tsx'
import { useForget, useKept, useRestored } from '../../ui/forms/use-kept.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextArea } from '../../ui/TextField.tsx'
import { m } from '../../words/index.ts'
import { comparedFate } from './compared.ts'
import styles from './ledger.module.css'
import type { Ledger } from './use-ledger.ts'
import { useSending } from './use-sending.ts'

const fates = { return: 'returned', withdraw: 'withdrawn' } as const

/** Asks for the reason of what takes a row out of the count. */
export function BecauseDialog({
  form,
  title,
  action,
  act,
  entry,
  ledger,
  send: sendIt,
  onSent,
  onClose,
}: {
  /** Names the form, so that what was typed finds it again. */
  readonly form: string
  readonly title: string
  readonly action: string
  readonly act: 'return' | 'withdraw'
  /** The row as it was when this was opened. */
  readonly entry: Entry
  readonly ledger: Ledger
  /** `standing` is the row that was shown since, where somebody else was faster. */
  readonly send: (because: string, standing?: Entry) => Promise<unknown>
  /** What follows instead of closing, where sending was not the end of it. */
  readonly onSent?: () => void
  readonly onClose: () => void
}) {
  const [because, setBecause] = useKept(form, 'because', () => '')
  const forget = useForget(form)
  const restored = useRestored(form)
  const forgetting = (then: () => void) => () => {
    forget()
    then()
  }
  const close = forgetting(onClose)
  const [asked, setAsked] = useState(false)
  const { busy, problem, conflict, standing, send } = useSending()
  const maySendAgain = standing?.may.includes(act) ?? false
  const short = because.trim().length < 2
  const submit = () => {
    setAsked(true)
    if (!short) void send(() => sendIt(because.trim(), standing), forgetting(onSent ?? onClose))
  }
  return (
    <Dialog
      restored={restored}
      open
      onClose={close}
      title={title}
      actions={
        conflict ? (
          <ConflictChoices onNow={close} mine={maySendAgain ? { busy, onClick: submit } : null} />
        ) : (
          <>
            <Button onClick={close}>{m.review_cancel()}</Button>
            <Button look="danger" busy={busy} onClick={submit}>
              {action}
            </Button>
          </>
        )
      }
    >
      <div className={styles.form}>
        {conflict && (
          <ConflictPanel
            conflict={conflict}
            compared={standing ? comparedFate(ledger, { entry, wanted: fates[act], because, now: standing }) : []}
            maySendAgain={maySendAgain}
          />
        )}
        {problem && !conflict && <ProblemNote problem={problem} />}
        <TextArea
          label={m.ledger_because()}
          required
          value={because}
          onChange={setBecause}
          maxLength={300}
          error={asked && short ? m.ledger_because_needed() : undefined}
        />
      </div>
    </Dialog>
  )
}
