import type * as contract from '@guatu/contract'
import type { Instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { Trouble } from './export-problems.ts'

/** The file of an export. */
export interface MadeFile {
  readonly sha256: string
  readonly bytes: number
  readonly files: number
  readonly rows: number
}

interface Done {
  readonly by: string
  readonly at: Instant
}

/** An export as it is kept; people by their ids. */
export interface KeptExport {
  readonly id: string
  readonly asked: Done
  readonly holds: { readonly rows: number; readonly bytes: number }
  readonly confirmed: Done | null
  readonly until: Instant | null
  readonly trouble: Trouble | null
  readonly made: MadeFile | null
  readonly ended: (Done & { readonly because: string }) | null
}

const rowsOf = (tx: Tx, officeId: string) =>
  tx.selectFrom('officeExport').where('officeId', '=', officeId).selectAll().orderBy('askedAt', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>

const doneBy = (by: string | null, at: string | null): Done | null =>
  by === null || at === null ? null : { by, at: at as Instant }

const fileOf = ({ sha256, bytes, files, rowCount }: Row): MadeFile | null =>
  sha256 === null || files === null ? null : { sha256, bytes: Number(bytes), files, rows: Number(rowCount) }

function fromRow(row: Row): KeptExport {
  const ended = doneBy(row.endedBy, row.endedAt)
  return {
    id: row.id,
    asked: { by: row.askedBy, at: row.askedAt as Instant },
    holds: { rows: Number(row.askedRows), bytes: Number(row.askedBytes) },
    confirmed: doneBy(row.confirmedBy, row.confirmedAt),
    until: row.until as Instant | null,
    trouble: row.trouble as Trouble | null,
    made: fileOf(row),
    ended: ended && { ...ended, because: row.because ?? '' },
  }
}

/** The exports of an office, the newest first. */
export const exportsOf = async (tx: Tx, officeId: string): Promise<KeptExport[]> =>
  (await rowsOf(tx, officeId).execute()).map(fromRow)

export async function exportById(tx: Tx, officeId: string, id: string): Promise<KeptExport | null> {
  const row = await rowsOf(tx, officeId).where('id', '=', id).executeTakeFirst()
  return row ? fromRow(row) : null
}

/** Waiting for a second person; being made; there to be fetched; past its days, made or not; ended by somebody. */
export function stateOfExport(
  { confirmed, until, made, ended }: KeptExport,
  now: Instant,
): contract.OfficeExport['state'] {
  if (ended) return 'ended'
  if (!confirmed || until === null) return 'waiting'
  if (now >= until) return 'expired'
  return made ? 'ready' : 'making'
}

/** Counts what people have done to it, for changes made against a version that was seen. */
export const versionOfExport = ({ confirmed, ended }: KeptExport): number => 1 + (confirmed ? 1 : 0) + (ended ? 1 : 0)

/** How much an export would take now: rows of registers, and bytes of papers and evidence. */
export async function holdingsOfOffice(tx: Tx, officeId: string): Promise<KeptExport['holds']> {
  const { rows } = await sql<{ rows: string; bytes: string }>`
    select (select count(*) from entry where office_id = ${officeId}) as rows,
      (select coalesce(sum(bytes), 0) from evidence where office_id = ${officeId})
        + (select coalesce(sum(octet_length(file_bytes)), 0) from source where office_id = ${officeId}) as bytes
    `.execute(tx)
  return { rows: Number(rows[0]?.rows), bytes: Number(rows[0]?.bytes) }
}

export async function addExport(
  tx: Tx,
  officeId: string,
  { by, at }: Done,
  holds: KeptExport['holds'],
): Promise<string> {
  const id = newId()
  const { rows: askedRows, bytes: askedBytes } = holds
  await tx
    .insertInto('officeExport')
    .values({ officeId, id, askedBy: by, askedAt: at, askedRows, askedBytes })
    .execute()
  return id
}

const one = (tx: Tx, officeId: string, id: string) =>
  tx.updateTable('officeExport').where('officeId', '=', officeId).where('id', '=', id)

export async function confirmExport(
  tx: Tx,
  officeId: string,
  id: string,
  { by, at, until }: Done & { readonly until: Instant },
): Promise<void> {
  await one(tx, officeId, id).set({ confirmedBy: by, confirmedAt: at, until }).execute()
}

export async function endExport(
  tx: Tx,
  officeId: string,
  id: string,
  { by, at, because }: Done & { readonly because: string },
): Promise<void> {
  await one(tx, officeId, id).set({ endedBy: by, endedAt: at, because }).execute()
}

/** Offers the file that was made; where another process was first, its file stays the one that is offered. */
export async function offerFile(tx: Tx, officeId: string, id: string, file: MadeFile, madeAt: Instant): Promise<void> {
  const { rows: rowCount, ...more } = file
  await one(tx, officeId, id)
    .set({ ...more, rowCount, madeAt, trouble: null })
    .where('madeAt', 'is', null)
    .execute()
}

export async function noteTrouble(tx: Tx, officeId: string, id: string, trouble: Trouble): Promise<void> {
  await one(tx, officeId, id).set({ trouble }).where('madeAt', 'is', null).execute()
}
