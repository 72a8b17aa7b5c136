import { type EntryState, factProblems, statesOf } from '@guatu/core/fact'
import type { Problem } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'
import type { Writer } from './draft.ts'
import { addEvents, entriesWithCorrections, type KeptEntry } from './store.ts'

export interface Verified {
  readonly verified: number
  readonly refused: { readonly id: string; readonly problem: Problem }[]
}

/** Verifies rows together: nobody verifies their own, and what cannot be verified says why without stopping the rest. */
export async function verifyEntries(
  tx: Tx,
  writer: Writer,
  name: string,
  ids: readonly string[],
  permit: (entry: KeptEntry, state: EntryState) => Problem | null = () => null,
): Promise<Verified> {
  const asked = [...new Set(ids)].sort()
  const rows = await entriesWithCorrections(tx, writer.officeId, asked)
  const states = statesOf(rows, writer.now)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const problemOf = (entry: KeptEntry | undefined): Problem | null => {
    const state = entry && states.get(entry.id)
    if (!entry || !state) return factProblems('fact.entry_unknown', {})
    const forbidden = permit(entry, state)
    if (forbidden) return forbidden
    if (entry.enteredBy === writer.officerId) return factProblems('fact.same_person', { name })
    return state === 'submitted' ? null : factProblems('fact.not_open', { state })
  }
  const refused: Verified['refused'] = []
  const verified: KeptEntry[] = []
  for (const id of asked) {
    const entry = byId.get(id)
    const problem = problemOf(entry)
    if (problem) refused.push({ id, problem })
    else if (entry) verified.push(entry)
  }
  const event = { kind: 'verified', at: writer.now, by: writer.officerId, because: '' } as const
  await addEvents(
    tx,
    writer.officeId,
    verified.map((entry) => ({ entry, event })),
  )
  return { verified: verified.length, refused }
}
