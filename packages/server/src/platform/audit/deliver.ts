import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { lineOf } from '@guatu/core/audit'
import type { Instant } from '@guatu/core/shared'
import type { Tx } from '../db.ts'
import { addLine } from './add-line.ts'
import { checkpointOf } from './entries.ts'
import { witnessOf } from './witness.ts'

/** Lies in a folder that was named as the witness: an empty mount point without its disk has none. */
export const witnessMark = 'guatu-witness'

/** The checkpoints of an office in the second folder: one line each, only ever added to. */
export const witnessFileOf = (folder: string, officeId: string): string => join(folder, `${officeId}.jsonl`)

/**
 * Writes the checkpoints that nobody outside has into the second folder and notes that they are there. Does nothing where
 * none was named; throws where the folder is away or cannot be written, and they wait for the next time.
 */
export async function deliver(tx: Tx, officeId: string, now: Instant): Promise<number> {
  const folder = (await witnessOf(tx, officeId))?.folder
  if (!folder) return 0
  const rows = await tx
    .selectFrom('checkpoint')
    .where('officeId', '=', officeId)
    .where('witnessedAt', 'is', null)
    .selectAll()
    .orderBy('size')
    .execute()
  if (rows.length === 0) return 0
  if (!existsSync(join(folder, witnessMark))) throw new Error(`${witnessMark} is not in the folder of the witness`)
  const lines = rows.map((row) => lineOf({ kind: 'checkpoint', value: checkpointOf(row) }))
  await addLine(witnessFileOf(folder, officeId), lines.join('\n'))
  await tx
    .updateTable('checkpoint')
    .set({ witnessedAt: now, witnessedAs: 'folder' })
    .where('officeId', '=', officeId)
    .where('witnessedAt', 'is', null)
    .where('size', '<=', rows.at(-1)?.size ?? '0')
    .execute()
  return rows.length
}
