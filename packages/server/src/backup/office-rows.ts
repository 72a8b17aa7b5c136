import { sql } from 'kysely'
import pg from 'pg'
import type { Tx } from '../platform/db.ts'
import { type Table, tablesOf } from './tables.ts'

// Rows that only this installation can use, or that repeat what other tables hold.
const technical = ['idempotency']
// Whatever is called like this opens a door or stands for one; it stays here, and the list of the export says so.
const secret = /password|secret|token|totp|otp_|credential|recovery/

/** What an export takes of a table, and what it leaves out: files go beside it, secrets nowhere. */
export interface OfficeTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly withheld: readonly string[]
}

const isTaken = ({ name, ofOffice }: Table): boolean => ofOffice && !technical.includes(name) && !secret.test(name)

/** The tables of an office without what must not leave it. */
export async function officeTables(tx: Tx): Promise<OfficeTable[]> {
  const tables = await tablesOf({ query: (text) => sql.raw(text).execute(tx) })
  return tables.filter(isTaken).map(({ name, columns }) => ({
    name,
    columns: columns.filter((column) => !secret.test(column) && column !== 'file_bytes'),
    withheld: columns.filter((column) => secret.test(column)),
  }))
}

const rowsAtOnce = 1000

/** Every row of an office in a table, one JSON object a line, as the database itself writes it. */
export async function* jsonLines(tx: Tx, officeId: string, table: OfficeTable): AsyncGenerator<Buffer> {
  const name = pg.escapeIdentifier(table.name)
  const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  await sql`declare rows_out no scroll cursor for select row_to_json(t)::text as line from
    (select ${sql.raw(columns)} from ${sql.raw(name)} where office_id = ${sql.lit(officeId)}) t`.execute(tx)
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.raw(String(rowsAtOnce))} from rows_out`.execute(tx)
    if (rows.length === 0) break
    yield Buffer.from(rows.map(({ line }) => `${line}\n`).join(''))
  }
  await sql`close rows_out`.execute(tx)
}
