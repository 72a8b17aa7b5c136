import {
  checkMove,
  type EntryState,
  factProblems,
  type Register,
  type RowText,
  readRow,
  rowProblems,
  stateOf,
  statesOf,
} from '@guatu/core/fact'
import { accept, type Problem, type Result, reject } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'
import type { Draft, Writer } from './draft.ts'
import type { Feedable } from './feedable.ts'
import { dueNow } from './present.ts'
import { type Recording, recordDrafts } from './record-entries.ts'
import { chainOf, type KeptEntry } from './store.ts'

/** A later version of a row that somebody wants to enter. */
export interface Step {
  readonly entry: KeptEntry
  readonly values: RowText
  readonly because: string
  /** Why a row of this unit may not be entered, or null. */
  readonly allow: (unitId: string | null) => Problem | null
  readonly registers?: readonly Register[]
}

/** Why a row takes no later version now, or null: one step stands at a time. */
async function notOpen(tx: Tx, { officeId, now }: Writer, entry: KeptEntry): Promise<Problem | null> {
  const rows = await chainOf(tx, officeId, entry.id)
  const states = statesOf(rows, now)
  const state = stateOf(entry, rows, now)
  if (state === 'corrected' || state === 'withdrawn') return factProblems('fact.not_open', { state })
  return isStepWaiting(entry, rows, states) ? factProblems('fact.correction_waiting', {}) : null
}

/** Whether a later version of a row was entered that nobody sent back or took back. */
export const isStepWaiting = (
  entry: KeptEntry,
  versions: readonly KeptEntry[],
  states: ReadonlyMap<string, EntryState>,
): boolean =>
  versions.some(
    ({ id, corrects }) => corrects === entry.id && !['returned', 'withdrawn'].includes(states.get(id) ?? ''),
  )

async function enterStep(
  tx: Tx,
  writer: Writer,
  register: Register,
  draft: Draft,
  recording: Recording,
  targets: readonly Feedable[],
): Promise<Result<string>> {
  const { entries, refused } = await recordDrafts(tx, writer, register, [draft], targets, recording)
  const [refusal] = refused
  return refusal ? reject(refusal.problem) : accept(entries[0] ?? '')
}

/**
 * Enters a later row that corrects an earlier one, and returns its id. One correction stands at a time: the next may come
 * once this one was verified (then it corrects that) or returned. Where the row stands in its lifecycle does not change.
 */
export async function correctEntry(
  tx: Tx,
  writer: Writer,
  register: Register,
  { entry, values, ...recording }: Step,
  targets: readonly Feedable[],
): Promise<Result<string>> {
  const problem = await notOpen(tx, writer, entry)
  return problem
    ? reject(problem)
    : enterStep(tx, writer, register, { text: values, corrects: entry }, recording, targets)
}

const reasonLengthMin = 2

interface Moving {
  readonly values: RowText
  readonly because: string
  readonly move: string
  readonly duties: readonly string[]
}

/** The version that a move makes of a row, with what the move needs; or why it cannot be made. */
export function draftOfMove(
  { now, today }: Writer,
  register: Register,
  { entry, versions }: { readonly entry: KeptEntry; readonly versions: readonly KeptEntry[] },
  { values, because, move, duties }: Moving,
): Result<Draft> {
  const read = readRow(register, values)
  const moving = { values: { ...entry.content, ...read.values }, state: entry.status ?? '', duties, today }
  const due = dueNow(register, entry, versions, now)
  const from = due?.to && register.lifecycle?.moves[move]?.from.includes(due.to) ? due.to : moving.state
  const [first] = [...read.problems, ...checkMove(register, move, { ...moving, state: from })]
  if (first) return reject(first.problem)
  const declared = register.lifecycle?.moves[move]
  if (declared?.because && because.trim().length < reasonLengthMin)
    return reject(rowProblems('fact.reason_needed', { move: declared.label.zh }))
  return accept({ text: values, base: entry.content, corrects: entry, status: declared?.to ?? null, move })
}

/** Takes a row further in the lifecycle of its register, and returns the id of the new version. */
export async function moveEntry(
  tx: Tx,
  writer: Writer,
  register: Register,
  { entry, values, move, duties, ...recording }: Step & { readonly move: string; readonly duties: readonly string[] },
  targets: readonly Feedable[],
): Promise<Result<string>> {
  const problem = await notOpen(tx, writer, entry)
  if (problem) return reject(problem)
  const versions = await chainOf(tx, writer.officeId, entry.id)
  const { because } = recording
  const draft = draftOfMove(writer, register, { entry, versions }, { values, because, move, duties })
  return draft.ok ? enterStep(tx, writer, register, draft.value, recording, targets) : draft
}
