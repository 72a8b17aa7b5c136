import type { Keeper } from '../office/index.ts'
import type { Tx } from '../platform/db.ts'

/** Notes that a roster has changed something, by the hash of its file. Call it while the office's people are held. */
export async function noteRoster(tx: Tx, { officeId, officerId, now }: Keeper, sha256: string, steps: number) {
  const last = await tx
    .selectFrom('rosterChange')
    .where('officeId', '=', officeId)
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  await tx
    .insertInto('rosterChange')
    .values({ officeId, number, sha256, steps, appliedBy: officerId, appliedAt: now })
    .execute()
}
