import { factProblems, type Register, type RowText, stateOf, statesOf } from '@guatu/core/fact'
import { accept, type Problem, type Result, reject } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'
import type { Feedable } from './feedable.ts'
import { recordEntries, type Writer } from './record-entries.ts'
import { chainOf, holdEntry, holdStates, type KeptEntry } from './store.ts'

export interface Correction {
  readonly entry: KeptEntry
  readonly values: RowText
  readonly because: string
  /** Why a row of this unit may not be entered, or null. */
  readonly allow: (unitId: string | null) => Problem | null
}

/**
 * Enters a later row that corrects an earlier one, and returns its id. One correction stands at a time: the next may come
 * once this one was verified (then it corrects that) or returned.
 */
export async function correctEntry(
  tx: Tx,
  writer: Writer,
  register: Register,
  { entry, values, because, allow }: Correction,
  targets: readonly Feedable[],
): Promise<Result<string>> {
  await holdStates(tx, writer.officeId)
  await holdEntry(tx, entry.id)
  const rows = await chainOf(tx, writer.officeId, entry.id)
  const states = statesOf(rows, writer.now)
  const state = stateOf(entry, rows, writer.now)
  if (state === 'corrected' || state === 'withdrawn') return reject(factProblems('fact.not_open', { state }))
  const waiting = rows.some(
    ({ id, corrects }) => corrects === entry.id && !['returned', 'withdrawn'].includes(states.get(id) ?? ''),
  )
  if (waiting) return reject(factProblems('fact.correction_waiting', {}))
  const done = await recordEntries(tx, writer, register, [values], targets, { corrects: entry, because, allow })
  const [refusal] = done.refused
  return refusal ? reject(refusal.problem) : accept(done.entries[0] ?? '')
}
