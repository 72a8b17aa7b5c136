import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate, statementsOf } from './migrate.ts'
import { type FreshDatabase, freshDatabase } from './testing/fresh-database.ts'

const folder = new URL('../../migrations/', import.meta.url)
const files = readdirSync(folder).sort()

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client(database.connections.owner)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

test('a database that is up to date is left alone', async () => {
  expect(await migrate(database.connections.owner)).toEqual([])
})

test('several at once wait for each other and apply nothing twice', async () => {
  const runs = await Promise.all([1, 2, 3].map(() => migrate(database.connections.owner)))
  expect(runs.flat()).toEqual([])
})

test('a database of a newer version is refused by name', async () => {
  await asOwner("insert into schema_migration values ('9999-later.sql', 'x', now())")
  await expect(migrate(database.connections.owner)).rejects.toMatchObject({
    problem: { code: 'start.database_newer', facts: { migration: '9999-later.sql' } },
  })
  await asOwner("delete from schema_migration where name = '9999-later.sql'")
})

test('a migration edited after it was applied is refused by name', async () => {
  await asOwner("update schema_migration set sha256 = 'other' where name = '0001-office.sql'")
  await expect(migrate(database.connections.owner)).rejects.toMatchObject({
    problem: { code: 'start.migration_edited', facts: { migration: '0001-office.sql' } },
  })
})

test('a file is cut where a line ends in a semicolon and a blank line follows', () => {
  expect(statementsOf("-- Why.\ncreate table a (b text default ';');\n\nselect 1\n  from a;\n")).toEqual([
    "-- Why.\ncreate table a (b text default ';')",
    'select 1\n  from a',
  ])
})

test.each(files)('%s is numbered in turn and holds one statement between blank lines', (name) => {
  expect(Number(name.slice(0, 4))).toBe(files.indexOf(name) + 1)
  const sql = readFileSync(new URL(name, folder), 'utf8')
  for (const statement of statementsOf(sql)) expect(statement, name).not.toMatch(/;\s*$/m)
})
