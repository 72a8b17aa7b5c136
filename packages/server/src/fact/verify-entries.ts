import { type EntryState, factProblems, stateOf } from '@guatu/core/fact'
import type { Problem } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'
import type { Writer } from './record-entries.ts'
import { addEvent, chainOf, holdStates, type KeptEntry } from './store.ts'

export interface Verified {
  readonly verified: number
  readonly refused: { readonly id: string; readonly problem: Problem }[]
}

/** Verifies rows one by one: nobody verifies their own, and what cannot be verified says why without stopping the rest. */
export async function verifyEntries(
  tx: Tx,
  writer: Writer,
  name: string,
  ids: readonly string[],
  permit: (entry: KeptEntry, state: EntryState) => Problem | null = () => null,
): Promise<Verified> {
  await holdStates(tx, writer.officeId)
  const refused: Verified['refused'] = []
  let verified = 0
  for (const id of [...new Set(ids)].sort()) {
    const rows = await chainOf(tx, writer.officeId, id)
    const entry = rows.find((row) => row.id === id)
    const state = entry ? stateOf(entry, rows, writer.now) : null
    const forbidden = entry && state ? permit(entry, state) : null
    if (!entry || state === null) refused.push({ id, problem: factProblems('fact.entry_unknown', {}) })
    else if (forbidden) refused.push({ id, problem: forbidden })
    else if (entry.enteredBy === writer.officerId)
      refused.push({ id, problem: factProblems('fact.same_person', { name }) })
    else if (state !== 'submitted') refused.push({ id, problem: factProblems('fact.not_open', { state }) })
    else {
      await addEvent(tx, writer.officeId, entry, {
        kind: 'verified',
        at: writer.now,
        by: writer.officerId,
        because: '',
      })
      verified += 1
    }
  }
  return { verified, refused }
}
