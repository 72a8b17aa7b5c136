import type * as contract from '@guatu/contract'
import { factProblems } from '@guatu/core/fact'
import { accept, type Day, type Instant, type Result, reject } from '@guatu/core/shared'
import { officersOf } from '../office/store.ts'
import { noteChanged } from '../platform/audit/changed.ts'
import type { Tx } from '../platform/db.ts'
import { hold, holdTogether } from '../platform/hold.ts'

/** The month of a day, `2023-06`. */
export const monthOf = (on: Day): string => on.slice(0, 7)

const held = (officeId: string): string => `months of ${officeId}`

/** The months that are locked, kept still until this transaction ends: a row is late or not, and stays so. */
export async function lockedMonths(tx: Tx, officeId: string): Promise<ReadonlySet<string>> {
  await holdTogether(tx, held(officeId))
  const rows = await tx.selectFrom('monthLock').where('officeId', '=', officeId).select('month').execute()
  return new Set(rows.map(({ month }) => month))
}

/** Every lock, the latest month first. */
export async function monthLocks(tx: Tx, officeId: string): Promise<contract.MonthLock[]> {
  const rows = await tx
    .selectFrom('monthLock')
    .where('officeId', '=', officeId)
    .select(['month', 'lockedBy', 'lockedAt'])
    .orderBy('month', 'desc')
    .execute()
  const people = new Map((await officersOf(tx, officeId)).map(({ id, name }) => [id, name]))
  return rows.map(({ month, lockedBy, lockedAt }) => ({ month, lockedAt, lockedBy: people.get(lockedBy) ?? '' }))
}

export interface Locking {
  readonly officeId: string
  readonly officerId: string
  readonly now: Instant
  readonly today: Day
}

/** Locks a month for good: it has to be over, and is locked once. */
export async function lockMonth(
  tx: Tx,
  { officeId, officerId, now, today }: Locking,
  month: string,
): Promise<Result<null>> {
  if (monthOf(today) <= month) return reject(factProblems('fact.month_running', { month }))
  await hold(tx, held(officeId))
  const known = await tx
    .selectFrom('monthLock')
    .where('officeId', '=', officeId)
    .where('month', '=', month)
    .select('month')
    .executeTakeFirst()
  if (known) return reject(factProblems('fact.month_locked', { month }))
  const lock = { month, lockedBy: officerId, lockedAt: now }
  noteChanged(tx, null, lock)
  await tx
    .insertInto('monthLock')
    .values({ officeId, ...lock })
    .execute()
  return accept(null)
}
