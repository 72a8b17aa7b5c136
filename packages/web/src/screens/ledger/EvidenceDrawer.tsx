import type { Entry, RegisterShape } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { attachEvidence } from '../../api/evidence.ts'
import { Button } from '../../ui/Button.tsx'
import { Drawer } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { m } from '../../words/index.ts'
import { EntryEvidence } from './EntryEvidence.tsx'
import { EvidenceNeed } from './EvidenceNeed.tsx'
import { EvidencePart, picturesIn } from './EvidencePart.tsx'
import styles from './ledger.module.css'
import { useEvidence } from './use-evidence.ts'
import { useSending } from './use-sending.ts'

interface EvidenceDrawerProps {
  readonly shape: RegisterShape
  readonly entry: Entry
  readonly onCorrect: () => void
  readonly onClose: () => void
}

/** What stands behind a row, and more of it while the row waits to be verified. */
export function EvidenceDrawer({ shape, entry, onCorrect, onClose }: EvidenceDrawerProps) {
  const queries = useQueryClient()
  const evidence = useEvidence()
  const { busy, problem, send } = useSending()
  const mayAdd = entry.may.includes('withdraw') || entry.may.includes('return')
  const ids = evidence.brought.map((one) => one.id)
  const attach = () =>
    void send(
      () => attachEvidence(entry.id, ids),
      () => {
        void queries.invalidateQueries({ queryKey: ['evidence', entry.id] })
        onClose()
      },
    )
  return (
    <Drawer
      open
      onClose={onClose}
      title={m.ledger_evidence()}
      actions={
        <>
          <Button onClick={onClose}>{m.close()}</Button>
          {mayAdd && (
            <Button look="primary" busy={busy} disabled={ids.length === 0} onClick={attach}>
              {m.ledger_evidence_attach({ count: ids.length })}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.form} onPaste={(event) => void evidence.bring(picturesIn(event.clipboardData))}>
        {problem && <ProblemNote problem={problem} />}
        <EvidenceNeed entry={entry} shape={shape} onCorrect={entry.may.includes('correct') ? onCorrect : null} />
        <EntryEvidence entry={entry} shape={shape} />
        {mayAdd && shape.evidence !== null && <p className={styles.people}>{m.evidence_unclassed()}</p>}
        {mayAdd && <EvidencePart evidence={evidence} />}
      </div>
    </Drawer>
  )
}
