import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startProblems } from './postgres/problems.ts'
import { StartStopped } from './postgres/stopped.ts'

interface Migration {
  readonly name: string
  readonly sha256: string
  readonly statements: readonly string[]
}

const folder = fileURLToPath(new URL('../../migrations', import.meta.url))

// A statement ends with a semicolon at the end of a line, and a blank line or the end of the file follows. One goes to
// the server at a time, because Citus refuses several in one call.
export const statementsOf = (sql: string): string[] =>
  sql
    .split(/;\n(?=\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')

/** Every migration of this version, in the order in which they are applied. */
export const knownMigrations = (): Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { name, sha256: createHash('sha256').update(sql).digest('hex'), statements: statementsOf(sql) }
    })

const lockNumber = 4_827_001

async function applied(client: pg.Client): Promise<Map<string, string>> {
  await client.query(
    'create table if not exists schema_migration (name text primary key, sha256 text not null, applied_at timestamptz not null)',
  )
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration')
  return new Map(rows.map((row) => [row.name, row.sha256]))
}

function checkHistory(done: Map<string, string>, known: readonly Migration[]): void {
  for (const [name, sha256] of done) {
    const migration = known.find((m) => m.name === name)
    if (!migration) throw new StartStopped(startProblems('start.database_newer', { migration: name }))
    if (migration.sha256 !== sha256)
      throw new StartStopped(startProblems('start.migration_edited', { migration: name }))
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  for (const statement of migration.statements) await client.query(statement)
  await client.query('insert into schema_migration (name, sha256, applied_at) values ($1, $2, now())', [
    migration.name,
    migration.sha256,
  ])
  await client.query('commit')
}

/**
 * Brings a database to this version as its owner, or only by the migrations named; several at once wait for each other.
 * Returns what was applied.
 */
export async function migrate(owner: pg.PoolConfig, only?: readonly string[]): Promise<string[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    // A table that somebody holds, or a statement gone wrong, ends the start instead of stopping every office.
    await client.query("set lock_timeout = '10s'")
    await client.query("set statement_timeout = '30min'")
    const known = knownMigrations()
    const done = await applied(client)
    checkHistory(done, known)
    const fresh = known.filter(({ name }) => !done.has(name) && (only?.includes(name) ?? true))
    for (const migration of fresh) await apply(client, migration)
    return fresh.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}
