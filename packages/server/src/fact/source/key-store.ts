import { type Instant, instant } from '@guatu/core/shared'
import { noteChanged } from '../../platform/audit/changed.ts'
import type { Tx } from '../../platform/db.ts'
import { momentOf } from './store.ts'

export interface KeptKey {
  readonly id: string
  readonly systemId: string
  readonly issuedBy: string
  readonly issuedAt: Instant
  readonly untilAt: Instant | null
  readonly lastSeenAt: Instant | null
  readonly revokedBy: string | null
  readonly revokedAt: Instant | null
}

const keys = (tx: Tx, officeId: string) =>
  tx
    .selectFrom('sourceKey')
    .where('officeId', '=', officeId)
    .select(['id', 'systemId', 'issuedBy', 'issuedAt', 'untilAt', 'lastSeenAt', 'revokedBy', 'revokedAt'])

type KeyRow = Awaited<ReturnType<ReturnType<typeof keys>['execute']>>[number]

const keyFrom = (row: KeyRow): KeptKey => ({
  ...row,
  issuedAt: instant(new Date(row.issuedAt).toISOString()),
  untilAt: momentOf(row.untilAt),
  lastSeenAt: momentOf(row.lastSeenAt),
  revokedAt: momentOf(row.revokedAt),
})

/** Newest first. */
export const keysOf = async (tx: Tx, officeId: string): Promise<KeptKey[]> =>
  (await keys(tx, officeId).orderBy('issuedAt', 'desc').orderBy('id', 'desc').execute()).map(keyFrom)

export async function keyWith(tx: Tx, officeId: string, keyHash: string): Promise<KeptKey | null> {
  const row = await keys(tx, officeId).where('keyHash', '=', keyHash).executeTakeFirst()
  return row ? keyFrom(row) : null
}

/** Adds a key; those that were in force hold beside it until a moment. */
export async function addKey(
  tx: Tx,
  officeId: string,
  key: Pick<KeptKey, 'id' | 'systemId' | 'issuedBy' | 'issuedAt'> & { readonly keyHash: string },
  overlapUntil: Instant,
): Promise<void> {
  const inForce = await keys(tx, officeId)
    .where('systemId', '=', key.systemId)
    .where('untilAt', 'is', null)
    .where('revokedAt', 'is', null)
    .execute()
  for (const one of inForce.map(keyFrom)) noteChanged(tx, one, { ...one, untilAt: overlapUntil })
  const { keyHash: _, ...added } = key
  noteChanged(tx, null, added)
  await tx
    .updateTable('sourceKey')
    .set({ untilAt: overlapUntil })
    .where('officeId', '=', officeId)
    .where('systemId', '=', key.systemId)
    .where('untilAt', 'is', null)
    .where('revokedAt', 'is', null)
    .execute()
  await tx
    .insertInto('sourceKey')
    .values({ officeId, ...key })
    .execute()
}

export async function seeKey(tx: Tx, officeId: string, id: string, now: Instant): Promise<void> {
  await tx
    .updateTable('sourceKey')
    .set({ lastSeenAt: now })
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .execute()
}

/** Takes a key back; who did so first stays on record. False where there is no such key. */
export async function revokeKey(tx: Tx, officeId: string, id: string, by: string, now: Instant): Promise<boolean> {
  const found = await keys(tx, officeId).where('id', '=', id).executeTakeFirst()
  if (!found) return false
  if (found.revokedAt !== null) return true
  const kept = keyFrom(found)
  noteChanged(tx, kept, { ...kept, revokedBy: by, revokedAt: now })
  await tx
    .updateTable('sourceKey')
    .set({ revokedBy: by, revokedAt: now })
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .execute()
  return true
}
