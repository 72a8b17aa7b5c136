import { type Instant, instant } from '@guatu/core/shared'
import type { Database } from './db.ts'

/** Forgets requests that nobody repeats any more. */
export interface Replays {
  /** Looks now and then, beside the request that asked; what cannot be swept now is swept later. */
  sweep(officeId: string, now: Instant): void
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const keysAtOnce = 5_000

/** Removes an office's oldest keys from before this moment, so many at most, with the answers kept for them. */
const forgetKeys = (db: Database, officeId: string, before: Instant): Promise<void> =>
  db.inOffice(officeId, async (tx) => {
    const old = tx
      .selectFrom('idempotency')
      .where('officeId', '=', officeId)
      .where('at', '<', before)
      .orderBy('at')
      .limit(keysAtOnce)
      .select('key')
    await tx.deleteFrom('idempotency').where('officeId', '=', officeId).where('key', 'in', old).execute()
  })

/** The sweeper of one process: each office once an hour, while something is done there. */
export function replaysOf(db: Database, daysOn: (now: Instant) => number): Replays {
  const sweptAt = new Map<string, number>()
  return {
    sweep: (officeId, now) => {
      const at = Date.parse(now)
      if (at - (sweptAt.get(officeId) ?? Number.NEGATIVE_INFINITY) < hourMs) return
      sweptAt.set(officeId, at)
      const before = instant(new Date(at - daysOn(now) * dayMs).toISOString())
      forgetKeys(db, officeId, before).catch(() => sweptAt.delete(officeId))
    },
  }
}
