import type { AsOf, Day, Decimal, Instant } from '../shared/index.ts'

/** What happened to a row after it was entered; never edited, in order of `at`. */
export interface EntryEvent {
  readonly kind: 'verified' | 'returned' | 'withdrawn'
  readonly at: Instant
  readonly by: string
  readonly because: string
}

/** A row of a register as it was entered. A correction is a later row that names the earlier one. */
export interface Entry {
  readonly id: string
  readonly register: string
  readonly targetId: string | null
  readonly trueOn: Day
  readonly knownAt: Instant
  readonly enteredBy: string
  readonly corrects: string | null
  readonly events: readonly EntryEvent[]
}

/** One thing measured, said by a row. Dated twice: when it was true, and when we came to know it. */
export interface Fact {
  readonly id: string
  readonly entryId: string
  readonly targetId: string
  /** In the canonical unit of its target. */
  readonly quantity: Decimal
  readonly unit: string
  readonly trueOn: Day
  readonly knownAt: Instant
}

export type EntryState = 'submitted' | 'verified' | 'returned' | 'withdrawn' | 'corrected'

const lastEvent = (entry: Entry, knownAt: Instant): EntryEvent | undefined =>
  entry.events.filter((event) => event.at <= knownAt).at(-1)

/** Whether somebody has verified a row or, where that was corrected in turn, what stands in its place. */
const isBorneOut = (entry: Entry, rows: readonly Entry[], knownAt: Instant): boolean =>
  lastEvent(entry, knownAt)?.kind === 'verified' ||
  correctionsOf(entry, rows, knownAt).some((row) => isBorneOut(row, rows, knownAt))

/** The corrections of a row that nobody has returned or withdrawn. */
const correctionsOf = (entry: Entry, rows: readonly Entry[], knownAt: Instant): Entry[] =>
  rows.filter(
    (row) =>
      row.corrects === entry.id &&
      row.knownAt <= knownAt &&
      !['returned', 'withdrawn'].includes(stateOf(row, rows, knownAt)),
  )

/**
 * How a row stood at a moment. A verified row stays verified until its correction is verified too: a claim that nobody
 * has checked does not unseat a figure that somebody has, nor does a correction of that claim.
 */
export function stateOf(entry: Entry, rows: readonly Entry[], knownAt: Instant): EntryState {
  const own = lastEvent(entry, knownAt)?.kind ?? 'submitted'
  const standing = correctionsOf(entry, rows, knownAt)
  if (standing.length === 0) return own
  return own === 'verified' && !standing.some((row) => isBorneOut(row, rows, knownAt)) ? own : 'corrected'
}

/** Whether a row was there at all for somebody who looked at that day as known then. */
export const wasKnown = (row: { trueOn: Day; knownAt: Instant }, { on, knownAt }: AsOf): boolean =>
  row.trueOn <= on && row.knownAt <= knownAt
