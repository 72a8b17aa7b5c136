import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../server/src/platform/testing/fresh-database.ts'
import { refusalOn, startOn, urlOf } from './support/outside.ts'

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

test('DATABASE_URL points it at another PostgreSQL, which it leaves running', async () => {
  const run = startOn(urlOf(database.root))
  expect((await fetch(await run.address)).status).toBeLessThan(500)
  run.child.kill('SIGTERM')
  expect((await run.ended).code).toBe(0)
  await asOwner('select 1')
})

test('an address where nothing answers is told in one line', async () => {
  expect(await refusalOn('postgresql://nobody:nothing@127.0.0.1:9/none')).toContain('start.database_unreachable')
})

test('a database of a newer version is told in one line and stays as it is', async () => {
  await asOwner("insert into schema_migration values ('9999-later.sql', 'x', now())")
  expect(await refusalOn(urlOf(database.root))).toContain('9999-later.sql')
})
