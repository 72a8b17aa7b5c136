import type { PrintedCheckpoint } from '@guatu/contract'
import { type Instant, instant } from '@guatu/core/shared'
import { checkpointOf } from '../platform/audit/entries.ts'
import type { Tx } from '../platform/db.ts'
import { printed } from './present.ts'

const momentOf = (at: unknown): Instant => instant(new Date(at as string).toISOString())

/** The checkpoints of an office, the newest first, those of fewer than `before` records only. */
export async function checkpointsBefore(
  tx: Tx,
  officeId: string,
  limit: number,
  before?: number,
): Promise<PrintedCheckpoint[]> {
  const rows = await tx
    .selectFrom('checkpoint')
    .leftJoin('officer', (join) =>
      join.onRef('officer.officeId', '=', 'checkpoint.officeId').onRef('officer.id', '=', 'checkpoint.witnessedBy'),
    )
    .where('checkpoint.officeId', '=', officeId)
    .$if(before !== undefined, (query) => query.where('size', '<', String(before)))
    .selectAll('checkpoint')
    .select('officer.name as witness')
    .orderBy('size', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    ...printed(checkpointOf(row)),
    witnessed:
      row.witnessedAt === null
        ? null
        : { at: momentOf(row.witnessedAt), as: row.witnessedAs === 'paper' ? 'paper' : 'folder', by: row.witness },
  }))
}

/** Notes that a checkpoint was printed and signed for, and with it what it covers. Whether there was one to note. */
export async function notePrinted(
  tx: Tx,
  officeId: string,
  size: number,
  by: string,
  at: Instant,
): Promise<'noted' | 'taken' | 'unknown'> {
  const row = await tx
    .selectFrom('checkpoint')
    .where('officeId', '=', officeId)
    .where('size', '=', String(size))
    .select('witnessedAt')
    .forUpdate()
    .executeTakeFirst()
  if (!row) return 'unknown'
  if (row.witnessedAt !== null) return 'taken'
  await tx
    .updateTable('checkpoint')
    .set({ witnessedAt: at, witnessedAs: 'paper', witnessedBy: by })
    .where('officeId', '=', officeId)
    .where('size', '=', String(size))
    .execute()
  return 'noted'
}
