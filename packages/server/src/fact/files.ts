import { type ColumnProblem, type EvidenceMark, type Register, rowProblems, type Value } from '@guatu/core/fact'
import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import { listOf } from '../platform/lists.ts'
import type { Writer } from './draft.ts'

type Values = Readonly<Record<string, Value>>

const marksIn = (value: Value | undefined): readonly EvidenceMark[] =>
  Array.isArray(value) ? value.filter((one): one is EvidenceMark => typeof one === 'object' && 'class' in one) : []

/** The files that a row names, by the columns of evidence. */
export const filesIn = ({ columns }: Register, values: Values): readonly string[] => [
  ...new Set(
    Object.entries(columns).flatMap(([id, { kind }]) =>
      kind === 'evidence' ? marksIn(values[id]).map((mark) => mark.id) : [],
    ),
  ),
]

/** The files of these that whoever writes may name: those the same person brought, and those that stand behind the row. */
export async function filesOpenTo(
  tx: Tx,
  { officeId, officerId }: Writer,
  ids: readonly string[],
  rootId: string | null,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const brought = await tx
    .selectFrom('evidence')
    .where('officeId', '=', officeId)
    .where('addedBy', '=', officerId)
    .where('id', 'in', [...ids])
    .select('id')
    .execute()
  const behind =
    rootId === null
      ? []
      : await tx
          .selectFrom('entryEvidence')
          .innerJoin('entry', (join) =>
            join.onRef('entry.officeId', '=', 'entryEvidence.officeId').onRef('entry.id', '=', 'entryEvidence.entryId'),
          )
          .where('entry.officeId', '=', officeId)
          .where('entry.rootId', '=', rootId)
          .where('entryEvidence.evidenceId', 'in', [...ids])
          .select('entryEvidence.evidenceId as id')
          .execute()
  return new Set([...brought, ...behind].map(({ id }) => id))
}

/** What is wrong with the files that a row names, by column. */
export const unknownFiles = (
  { columns }: Register,
  values: Values,
  open: ReadonlySet<string>,
): readonly ColumnProblem[] =>
  Object.entries(columns).flatMap(([id, { kind, label }]) =>
    kind === 'evidence' && marksIn(values[id]).some((mark) => !open.has(mark.id))
      ? [{ column: id, problem: rowProblems('fact.file_unknown', { column: label.zh }) }]
      : [],
  )

/** Puts the files that rows name behind them, so that whoever sees a row sees its files. */
export async function keepFiles(
  tx: Tx,
  { officeId, officerId, now }: Writer,
  named: readonly { readonly entryId: string; readonly files: readonly string[] }[],
): Promise<void> {
  const rows = named.flatMap(({ entryId, files }) => files.map((evidenceId) => ({ entryId, evidenceId })))
  if (rows.length === 0) return
  await sql`
    insert into entry_evidence (office_id, entry_id, evidence_id, at, by_officer)
    select ${officeId}::uuid, r.entry_id, r.evidence_id, ${now}::timestamptz, ${officerId}::uuid from unnest(
      ${listOf(rows, ({ entryId }) => entryId)}::uuid[], ${listOf(rows, ({ evidenceId }) => evidenceId)}::uuid[])
      as r (entry_id, evidence_id)
    on conflict (entry_id, evidence_id, office_id) do nothing`.execute(tx)
}
