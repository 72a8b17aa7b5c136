import type * as contract from '@guatu/contract'
import { type EntryState, factProblems, isText, statesOf } from '@guatu/core/fact'
import { type AsOf, accept, type Result, reject } from '@guatu/core/shared'
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
    (!text || Object.values(row.content).some((value) => isText(value) && value.includes(text))) &&
    (!state || states.get(row.id) === state)

/**
 * One page of a register, newest rows first. `reaches` says which rows the reader may see; states look at all. Refuses
 * to go on after a row that is not there for the reader.
 */
export function pageOf(
  all: readonly KeptEntry[],
  reaches: (row: KeptEntry) => boolean,
  query: Query,
  asOf: AsOf,
): Result<Page> {
  const { after, limit } = query
  const seen = all.filter(reaches)
  if (after !== undefined && !seen.some(({ id }) => id === after)) return reject(factProblems('fact.entry_unknown', {}))
  const states = statesOf(all, asOf.knownAt)
  const found = seen.filter(asked(query, states, asOf)).sort((a, b) => (a.id < b.id ? 1 : -1))
  // By the order of the rows, not by its place among them: the last row of a page may be verified in the meantime.
  const left = after === undefined ? found : found.filter(({ id }) => id < after)
  const rows = left.slice(0, limit)
  const next = limit < left.length ? (rows.at(-1)?.id ?? null) : null
  return accept({ total: found.length, rows, next, states })
}
