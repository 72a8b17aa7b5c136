import { type FreshDatabase, freshDatabase } from '@guatu/server/platform/testing/fresh-database'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { query } from '../support/query.ts'

const writers = 8
const each = 50
let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

/** Lets eight writers add to one number, each in its own way, and gives what was acknowledged and what stands. */
async function race(table: string, add: (client: pg.Client) => Promise<boolean>) {
  await query(database.root, `create table ${table} (n int, version int)`, `insert into ${table} values (0, 0)`)
  let acknowledged = 0
  const writer = async () => {
    const client = new pg.Client(database.root)
    await client.connect()
    for (let i = 0; i < each; i += 1) if (await add(client)) acknowledged += 1
    await client.end()
  }
  await Promise.all(Array.from({ length: writers }, writer))
  const [row] = await query<{ n: number }>(database.root, `select n from ${table}`)
  return { acknowledged, stored: row?.n ?? -1 }
}

const seen = async (client: pg.Client, table: string) => {
  const { rows } = await client.query<{ n: number; version: number }>(`select n, version from ${table}`)
  return rows[0] ?? { n: 0, version: 0 }
}

test('先读后写、不看版本的写法丢更新：这个对照必须丢', async () => {
  const { acknowledged, stored } = await race('naive', async (client) => {
    const { n } = await seen(client, 'naive')
    await client.query('update naive set n = $1', [n + 1])
    return true
  })
  expect(acknowledged).toBe(writers * each)
  expect(stored).toBeLessThan(acknowledged)
})

test('对着版本写的，答应过的一次不丢，其余都被拒绝', async () => {
  const { acknowledged, stored } = await race('checked', async (client) => {
    const { n, version } = await seen(client, 'checked')
    const done = await client.query('update checked set n = $1, version = version + 1 where version = $2', [
      n + 1,
      version,
    ])
    return done.rowCount === 1
  })
  expect(stored).toBe(acknowledged)
  expect(acknowledged).toBeGreaterThanOrEqual(each)
})
