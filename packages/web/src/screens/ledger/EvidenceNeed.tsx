import type { Entry, RegisterShape } from '@guatu/contract'
import { Button } from '../../ui/Button.tsx'
import { AskedClasses } from '../../ui/columns/AskedClasses.tsx'
import { isProved } from '../../ui/columns/evidence-classes.ts'
import { Note } from '../../ui/ProblemNote.tsx'
import { m, say } from '../../words/index.ts'
import styles from './ledger.module.css'

interface NeedProps {
  readonly entry: Entry
  readonly shape: RegisterShape
  /** Opens the form in which it is put right; null where whoever looks may not. */
  readonly onCorrect: (() => void) | null
}

/** What proof a row still needs before it counts, or that it has enough. */
export function EvidenceNeed({ entry, shape, onCorrect }: NeedProps) {
  const column = shape.columns.find(({ id }) => id === shape.evidence)
  if (!column) return null
  if (isProved(entry.values[column.id] ?? '', column.classes))
    return <p className={styles.people}>{m.evidence_there()}</p>
  return (
    <Note>
      <AskedClasses says={m.evidence_lacking()} asked={column.classes} />
      {onCorrect && (
        <p className={styles.need}>
          {m.evidence_lacking_next({ column: say(column.label) })}{' '}
          <Button small onClick={onCorrect}>
            {m.ledger_correct()}
          </Button>
        </p>
      )}
    </Note>
  )
}
