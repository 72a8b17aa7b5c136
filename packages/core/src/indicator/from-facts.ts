import { type EntryState, type Fact, type Stand, stateReasons, wasKnown } from '../fact/index.ts'
import { type AsOf, type Decimal, decimal, sumOf, type Words } from '../shared/index.ts'

/** A fact that was looked at, and why it counted or did not. */
export interface CountedFact {
  readonly fact: Fact
  readonly state: EntryState
  /** Whether nothing later was said of its row. */
  readonly newest: boolean
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

// Of a row that is not there nothing stands.
const fallen: Stand = { state: 'withdrawn', newest: true }

/** What kept sums say of a target that nobody has reported anything for. */
export const nothingTallied: Tally = { verified: decimal(0), reported: decimal(0), counted: 0, unverified: 0 }

/**
 * Adds up the facts of one target for one day as known at one moment. `stands` says how every row that the facts
 * come from stood at that moment; quantities are in the target's own unit.
 */
export function tally(facts: readonly Fact[], stands: ReadonlyMap<string, Stand>, asOf: AsOf): TallyOfFacts {
  const counted = facts
    .filter((fact) => wasKnown(fact, asOf))
    .map((fact): CountedFact => {
      const { state, newest } = stands.get(fact.entryId) ?? fallen
      return { fact, state, newest, counted: state === 'verified', because: stateReasons[state] }
    })
  const sum = (isIn: (one: CountedFact) => boolean) => sumOf(counted.filter(isIn).map(({ fact }) => fact.quantity))
  return {
    verified: sum(({ state }) => state === 'verified'),
    reported: sum(({ state, newest }) => newest && (state === 'verified' || state === 'submitted')),
    counted: counted.filter((c) => c.counted).length,
    unverified: counted.filter((c) => c.state === 'submitted').length,
    facts: counted,
  }
}
