import type { Day, Instant } from '@guatu/core/shared'
import type { Tx } from '../../platform/db.ts'

/** One pass as it is kept, without what opens it. */
export interface KeptPass {
  readonly id: string
  readonly screen: string
  readonly unitId: string
  readonly issuedBy: string
  readonly issuedAt: string
  readonly bindBy: string
  readonly untilDay: string | null
  readonly boundAt: string | null
  readonly lastSeenAt: string | null
  readonly revokedBy: string | null
  readonly revokedAt: string | null
}

const passes = (tx: Tx, officeId: string) =>
  tx
    .selectFrom('wallPass')
    .where('officeId', '=', officeId)
    .select([
      'id',
      'screen',
      'unitId',
      'issuedBy',
      'issuedAt',
      'bindBy',
      'untilDay',
      'boundAt',
      'lastSeenAt',
      'revokedBy',
      'revokedAt',
    ])

/** Newest first. */
export const passesOf = (tx: Tx, officeId: string): Promise<KeptPass[]> =>
  passes(tx, officeId).orderBy('issuedAt', 'desc').orderBy('id', 'desc').execute()

export const passOfSecret = (tx: Tx, officeId: string, secretHash: string): Promise<KeptPass | undefined> =>
  passes(tx, officeId).where('secretHash', '=', secretHash).executeTakeFirst()

export const passOfCode = (tx: Tx, officeId: string, codeHash: string): Promise<KeptPass | undefined> =>
  passes(tx, officeId).where('codeHash', '=', codeHash).executeTakeFirst()

export interface NewPass {
  readonly id: string
  readonly screen: string
  readonly unitId: string
  readonly issuedBy: string
  readonly issuedAt: Instant
  readonly bindBy: Instant
  readonly untilDay: Day | null
  readonly codeHash: string
}

export async function addPass(tx: Tx, officeId: string, pass: NewPass): Promise<void> {
  await tx
    .insertInto('wallPass')
    .values({ officeId, ...pass })
    .execute()
}

/** Gives the pass to a browser, if none has it yet. Of many at once exactly one hears true. */
export async function bindPass(
  tx: Tx,
  officeId: string,
  id: string,
  secretHash: string,
  now: Instant,
): Promise<boolean> {
  const bound = await tx
    .updateTable('wallPass')
    .set({ secretHash, boundAt: now, lastSeenAt: now })
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .where('boundAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('bindBy', '>', now)
    .executeTakeFirst()
  return bound.numUpdatedRows === 1n
}

export async function seePass(tx: Tx, officeId: string, id: string, now: Instant): Promise<void> {
  await tx
    .updateTable('wallPass')
    .set({ lastSeenAt: now })
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .execute()
}

/** Takes the pass back; who did so first stays on record. False where there is no such pass. */
export async function revokePass(tx: Tx, officeId: string, id: string, by: string, now: Instant): Promise<boolean> {
  const found = await passes(tx, officeId).where('id', '=', id).executeTakeFirst()
  if (!found) return false
  await tx
    .updateTable('wallPass')
    .set({ revokedBy: by, revokedAt: now })
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .execute()
  return true
}
