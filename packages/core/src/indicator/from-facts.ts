import { type EntryState, type Fact, stateReasons, wasKnown } from '../fact/index.ts'
import { type AsOf, type Decimal, decimal, sumOf, type Words } from '../shared/index.ts'

/** A fact that was looked at, and why it counted or did not. */
export interface CountedFact {
  readonly fact: Fact
  readonly state: EntryState
  readonly counted: boolean
  readonly because: Words
}

/** 台账 and 自报 side by side: what verified rows prove, and what has been reported in all. */
export interface Tally {
  readonly verified: Decimal
  readonly reported: Decimal
  /** Rows that count. */
  readonly counted: number
  /** Rows that wait for somebody to verify them. */
  readonly unverified: number
}

/** A tally with every fact that was looked at. */
export interface TallyOfFacts extends Tally {
  readonly facts: readonly CountedFact[]
}

/** What kept sums say of a target that nobody has reported anything for. */
export const nothingTallied: Tally = { verified: decimal(0), reported: decimal(0), counted: 0, unverified: 0 }

/**
 * Adds up the facts of one target for one day as known at one moment. `states` says how every row that the facts come
 * from stood at that moment; quantities are in the target's own unit.
 */
export function tally(facts: readonly Fact[], states: ReadonlyMap<string, EntryState>, asOf: AsOf): TallyOfFacts {
  const counted = facts
    .filter((fact) => wasKnown(fact, asOf))
    .map((fact): CountedFact => {
      const state = states.get(fact.entryId) ?? 'withdrawn'
      return { fact, state, counted: state === 'verified', because: stateReasons[state] }
    })
  const sum = (states: readonly EntryState[]) =>
    sumOf(counted.filter((c) => states.includes(c.state)).map((c) => c.fact.quantity))
  return {
    verified: sum(['verified']),
    reported: sum(['verified', 'submitted']),
    counted: counted.filter((c) => c.counted).length,
    unverified: counted.filter((c) => c.state === 'submitted').length,
    facts: counted,
  }
}
