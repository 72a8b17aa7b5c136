import { sql } from 'kysely'
import pg from 'pg'
import type { Tx } from '../platform/db.ts'
import type { KeptBack } from './kept-back.ts'
import { type Table, tablesOf } from './tables.ts'

/**
 * Whose eyes an export is for. Whoever keeps the machine takes all that the office has. A person of the office gets what
 * that person may see in it: not the audit log, which is the audit administrator's, and not how others sign in.
 */
export type Eyes = 'machine' | 'person'

// Rows that only this installation can use, or that repeat what other tables hold.
const technical = ['idempotency', 'one_time_code', 'second_factor', 'sign_in_failure']
// Whatever is called like this opens a door or stands for one; it stays here, and the list of the export says so.
const secret = /password|secret|token|totp|otp_|credential|recovery|sealed/

const ofTheAuditor = ['audit', 'audit_archive', 'audit_head', 'checkpoint', 'witness', 'read_count']
const ofSignIn = ['oidc_link', 'oidc_provider']
const personalColumns: Readonly<Record<string, readonly string[]>> = { officer: ['login_name'] }

/** What an export takes of a table, and what it leaves out: files go beside it, secrets nowhere. */
export interface OfficeTable {
  readonly name: string
  readonly columns: readonly string[]
}

const isTaken = ({ name, ofOffice }: Table): boolean => ofOffice && !technical.includes(name) && !secret.test(name)

const hiddenTables: Readonly<Record<Eyes, readonly string[]>> = { machine: [], person: [...ofTheAuditor, ...ofSignIn] }

const isHidden = (eyes: Eyes, table: string, column: string): boolean =>
  secret.test(column) || (eyes === 'person' && (personalColumns[table]?.includes(column) ?? false))

/** What of an office's tables an export holds, and the tables and columns (`table.column`) that stay behind. */
export interface Taken {
  readonly tables: readonly OfficeTable[]
  readonly withheld: readonly string[]
}

/** The tables of an office without what must not leave it by these eyes. */
export async function officeTables(tx: Tx, eyes: Eyes): Promise<Taken> {
  const all = (await tablesOf({ query: (text) => sql.raw(text).execute(tx) })).filter(isTaken)
  const hidden = all.filter(({ name }) => hiddenTables[eyes].includes(name)).map(({ name }) => name)
  const shown = all.filter(({ name }) => !hidden.includes(name))
  return {
    tables: shown.map(({ name, columns }) => ({
      name,
      columns: columns.filter((column) => !isHidden(eyes, name, column) && column !== 'file_bytes'),
    })),
    withheld: [
      ...hidden,
      ...shown.flatMap(({ name, columns }) =>
        columns.filter((column) => isHidden(eyes, name, column)).map((column) => `${name}.${column}`),
      ),
    ],
  }
}

const rowsAtOnce = 1000

/** Every row of an office in a table, one JSON object a line, as the database itself writes it. */
export async function* jsonLines(
  tx: Tx,
  officeId: string,
  table: OfficeTable,
  keptBack: KeptBack,
): AsyncGenerator<Buffer> {
  const name = sql.raw(pg.escapeIdentifier(table.name))
  const columns = table.columns.map((column) => {
    const called = sql.raw(pg.escapeIdentifier(column))
    const value = keptBack.valueOf(table.name, column)
    return value ? sql`${value} as ${called}` : called
  })
  const rows = keptBack.rowsOf(table.name) ?? sql`true`
  await sql`declare rows_out no scroll cursor for select row_to_json(r)::text as line from
    (select ${sql.join(columns)} from ${name} t where office_id = ${sql.lit(officeId)} and ${rows}) r`.execute(tx)
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.raw(String(rowsAtOnce))} from rows_out`.execute(tx)
    if (rows.length === 0) break
    yield Buffer.from(rows.map(({ line }) => `${line}\n`).join(''))
  }
  await sql`close rows_out`.execute(tx)
}
