import { assert } from '@guatu/core/shared'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { isId } from '../platform/ids.ts'
import type { Manifest } from './manifest.ts'
import { quoted, type Table, tablesOf } from './tables.ts'

/** Everything the database held at one moment, however long it takes to read and whatever is written meanwhile. */
export interface Snapshot {
  readonly postgres: string
  readonly migrations: Manifest['migrations']
  readonly offices: Manifest['offices']
  readonly tables: readonly Table[]
  /** The rows of a table in PostgreSQL's own text form, one a line, sorted by its key. */
  rowsOf(table: Table): AsyncGenerator<Buffer>
  /** The hashes of the files that rows of any office name. */
  namedFiles(): Promise<ReadonlySet<string>>
  close(): Promise<void>
}

type Begun = Omit<Snapshot, 'rowsOf' | 'namedFiles' | 'close'>

const sameEverywhere = [
  "set timezone = 'UTC'",
  "set datestyle = 'ISO, MDY'",
  "set intervalstyle = 'postgres'",
  "set bytea_output = 'hex'",
  'set extra_float_digits = 1',
  "set client_encoding = 'UTF8'",
]

/** Lets a value be written the same way wherever it is read, so that two readings can be compared by their hashes. */
export async function writeAlike(client: pg.Client): Promise<void> {
  for (const setting of sameEverywhere) await client.query(setting)
}

async function* copyOut(client: pg.Client, table: Table, where = ''): AsyncGenerator<Buffer> {
  const select = `select ${quoted(table.columns)} from ${quoted([table.name])} ${where} order by ${table.order.join(', ')}`
  yield* client.query(copyTo(`copy (${select}) to stdout`)) as AsyncIterable<Buffer>
}

/**
 * The rows of a table as this client's transaction sees them. The owner is bound by the row policy as well, so each
 * office's rows are read as that office; an outside login may be above all policies, hence the condition beside it.
 */
export async function* rowsOf(client: pg.Client, table: Table, offices: Manifest['offices']): AsyncGenerator<Buffer> {
  if (!table.ofOffice) return yield* copyOut(client, table)
  for (const { id } of offices) {
    await asOffice(client, id)
    yield* copyOut(client, table, `where office_id = '${id}'`)
  }
}

async function asOffice(client: pg.Client, id: string): Promise<void> {
  assert(isId(id), 'an office is named by a uuid')
  await client.query(`set local app.office = '${id}'`)
}

// A database that an earlier version left behind may have no table of evidence yet.
async function namedFiles(client: pg.Client, { tables, offices }: Begun): Promise<ReadonlySet<string>> {
  const hashes = new Set<string>()
  if (!tables.some(({ name }) => name === 'evidence')) return hashes
  for (const { id } of offices) {
    await asOffice(client, id)
    const { rows } = await client.query<{ sha256: string }>('select sha256 from evidence where office_id = $1', [id])
    for (const { sha256 } of rows) hashes.add(sha256)
  }
  return hashes
}

async function begin(client: pg.Client): Promise<Begun> {
  await writeAlike(client)
  await client.query('begin isolation level repeatable read read only')
  const { rows: migrations } = await client.query('select name, sha256 from schema_migration order by name')
  const { rows: offices } = await client.query('select id, name from office order by id')
  const { rows: version } = await client.query<{ server_version: string }>('show server_version')
  return { migrations, offices, postgres: version[0]?.server_version ?? '', tables: await tablesOf(client) }
}

/** Takes a snapshot as the owner of the tables, through a connection of its own. */
export async function takeSnapshot(owner: pg.PoolConfig): Promise<Snapshot> {
  const client = new pg.Client(owner)
  // What goes wrong with the connection is told by the query that was under way.
  client.on('error', () => {})
  await client.connect()
  try {
    const begun = await begin(client)
    return {
      ...begun,
      rowsOf: (table) => rowsOf(client, table, begun.offices),
      namedFiles: () => namedFiles(client, begun),
      close: () => client.end(),
    }
  } catch (error) {
    await client.end()
    throw error
  }
}
