import { type Checkpoint, checkpointMac, emptyTree, grown, lineOf, rootOf, type Tree } from '@guatu/core/audit'
import type { Instant } from '@guatu/core/shared'
import type { Tx } from '../db.ts'
import { checkpointOf, entriesAfter } from './entries.ts'
import { headOf } from './head.ts'
import { sealOf } from './sealing.ts'

/** The newest checkpoint of an office, as its row has it; null before the first. */
export async function lastCheckpoint(tx: Tx, officeId: string) {
  const row = await tx
    .selectFrom('checkpoint')
    .where('officeId', '=', officeId)
    .selectAll()
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { checkpoint: checkpointOf(row), peaks: row.peaks } : null
}

/** Every checkpoint of the first `through` records, the oldest first. */
export async function checkpointsThrough(tx: Tx, officeId: string, through: number): Promise<Checkpoint[]> {
  const rows = await tx
    .selectFrom('checkpoint')
    .where('officeId', '=', officeId)
    .where('size', '<=', String(through))
    .selectAll()
    .orderBy('size')
    .execute()
  return rows.map(checkpointOf)
}

const atOnce = 1000

async function grownTo(tx: Tx, officeId: string, start: Tree, size: number): Promise<Tree> {
  const { suites, suite } = sealOf(tx)
  let tree = start
  while (tree.size < size) {
    const entries = await entriesAfter(tx, officeId, tree.size, size, atOnce)
    for (const { hash } of entries) tree = grown(suites[suite], tree, hash)
  }
  return tree
}

/** What a checkpoint is due by: this many new records, or new ones and the last this long ago. */
export interface Due {
  readonly records: number
  readonly milliseconds: number
}

/**
 * Makes a checkpoint of what is on record, where one is due, and gives it to `keep` before it is noted here: what leaves
 * the machine is never behind. Null where nothing is due.
 */
export async function checkpointIfDue(
  tx: Tx,
  officeId: string,
  at: Instant,
  due: Due,
  keep: (line: string) => Promise<void>,
): Promise<Checkpoint | null> {
  const head = await headOf(tx, officeId)
  const last = await lastCheckpoint(tx, officeId)
  const fresh = head.seq - (last?.checkpoint.size ?? 0)
  const waited = last ? Date.parse(at) - Date.parse(last.checkpoint.at) : Number.POSITIVE_INFINITY
  if (fresh === 0 || (fresh < due.records && waited < due.milliseconds)) return null
  const { suites, suite, key } = sealOf(tx)
  const start = last?.checkpoint.suite === suite ? { size: last.checkpoint.size, peaks: last.peaks } : emptyTree
  const tree = await grownTo(tx, officeId, start, head.seq)
  const unsealed = { office: officeId, suite, size: head.seq, root: rootOf(suites[suite], tree), head: head.hash, at }
  const checkpoint: Checkpoint = { ...unsealed, mac: checkpointMac(suites, key, unsealed) }
  await keep(lineOf({ kind: 'checkpoint', value: checkpoint }))
  const { office, ...noted } = checkpoint
  await tx
    .insertInto('checkpoint')
    .values({ officeId: office, ...noted, peaks: [...tree.peaks] })
    .execute()
  return checkpoint
}
