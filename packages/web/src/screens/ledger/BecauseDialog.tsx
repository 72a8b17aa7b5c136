import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useForget, useKept } from '../../ui/forms/use-kept.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextArea } from '../../ui/TextField.tsx'
import { m } from '../../words/index.ts'
import styles from './ledger.module.css'
import { useSending } from './use-sending.ts'

/** Asks for the reason of what takes a row out of the count. */
export function BecauseDialog({
  form,
  title,
  action,
  send: act,
  onClose,
}: {
  /** Names the form, so that what was typed finds it again. */
  readonly form: string
  readonly title: string
  readonly action: string
  readonly send: (because: string) => Promise<unknown>
  readonly onClose: () => void
}) {
  const [because, setBecause] = useKept(form, 'because', () => '')
  const forget = useForget(form)
  const close = () => {
    forget()
    onClose()
  }
  const [asked, setAsked] = useState(false)
  const { busy, problem, send } = useSending()
  const short = because.trim().length < 2
  const submit = () => {
    setAsked(true)
    if (!short) void send(() => act(because.trim()), close)
  }
  return (
    <Dialog
      open
      onClose={close}
      title={title}
      actions={
        <>
          <Button onClick={close}>{m.review_cancel()}</Button>
          <Button look="danger" busy={busy} onClick={submit}>
            {action}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {problem && <ProblemNote problem={problem} />}
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
