import type { Problem } from '../shared/index.ts'
import type { Checkpoint } from './checkpoint.ts'
import { type LogEnds, type LogLine, readLine } from './lines.ts'
import { auditProblems } from './problems.ts'
import type { AuditEntry } from './record.ts'
import { agreesWith, checkpointFault, recordRules } from './rules.ts'
import { taken } from './sequence.ts'
import { type CheckNeeds, grownTrees, type Walk, walkOf, withCheckpoint } from './walk.ts'

/** What came of a check: the log is whole where nothing was found. */
export interface Checked {
  /** Null where the file does not begin as a log does. */
  readonly office: string | null
  readonly records: number
  readonly beforeChain: number
  readonly withKey: boolean
  readonly findings: readonly Problem[]
}

type Step = readonly [Walk, readonly Problem[]]

const only = (problem: Problem | null): readonly Problem[] => (problem ? [problem] : [])

const reached = (walk: Walk): Problem[] =>
  (walk.checkpoints.get(walk.sequence.last) ?? [])
    .filter((checkpoint) => !agreesWith(walk, checkpoint))
    .map(({ size, at }) => auditProblems('audit.other_history', { size, at }))

function overRecord(walk: Walk, entry: AuditEntry, rules: typeof recordRules): Step {
  const found = rules.flatMap((rule) => only(rule(walk, entry)))
  const isAltered = found.some(({ code }) => code === 'audit.altered')
  // An altered record is taken for the one that belongs there: its own number may be what was altered.
  const [sequence, place] = taken(walk.sequence, isAltered ? walk.sequence.last + 1 : entry.seq)
  const records = walk.records + 1
  if (place !== 'next') return [{ ...walk, records, trees: null }, found]
  const isRun = sequence.last === walk.sequence.last + 1
  const trees = found.length === 0 && isRun ? grownTrees(walk, entry.hash) : null
  const after = { ...walk, records, sequence, head: isAltered ? null : entry.hash, trees }
  return [after, [...found, ...reached(after)]]
}

function overCheckpoint(walk: Walk, checkpoint: Checkpoint): Step {
  const fault = checkpointFault(walk, checkpoint)
  return fault ? [walk, [fault]] : [withCheckpoint(walk, checkpoint), []]
}

// A line that cannot be read stands where a record stood.
function overNothing(walk: Walk): Step {
  const [sequence] = taken(walk.sequence, walk.sequence.last + 1)
  return [{ ...walk, sequence, head: null, trees: null }, [auditProblems('audit.unreadable', { line: walk.line })]]
}

const closes = ({ ends, records }: Walk, value: LogEnds & { readonly records: number }): boolean =>
  value.office === ends.office && value.beforeChain === ends.beforeChain && value.records === records

function over(before: Walk, line: LogLine | null, rules: typeof recordRules): Step {
  const walk = { ...before, line: before.line + 1, isClosed: false }
  if (line?.kind === 'record') return overRecord(walk, line.value, rules)
  if (line?.kind === 'checkpoint' && walk.records === 0) return overCheckpoint(walk, line.value)
  if (line?.kind === 'end') return [{ ...walk, isClosed: closes(walk, line.value) }, []]
  return overNothing(walk)
}

function atEnd({ sequence, checkpoints, isClosed }: Walk): Problem[] {
  const gaps = sequence.missing.map((hole) => auditProblems('audit.gap', hole))
  const size = [...checkpoints.keys()].reduce((largest, one) => Math.max(largest, one), 0)
  const cut = size > sequence.last ? [auditProblems('audit.cut', { size, found: sequence.last })] : []
  return [...gaps, ...cut, ...(isClosed ? [] : [auditProblems('audit.unended', {})])]
}

function begun(needs: CheckNeeds, ends: LogEnds): [Walk, Problem[]] {
  const findings: Problem[] = []
  let walk = walkOf(needs, ends)
  for (const checkpoint of needs.checkpoints) {
    const [after, found] = overCheckpoint(walk, checkpoint)
    walk = after
    findings.push(...found)
  }
  return [walk, findings]
}

const read = (text: string | null): LogLine | null => (text === null ? null : readLine(text))

/**
 * Checks an exported log, line by line; null stands for a line that is no text. Needs nothing but the file, and finds
 * every record changed, taken out, moved, doubled or not of the key, and a tail cut off or a history rewritten where a
 * checkpoint knows better. `rules` are there so that a test can leave one out.
 */
export function checkLog(lines: Iterable<string | null>, needs: CheckNeeds, rules = recordRules): Checked {
  const rest = lines[Symbol.iterator]()
  const opening = read(rest.next().value ?? null)
  if (opening?.kind !== 'log') {
    const findings = [auditProblems('audit.unreadable', { line: 1 })]
    return { office: null, records: 0, beforeChain: 0, withKey: false, findings }
  }
  const [start, findings] = begun(needs, opening.value)
  let walk = start
  for (let next = rest.next(); !next.done; next = rest.next()) {
    const [after, found] = over(walk, read(next.value), rules)
    walk = after
    findings.push(...found)
  }
  const { ends, records, key } = walk
  return { ...ends, records, withKey: key !== null, findings: [...findings, ...atEnd(walk)] }
}
