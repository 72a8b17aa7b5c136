import { type AsOf, assert, type Day, type Decimal, type Instant } from '../shared/index.ts'
import type { EvidenceClass } from './columns/value.ts'

/** What happened to a row after it was entered; never edited, in order of `at`. */
export interface EntryEvent {
  readonly kind: 'verified' | 'returned' | 'withdrawn'
  readonly at: Instant
  readonly by: string
  readonly because: string
}

/**
 * A row of a register as it was entered. A correction, and a move of the row's lifecycle, is a later version that names
 * the one before it.
 */
export interface Entry {
  readonly id: string
  /** The first version of the row: its own id where it is that. */
  readonly rootId: string
  readonly register: string
  readonly targetId: string | null
  readonly trueOn: Day
  readonly knownAt: Instant
  readonly enteredBy: string
  readonly corrects: string | null
  /** 状态: where the row stands in the lifecycle of its register; null where that has none. */
  readonly status: string | null
  /** The move that made this version; null where it was entered or corrected. */
  readonly move: string | null
  readonly events: readonly EntryEvent[]
}

/** One thing measured, said by a row. Dated twice: when it was true, and when we came to know it. */
export interface Fact {
  readonly id: string
  readonly entryId: string
  /** What it serves: a target that the row names itself, or a measure that indicators are made of. */
  readonly targetId: string | null
  readonly measure: string | null
  /** Whom or what it is about; empty where it is about nobody. */
  readonly subject: string
  /** In the canonical unit of its target, or of its measure. */
  readonly quantity: Decimal
  readonly unit: string
  /** The unit of the office that reports it. */
  readonly unitId: string | null
  /** The classes of evidence of which one is still lacking; empty when it may count. */
  readonly lacks: readonly EvidenceClass[]
  readonly trueOn: Day
  readonly knownAt: Instant
}

export type EntryState = 'submitted' | 'verified' | 'returned' | 'withdrawn' | 'corrected'

const lastEvent = (entry: Entry, knownAt: Instant): EntryEvent | undefined =>
  entry.events.filter((event) => event.at <= knownAt).at(-1)

/** How a version stands, and whether it is what is said last of its row: no later one waits or was verified. */
export interface Stand {
  readonly state: EntryState
  readonly newest: boolean
}

interface Standing extends Stand {
  /** Whether somebody has verified the row or, where it was corrected in turn, what stands in its place. */
  readonly borneOut: boolean
}

/** A row by its corrections that nobody has returned or withdrawn. */
function standingOf(entry: Entry, corrections: readonly Standing[], knownAt: Instant): Standing {
  const own = lastEvent(entry, knownAt)?.kind ?? 'submitted'
  const standing = corrections.filter(({ state }) => state !== 'returned' && state !== 'withdrawn')
  const overtaken = standing.some(({ borneOut }) => borneOut)
  const keeps = standing.length === 0 || (own === 'verified' && !overtaken)
  const newest = standing.length === 0
  return { state: keeps ? own : 'corrected', newest, borneOut: own === 'verified' || overtaken }
}

/** Rows so that each comes before those that correct it. */
function correctedFirst(rows: readonly Entry[], corrections: ReadonlyMap<string | null, readonly Entry[]>): Entry[] {
  const ids = new Set(rows.map(({ id }) => id))
  const ordered = rows.filter(({ corrects }) => corrects === null || !ids.has(corrects))
  for (const { id } of ordered) ordered.push(...(corrections.get(id) ?? []))
  return ordered
}

/**
 * How every row stood at a moment, by its id; `rows` hold every correction of them. A verified row stays verified until
 * its correction is verified too: a claim that nobody has checked does not unseat a figure that somebody has, nor does
 * a correction of that claim.
 */
export const statesOf = (rows: readonly Entry[], knownAt: Instant): ReadonlyMap<string, EntryState> =>
  new Map([...standsOf(rows, knownAt)].map(([id, { state }]) => [id, state]))

/** The same, and of each whether it is the newest of its row: what was reported of a row is what was said last. */
export function standsOf(rows: readonly Entry[], knownAt: Instant): ReadonlyMap<string, Stand> {
  const corrections = Map.groupBy(rows, ({ corrects }) => corrects)
  const found = new Map<string, Standing>()
  // Backwards, so that what became of a row's corrections is known when the row's turn comes.
  for (const row of correctedFirst(rows, corrections).reverse()) {
    const known = (corrections.get(row.id) ?? []).filter((correction) => correction.knownAt <= knownAt)
    const theirs = known.flatMap(({ id }) => found.get(id) ?? [])
    found.set(row.id, standingOf(row, theirs, knownAt))
  }
  return new Map([...found].map(([id, { state, newest }]) => [id, { state, newest }]))
}

/** How one row stood at a moment, by the rule of `statesOf`; `rows` hold it too. */
export function stateOf(entry: Entry, rows: readonly Entry[], knownAt: Instant): EntryState {
  const state = statesOf(rows, knownAt).get(entry.id)
  assert(state, `the rows that tell how row ${entry.id} stands hold the row itself`)
  return state
}

/** Whether a row was there at all for somebody who looked at that day as known then. */
export const wasKnown = (row: { trueOn: Day; knownAt: Instant }, { on, knownAt }: AsOf): boolean =>
  row.trueOn <= on && row.knownAt <= knownAt
