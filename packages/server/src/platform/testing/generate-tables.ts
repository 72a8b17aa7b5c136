import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'

const root = fileURLToPath(new URL('../../../../..', import.meta.url))
export const tablesFile = fileURLToPath(new URL('../tables.gen.ts', import.meta.url))

// A socket's folder cannot stand where a host name stands, so it travels as a parameter.
function urlOf({ user, password, database, host }: pg.PoolConfig): string {
  const url = new URL(`postgres://localhost/${database}`)
  url.username = user ?? ''
  url.password = String(password)
  url.searchParams.set('host', host ?? '')
  return url.href
}

function run(program: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync(`${root}/node_modules/.bin/${program}`, args, {
    cwd: root,
    input,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${program}: ${stderr || stdout}`)
  return stdout
}

/** The types of a migrated database as `tables.gen.ts` should hold them, formatted like all our sources. */
export function generateTables(database: pg.PoolConfig): string {
  const parsers = ['--date-parser', 'string', '--numeric-parser', 'string']
  // A moment is an ISO text here (db.ts), where the generator would take the driver's own Date.
  const instants = ['--type-mapping', '{"timestamptz":"string"}']
  const shape = [
    '--dialect',
    'postgres',
    '--camel-case',
    '--exclude-pattern',
    'schema_migration',
    ...parsers,
    ...instants,
  ]
  const printed = run('kysely-codegen', [...shape, '--print', '--log-level', 'silent', '--url', urlOf(database)])
  return run('biome', ['format', `--stdin-file-path=${tablesFile}`], printed)
}
