import type { Entry, Problem } from '@guatu/contract'
import { useState } from 'react'
import { returnRows } from '../../api/registers.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextArea } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'
import { entryTitle } from './entry-title.ts'
import styles from './ledger.module.css'
import { useBatch } from './use-batch.ts'
import type { Ledger } from './use-ledger.ts'

interface BatchProps {
  readonly ledger: Ledger
  readonly entries: readonly Entry[]
  readonly onClose: () => void
}

/** Sends rows back with one reason; those that are refused stay as they were, each with its own. */
export function BatchReturn({ ledger, entries, onClose }: BatchProps) {
  const [because, setBecause] = useState('')
  const [asked, setAsked] = useState(false)
  const { run, busy, outcome } = useBatch()
  const short = because.trim().length < 2
  const refused = entries.filter(({ id }) => outcome?.refused.has(id))
  const send = async () => {
    setAsked(true)
    if (short) return
    const batch = { entries, because: because.trim(), preview: false }
    const steps = await run(() => returnRows(ledger.shape.id, batch), true)
    if (!steps) return
    toast(m.ledger_batch_done({ done: steps.done, refused: steps.refused.length }))
    if (steps.refused.length === 0) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={m.ledger_batch_return_title({ count: entries.length })}
      actions={
        <>
          <Button onClick={onClose}>{m.review_cancel()}</Button>
          <Button look="danger" busy={busy} onClick={() => void send()}>
            {m.ledger_return()}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {outcome?.problem && <ProblemNote problem={outcome.problem} />}
        {refused.map((entry) => (
          <div key={entry.id}>
            <strong>{entryTitle(ledger, entry)}</strong>
            <RefusedNote problem={outcome?.refused.get(entry.id)} />
          </div>
        ))}
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

const RefusedNote = ({ problem }: { readonly problem: Problem | undefined }) =>
  problem ? <ProblemNote problem={problem} /> : null
