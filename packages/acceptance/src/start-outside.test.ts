import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../server/src/platform/testing/fresh-database.ts'
import { complaints, runGuatu } from './support/guatu-process.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const urlOf = ({ user, password, database: name, host }: pg.PoolConfig): string =>
  `postgresql://${user}:${String(password)}@/${name}?host=${encodeURIComponent(String(host))}`

const start = (url: string) => runGuatu(['--port', '0'], { env: { DATABASE_URL: url } })

async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client(database.connections.owner)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

async function refusal(url: string): Promise<string> {
  const { code, err } = await start(url).ended
  expect(code).not.toBe(0)
  expect(complaints(err)).toHaveLength(1)
  return err
}

test('DATABASE_URL points it at another PostgreSQL, which it leaves running', async () => {
  const run = start(urlOf(database.root))
  expect((await fetch(await run.address)).status).toBeLessThan(500)
  run.child.kill('SIGTERM')
  expect((await run.ended).code).toBe(0)
  await asOwner('select 1')
})

test('an address where nothing answers is told in one line', async () => {
  expect(await refusal('postgresql://nobody:nothing@127.0.0.1:9/none')).toContain('start.database_unreachable')
})

test('what is no address is told in one line', async () => {
  expect(await refusal('notaurl')).toContain('start.database_address')
})

test('a wrong password is told in one line', async () => {
  expect(await refusal(urlOf({ ...database.root, password: 'wrong' }))).toContain('start.database_unreachable')
})

test('a login that may not use the app role is told in one line, with what an administrator has to do', async () => {
  const said = await refusal(urlOf({ ...inject('cluster').owner, database: 'postgres' }))
  expect(said).toContain('start.role_missing')
  expect(said).toContain('CREATE ROLE guatu_app')
})

test('a database of a newer version is told in one line and stays as it is', async () => {
  await asOwner("insert into schema_migration values ('9999-later.sql', 'x', now())")
  expect(await refusal(urlOf(database.root))).toContain('9999-later.sql')
})
