import type { Entry } from '@guatu/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { attachEvidence, evidenceQuery } from '../../api/evidence.ts'
import { Button } from '../../ui/Button.tsx'
import { Drawer } from '../../ui/Dialog.tsx'
import { Empty, Loaded } from '../../ui/Loaded.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { m } from '../../words/index.ts'
import { EvidenceList, EvidencePart, picturesIn } from './EvidencePart.tsx'
import styles from './ledger.module.css'
import { useEvidence } from './use-evidence.ts'
import { useSending } from './use-sending.ts'

interface EvidenceDrawerProps {
  readonly entry: Entry
  readonly onClose: () => void
}

/** What stands behind a row, and more of it while the row waits to be verified. */
export function EvidenceDrawer({ entry, onClose }: EvidenceDrawerProps) {
  const list = useQuery(evidenceQuery(entry.id))
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
        <Loaded
          query={list}
          isEmpty={({ evidence: files }) => files.length === 0}
          empty={<Empty title={m.ledger_evidence_none()} />}
        >
          {({ evidence: files }) => <EvidenceList files={files} />}
        </Loaded>
        {mayAdd && <EvidencePart evidence={evidence} />}
      </div>
    </Drawer>
  )
}
