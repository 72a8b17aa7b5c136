import type { AuditCheckpoints } from '@guatu/contract'
import { Note } from '../../ui/ProblemNote.tsx'
import { instantWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import styles from './checkpoints.module.css'

type Witness = AuditCheckpoints['witness']

/** How things stand with what sees the checkpoints outside this machine, and what to do where nothing does. */
export function WitnessNote({ witness }: { readonly witness: Witness }) {
  return (
    <div className={styles.banner}>
      <Note tone={witness.folder === null || witness.stopped ? 'ink' : 'plain'}>{words(witness)}</Note>
    </div>
  )
}

function words({ folder, lastAt, waitingSince, hoursMax, stopped }: Witness): string {
  if (folder === null) return m.witness_none()
  const seen = lastAt === null ? m.witness_never() : m.witness_last({ at: instantWords(lastAt) })
  const where = m.witness_folder({ folder })
  if (stopped) return `${where}${seen}${m.witness_stopped({ hours: hoursMax })}`
  return `${where}${seen}${waitingSince === null ? m.witness_all() : m.witness_waiting({ at: instantWords(waitingSince) })}`
}
