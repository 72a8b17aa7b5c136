import type { Instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Database } from '../db.ts'
import type { Budget } from './limits.ts'

/** Part of a budget that a process asks for. */
export interface Claim {
  readonly subject: string
  readonly budget: Budget
  /** The beginning of the window. */
  readonly since: Instant
  readonly part: number
  readonly max: number
}

/**
 * Takes a part of a window's budget in one statement, so that processes together never get more than `max`. Returns how
 * much there was left to take. A process whose clock is behind takes from the newest window that anybody has begun.
 */
export async function claimPart(db: Database, { subject, budget, since, part, max }: Claim): Promise<number> {
  const taken = await db.reference
    .insertInto('rate')
    .values({ subject, budget, since, taken: part })
    .onConflict((oc) =>
      oc
        .columns(['subject', 'budget'])
        .doUpdateSet({
          since: sql`greatest(rate.since, excluded.since)`,
          taken: sql`case when excluded.since > rate.since then 0 else rate.taken end + excluded.taken`,
        })
        .where(sql<boolean>`excluded.since > rate.since or rate.taken < ${max}`),
    )
    .returning('taken')
    .executeTakeFirst()
  return taken ? Math.min(part, max - (taken.taken - part)) : 0
}

/** Removes what was counted in windows before this moment. */
export async function sweepRates(db: Database, before: Instant): Promise<void> {
  await db.reference.deleteFrom('rate').where('since', '<', before).execute()
}
