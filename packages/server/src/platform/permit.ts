import { isWithin, refusalOf, type Thing, type Within, withinOf } from '@guatu/core/office'
import { assert, type Problem } from '@guatu/core/shared'
import { asksAboutThings, type PolicyRow } from './policy.ts'
import type { Seat } from './seat.ts'

/** What a route may show or touch for whoever asks, by the route's own row. */
export interface Permits {
  /** For lists: whether a thing is one of those that this seat reaches. */
  reach(): (thing: Thing) => boolean
  /** The same for a list that the database makes. */
  within(): Within
  /** For one thing: why this seat may not do this to it, or null. A state left out is not asked about. */
  permit(thing: Thing): Problem | null
  /** For many things in one request: `permit` for each, some of which may turn out not to be there. */
  permitEach(): (thing: Thing) => Problem | null
}

/** The permits of one request, with a check that a route with narrow grants has not forgotten to ask. */
export function permitsOf(row: PolicyRow, seat: Seat): Permits & { checkAsked(): void } {
  let asked = false
  const refusal = (thing: Thing) => refusalOf(row.grants, seat, thing, { post: seat.post, what: row.label.zh })
  return {
    reach: () => {
      asked = true
      return (thing) => isWithin(row.grants, seat, thing)
    },
    within: () => {
      asked = true
      return withinOf(row.grants, seat)
    },
    permit: (thing) => {
      asked = true
      return refusal(thing)
    },
    permitEach: () => {
      asked = true
      return refusal
    },
    checkAsked: () =>
      assert(
        asked || !asksAboutThings(row),
        `${row.route} has grants for some things only and answered without asking which`,
      ),
  }
}
