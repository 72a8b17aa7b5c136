import type { Register } from '@guatu/core/fact'
import { type Within, withinOf } from '@guatu/core/office'
import { sql } from 'kysely'
import type { Seat } from '../../platform/seat.ts'
import { mayEver } from '../access.ts'
import { all, anyOf, seenWithin } from './asked.ts'
import type { Sql } from './values.ts'

/** A register that a post may look into, and which of its rows it sees there. */
export interface OpenRegister {
  readonly register: Register
  readonly within: Within
}

export const openTo = (registers: readonly Register[], seat: Seat): readonly OpenRegister[] =>
  registers
    .filter((register) => mayEver(register, 'read', seat))
    .map((register) => ({ register, within: withinOf(register.access.read, seat) }))

/** Whether the row called `e`, of whatever register, is seen by a post; `within` is what the policy table lets it see. */
export function seenAmong(open: readonly OpenRegister[], within: Within): Sql {
  // Most registers are seen alike: the database is asked once for all of them.
  const alike = Map.groupBy(open, (one) => JSON.stringify(one.within))
  return all([
    seenWithin(within),
    anyOf(
      [...alike.values()].flatMap((some) => {
        const ids = some.map(({ register }) => register.id)
        return some
          .slice(0, 1)
          .map((one) => all([sql`e.register = any(${sql.val(ids)}::text[])`, seenWithin(one.within)]))
      }),
    ),
  ])
}
