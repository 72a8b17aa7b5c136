import type { Problem } from '../shared/index.ts'
import { type Checkpoint, checkpointMac } from './checkpoint.ts'
import { auditProblems } from './problems.ts'
import type { AuditEntry } from './record.ts'
import { hashOf, macOf } from './seal.ts'
import { taken } from './sequence.ts'
import { rootOf } from './tree.ts'
import type { Walk } from './walk.ts'

type RecordRule = (walk: Walk, entry: AuditEntry) => Problem | null

const isWhole: RecordRule = ({ suites, line }, entry) =>
  hashOf(suites, entry.suite, entry.prevHash, entry, entry.mac) === entry.hash
    ? null
    : auditProblems('audit.altered', { seq: entry.seq, line })

const isOurs: RecordRule = ({ ends, line }, entry) =>
  entry.office === ends.office ? null : auditProblems('audit.foreign', { line })

const isSealed: RecordRule = ({ suites, key, line }, entry) =>
  key === null || macOf(suites, entry.suite, key, entry.prevHash, entry) === entry.mac
    ? null
    : auditProblems('audit.forged', { seq: entry.seq, line })

const isInPlace: RecordRule = ({ sequence, line }, { seq }) => {
  const [, place] = taken(sequence, seq)
  return place === 'next' ? null : auditProblems(`audit.${place}`, { seq, line })
}

// Where numbers are missing in between, the gap is the finding.
const isLinked: RecordRule = ({ sequence, head, line }, { seq, prevHash }) =>
  head === null || seq !== sequence.last + 1 || prevHash === head
    ? null
    : auditProblems('audit.broken_link', { seq, line })

/** What each record is held to. */
export const recordRules: readonly RecordRule[] = [isWhole, isOurs, isSealed, isInPlace, isLinked]

/** Whether the log came to what the checkpoint says, asked where the log has just reached its size. */
export function agreesWith({ suites, trees, head }: Walk, checkpoint: Checkpoint): boolean {
  const tree = trees?.get(checkpoint.suite)
  if (!tree) return true
  return rootOf(suites[checkpoint.suite], tree) === checkpoint.root && head === checkpoint.head
}

/** What is wrong with a checkpoint by itself. */
export function checkpointFault({ suites, key, ends, line }: Walk, checkpoint: Checkpoint): Problem | null {
  const { office, size, at } = checkpoint
  if (office !== ends.office) return auditProblems('audit.foreign', { line })
  if (key === null || checkpointMac(suites, key, checkpoint) === checkpoint.mac) return null
  return auditProblems('audit.checkpoint_forged', { size, at })
}
