import { sql } from 'kysely'
import type { Tx } from './db.ts'

/**
 * Lets one change of the named thing in at a time; the next waits until this transaction has ended. What the change
 * builds on is read only afterwards: a row read before the wait may be out of date by its end.
 */
export const hold = async (tx: Tx, name: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx)
}

/** Stays out of the way of others like it, and waits for whoever holds the same name alone, who waits for it. */
export const holdTogether = async (tx: Tx, name: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${name}, 0))`.execute(tx)
}

/** A thing to be held, alone or together with others who do not hold it alone. */
export interface Held {
  readonly name: string
  readonly alone: boolean
}

/** Holds several things, in this order, in one way there and back. */
export const holdAll = async (tx: Tx, things: readonly Held[]): Promise<void> => {
  const locks = things.map(({ name, alone }) =>
    alone
      ? sql`pg_advisory_xact_lock(hashtextextended(${name}, 0))`
      : sql`pg_advisory_xact_lock_shared(hashtextextended(${name}, 0))`,
  )
  await sql`select ${sql.join(locks)}`.execute(tx)
}
