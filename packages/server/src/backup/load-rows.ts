import { pipeline } from 'node:stream/promises'
import { assert } from '@guatu/core/shared'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { StartStopped } from '../platform/postgres/stopped.ts'
import type { CheckedBackup } from './check-backup.ts'
import { countOf } from './counted.ts'
import { tableOf } from './manifest.ts'
import { backupProblems } from './problems.ts'
import { rowsOf, writeAlike } from './snapshot.ts'
import { leftOut, quoted, type Table, tablesOf } from './tables.ts'

const forced = (tables: readonly Table[]) => tables.filter(({ ofOffice }) => ofOffice).map(({ name }) => quoted([name]))

// Rows are read as data and nothing else: no statement of the backup is ever carried out.
async function copyIn(client: pg.Client, backup: CheckedBackup, tables: readonly Table[]): Promise<void> {
  for (const member of backup.manifest.members) {
    const table = tableOf(member)
    // A backup of an earlier version may hold what stays behind today.
    if (table === null || leftOut.includes(table)) continue
    const known = tables.find(({ name }) => name === table)
    assert(known, `the backup holds the table ${table}, which its own migrations do not make`)
    const into = `copy ${quoted([table])} (${quoted(member.columns)}) from stdin`
    await pipeline(backup.read(member), client.query(copyFrom(into)))
  }
}

// Read back as a backup would read them, before anybody else can see them.
async function verify(client: pg.Client, { manifest }: CheckedBackup, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    const member = manifest.members.find((one) => tableOf(one) === table.name)
    const { lines, sha256 } = await countOf(rowsOf(client, table, manifest.offices))
    if (lines !== member?.rows || sha256 !== member.sha256)
      throw new StartStopped(backupProblems('backup.not_equal', { part: table.name }))
  }
}

async function loadInto(client: pg.Client, backup: CheckedBackup): Promise<void> {
  await writeAlike(client)
  await client.query('begin')
  const tables = await tablesOf(client)
  // COPY cannot pass a row policy. Until this transaction ends nobody else sees the tables without theirs.
  for (const name of forced(tables)) await client.query(`alter table ${name} no force row level security`)
  await copyIn(client, backup, tables)
  await verify(client, backup, tables)
  for (const name of forced(tables)) await client.query(`alter table ${name} force row level security`)
  await client.query('commit')
}

/**
 * Loads the rows of a backup into a database that has its schema and nothing else, and reads them back: count and hash
 * of each table have to be those of the backup. All or none. Throws `StartStopped` where they differ.
 */
export async function loadRows(owner: pg.PoolConfig, backup: CheckedBackup): Promise<void> {
  const client = new pg.Client(owner)
  client.on('error', () => {})
  await client.connect()
  try {
    await loadInto(client, backup)
    await client.query('analyze')
  } finally {
    await client.end()
  }
}
