import { type Instant, instant, type Problem } from '@guatu/core/shared'
import type { Tx } from '../db.ts'
import type { Office } from '../office.ts'
import { wholeLog } from './entries.ts'
import { trailProblems } from './problems.ts'

const hourMs = 3_600_000

/** Where the checkpoints of an office go outside this machine, and since when; a null folder was taken away again. */
export interface Witness {
  readonly folder: string | null
  readonly since: Instant
}

const momentOf = (at: unknown): Instant => instant(new Date(at as string).toISOString())

/** The second folder in force; null where none was ever named. */
export async function witnessOf(tx: Tx, officeId: string): Promise<Witness | null> {
  const row = await tx
    .selectFrom('witness')
    .where('officeId', '=', officeId)
    .select(['folder', 'since'])
    .orderBy('since', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { folder: row.folder, since: momentOf(row.since) } : null
}

/** When a checkpoint was last seen outside this machine, and how many records it covers. */
export async function lastWitnessed(tx: Tx, officeId: string): Promise<{ size: number; at: Instant } | null> {
  const row = await tx
    .selectFrom('checkpoint')
    .where('officeId', '=', officeId)
    .where('witnessedAt', 'is not', null)
    .select(['size', 'witnessedAt'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { size: Number(row.size), at: momentOf(row.witnessedAt) } : null
}

/** The moment of the oldest record that nobody outside has; null where they have all of them. */
export async function waitingSince(tx: Tx, officeId: string): Promise<Instant | null> {
  const seen = await lastWitnessed(tx, officeId)
  const row = await wholeLog(tx)
    .where('officeId', '=', officeId)
    .where('seq', '>', String(seen?.size ?? 0))
    .select('at')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return row ? momentOf(row.at) : null
}

/**
 * Why official acts stop, or null. They do in a formal office with a second folder, once a record has waited longer than
 * allowed to be seen there. An office that never named one is warned on its page and goes on.
 */
export async function witnessStop(tx: Tx, office: Office, now: Instant, hoursMax: number): Promise<Problem | null> {
  if (office.kind !== 'formal') return null
  const witness = await witnessOf(tx, office.id)
  const waiting = await waitingSince(tx, office.id)
  if (!witness?.folder || !waiting) return null
  const sinceMs = Math.max(Date.parse(waiting), Date.parse(witness.since))
  if (Date.parse(now) - sinceMs < hoursMax * hourMs) return null
  const since = new Date(sinceMs).toISOString()
  return trailProblems('audit.witness_missing', { hours: hoursMax, since, folder: witness.folder })
}
