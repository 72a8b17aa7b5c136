import { Readable } from 'node:stream'
import { lineOf } from '@guatu/core/audit'
import { checkpointsThrough } from '../platform/audit/checkpoints.ts'
import { beforeChainOf, entriesAfter } from '../platform/audit/entries.ts'
import type { Database } from '../platform/db.ts'

const atOnce = 1000

async function* lines(db: Database, office: string, through: number): AsyncGenerator<string> {
  const [beforeChain, checkpoints] = await db.inOffice(office, async (tx) => [
    await beforeChainOf(tx, office),
    await checkpointsThrough(tx, office, through),
  ])
  yield `${lineOf({ kind: 'log', value: { office, beforeChain } })}\n`
  for (const value of checkpoints) yield `${lineOf({ kind: 'checkpoint', value })}\n`
  for (let after = 0; after < through; after += atOnce) {
    const entries = await db.inOffice(office, (tx) => entriesAfter(tx, office, after, through, atOnce))
    yield entries.map((value) => `${lineOf({ kind: 'record', value })}\n`).join('')
  }
  yield `${lineOf({ kind: 'end', value: { office, beforeChain, records: through } })}\n`
}

/** The log of an office up to a record, with its checkpoints, as a file that can be verified anywhere. */
export const exportLog = (db: Database, officeId: string, through: number): Readable =>
  Readable.from(lines(db, officeId, through))
