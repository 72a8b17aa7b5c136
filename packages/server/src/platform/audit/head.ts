import { firstPrevHash } from '@guatu/core/audit'
import type { Tx } from '../db.ts'

/** The last record of an office; number 0 before the first. */
export interface Head {
  readonly seq: number
  readonly hash: string
}

const locked = (tx: Tx, officeId: string) =>
  tx.selectFrom('auditHead').where('officeId', '=', officeId).select(['seq', 'hash']).forUpdate().executeTakeFirst()

/** Takes the end of the office's chain until the transaction is over; whoever comes later waits, and follows. */
export async function takeHead(tx: Tx, officeId: string): Promise<Head> {
  const found = await locked(tx, officeId)
  if (found) return { ...found, seq: Number(found.seq) }
  await tx
    .insertInto('auditHead')
    .values({ officeId, seq: 0, hash: firstPrevHash })
    .onConflict((oc) => oc.column('officeId').doNothing())
    .execute()
  return takeHead(tx, officeId)
}

/** The end of the chain as it stands, without holding it. */
export async function headOf(tx: Tx, officeId: string): Promise<Head> {
  const found = await tx
    .selectFrom('auditHead')
    .where('officeId', '=', officeId)
    .select(['seq', 'hash'])
    .executeTakeFirst()
  return found ? { ...found, seq: Number(found.seq) } : { seq: 0, hash: firstPrevHash }
}
