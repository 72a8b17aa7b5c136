import type { EntryState, EvidenceClass } from '../fact/index.ts'
import type { Day, Decimal, Instant } from '../shared/index.ts'

/** A fact of a measure as it stood at the moment looked at. */
export interface SeenFact {
  readonly id: string
  readonly entryId: string
  readonly measure: string
  /** Whom or what it is about; empty where it does not say. */
  readonly subject: string
  readonly quantity: Decimal
  readonly trueOn: Day
  readonly knownAt: Instant
  /** The classes of evidence it still lacks. */
  readonly lacks: readonly EvidenceClass[]
  readonly state: EntryState
  /** Whether nothing later was said of its row: a figure that was verified is not reported any more when another waits. */
  readonly newest: boolean
  /** Whether a community reports it, and not the office as a whole. */
  readonly ofCommunity: boolean
}

/** Which facts are believed: those that somebody has verified, or also those only reported. */
export type Trust = 'verified' | 'reported'

/** Whether a fact is there to be looked at, also one beside which a later one waits. */
export const isStanding = ({ state, lacks }: SeenFact, trust: Trust): boolean =>
  lacks.length === 0 && (state === 'verified' || (trust === 'reported' && state === 'submitted'))

export const isBelieved = (fact: SeenFact, trust: Trust): boolean =>
  isStanding(fact, trust) && (trust === 'verified' || fact.newest)

/** Days from and to, both in; without a beginning, ever. */
export interface Window {
  readonly from: Day | null
  readonly to: Day
}

export const inWindow = ({ trueOn }: { readonly trueOn: Day }, { from, to }: Window): boolean =>
  trueOn <= to && (from === null || trueOn >= from)

/** What the facts of a measure add up to in a window. `rows` may be 0 while `sum` is nought: silence is no nought. */
export interface Summed {
  readonly sum: Decimal
  /** How many facts; those that take away are taken away. */
  readonly count: Decimal
  readonly rows: number
}

/** Where a tree reads: kept sums, single facts by an index, and what belongs to the office. */
export interface Figures {
  readonly summed: (measure: string, window: Window, trust: Trust) => Summed
  readonly facts: (measure: string) => readonly SeenFact[]
  readonly communities: readonly string[]
}
