import type { AuditEntry, Checkpoint, Detail, Outcome, SuiteId } from '@guatu/core/audit'
import { instant } from '@guatu/core/shared'
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../db.ts'
import type { Audit, Checkpoint as CheckpointTable } from '../tables.gen.ts'

const momentOf = (at: unknown) => instant(new Date(at as string).toISOString())

/** A row of the chain as it was sealed. */
export const entryOf = (row: Selectable<Audit>): AuditEntry => ({
  office: row.officeId,
  seq: Number(row.seq),
  id: row.id,
  at: momentOf(row.at),
  officerId: row.officerId,
  officerName: row.officerName,
  unitId: row.unitId,
  post: row.post,
  address: row.address,
  requestId: row.requestId,
  route: row.route,
  object: row.object,
  outcome: row.outcome as Outcome,
  problemCode: row.problemCode,
  detail: row.detail as Detail,
  suite: row.suite as SuiteId,
  prevHash: row.prevHash ?? '',
  hash: row.hash ?? '',
  mac: row.mac ?? '',
})

/** The columns that a record has wherever it lies. */
export const auditColumns = sql.raw(
  `office_id, seq, id, at, officer_id, officer_name, unit_id, post, address, request_id, route, object, outcome,
   problem_code, detail, suite, prev_hash, hash, mac`,
)

/** What is at hand of the log and what was moved to the archive, as one table. */
export const bothLogs = sql<
  Selectable<Audit>
>`(select ${auditColumns}, thing from audit union all select ${auditColumns}, thing from audit_archive)`

/** The whole log, to be asked as `audit` is. Only with an office named does it find its way by the indexes. */
export const wholeLog = (tx: Tx) => tx.selectFrom(bothLogs.as('log'))

/** The records after number `after` up to `through`, in order, at most so many. */
export async function entriesAfter(tx: Tx, officeId: string, after: number, through: number, limit: number) {
  const rows = await wholeLog(tx)
    .where('officeId', '=', officeId)
    .where('seq', '>', String(after))
    .where('seq', '<=', String(through))
    .selectAll()
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(entryOf)
}

/** How many records the office has from before the chain. */
export async function beforeChainOf(tx: Tx, officeId: string): Promise<number> {
  const row = await tx
    .selectFrom('audit')
    .where('officeId', '=', officeId)
    .where('seq', 'is', null)
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export const checkpointOf = (row: Selectable<CheckpointTable>): Checkpoint => ({
  office: row.officeId,
  suite: row.suite as SuiteId,
  size: Number(row.size),
  root: row.root,
  head: row.head,
  at: momentOf(row.at),
  mac: row.mac,
})
