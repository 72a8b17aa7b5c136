import type { Evidence } from '@guatu/contract'
import { evidenceAddress } from '../../api/evidence.ts'
import { Button } from '../../ui/Button.tsx'
import { FilesDrop } from '../../ui/FileButton.tsx'
import { linkClass } from '../../ui/link.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { m } from '../../words/index.ts'
import { sizeWords } from '../../words/size.ts'
import styles from './ledger.module.css'
import type { BroughtEvidence } from './use-evidence.ts'

const accepted = '.pdf,.png,.jpg,.jpeg,.webp,.doc,.docx,.xls,.xlsx,.txt,.csv,.mp4,.zip'

/** Files by their names, each to be fetched; with `onLeaveOut` each can be left out again. */
export function EvidenceList({
  files,
  onLeaveOut,
}: {
  readonly files: readonly Evidence[]
  readonly onLeaveOut?: (id: string) => void
}) {
  return (
    <ul className={styles.files} aria-label={m.ledger_evidence()}>
      {files.map((file) => (
        <li key={file.id} className={styles.file}>
          <a href={evidenceAddress(file)} download={file.name} className={linkClass}>
            {file.name}
          </a>
          <span className={styles.size}>{sizeWords(file.bytes)}</span>
          {onLeaveOut && (
            <Button small look="quiet" onClick={() => onLeaveOut(file.id)}>
              {m.ledger_evidence_leave_out({ name: file.name })}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Files for a row: chosen, dropped or pasted, several at once. What is refused says why beside what was taken. */
export function EvidencePart({ evidence }: { readonly evidence: BroughtEvidence }) {
  return (
    <div className={styles.evidence}>
      <FilesDrop
        label={m.ledger_evidence_choose()}
        hint={evidence.busy ? m.ledger_evidence_busy() : m.ledger_evidence_hint()}
        accept={accepted}
        disabled={evidence.busy}
        onFiles={(files) => void evidence.bring(files)}
      />
      {evidence.problems.map((problem) => (
        <ProblemNote key={`${problem.code} ${problem.says.zh}`} problem={problem} />
      ))}
      {evidence.brought.length > 0 && <EvidenceList files={evidence.brought} onLeaveOut={evidence.leaveOut} />}
    </div>
  )
}

/** The pictures on the clipboard; words on it stay words for the field they are pasted into. */
export const picturesIn = (data: DataTransfer): File[] =>
  [...data.files].filter((file) => file.type.startsWith('image/'))
