import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openDatabase } from './db.ts'
import { type FreshDatabase, freshDatabase } from './testing/fresh-database.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const asRoot = async (statement: string): Promise<void> => {
  const client = new pg.Client(database.root)
  await client.connect()
  await client.query(statement)
  await client.end()
}

test('监听的连接断了，自己再接上，后来的改动照样知道', async () => {
  const db = openDatabase(database.connections)
  const told: string[] = []
  const stop = await db.listen((officeId) => told.push(officeId))
  await asRoot("select pg_notify('guatu_changed', 'before')")
  await vi.waitFor(() => expect(told).toContain('before'), 5_000)

  await asRoot("select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen guatu_changed'")
  await vi.waitFor(async () => {
    await asRoot("select pg_notify('guatu_changed', 'after')")
    expect(told).toContain('after')
  }, 20_000)
  await stop()
  await db.close()
}, 40_000)
