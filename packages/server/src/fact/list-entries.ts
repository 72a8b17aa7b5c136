import type * as contract from '@guatu/contract'
import { type EntryState, statesOf } from '@guatu/core/fact'
import type { AsOf } from '@guatu/core/shared'
import type { z } from 'zod'
import type { KeptEntry } from './store.ts'

type Query = z.output<typeof contract.entriesQuery>

export interface Page {
  readonly total: number
  readonly rows: readonly KeptEntry[]
  /** The last row of this page, where there are more; goes back as `after`. */
  readonly next: string | null
  /** How each row of the register stood at the moment looked at. */
  readonly states: ReadonlyMap<string, EntryState>
}

/** Whether a row was there on the day looked at, as known then, and is what is asked for. */
const asked =
  ({ target, text, state }: Query, states: ReadonlyMap<string, EntryState>, { on, knownAt }: AsOf) =>
  (row: KeptEntry): boolean =>
    row.trueOn <= on &&
    row.knownAt <= knownAt &&
    (!target || row.targetId === target) &&
    (!text || Object.values(row.content).some((value) => value.includes(text))) &&
    (!state || states.get(row.id) === state)

/** One page of a register, newest rows first. `reaches` says which rows the reader may see; states look at all. */
export function pageOf(
  all: readonly KeptEntry[],
  reaches: (row: KeptEntry) => boolean,
  query: Query,
  asOf: AsOf,
): Page {
  const states = statesOf(all, asOf.knownAt)
  const found = all
    .filter(reaches)
    .filter(asked(query, states, asOf))
    .sort((a, b) => (a.id < b.id ? 1 : -1))
  const start = query.after ? found.findIndex((row) => row.id === query.after) + 1 : 0
  const rows = found.slice(start, start + query.limit)
  const next = start + query.limit < found.length ? (rows.at(-1)?.id ?? null) : null
  return { total: found.length, rows, next, states }
}
