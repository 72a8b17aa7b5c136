import { type FreshDatabase, freshDatabase } from '@guatu/server/platform/testing/fresh-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { interleave, makeOffices, ownWay, wrongWay } from './interleavings.ts'

let database: FreshDatabase
let offices: readonly string[]
beforeAll(async () => {
  database = await freshDatabase()
  offices = await makeOffices(database, 20)
})
afterAll(() => database.drop())

test('20个单位共用4条连接，5000次交错，有出错、取消、断线：看不到别的单位一行', async () => {
  const { db, inOffice } = ownWay(database)
  try {
    const tally = await interleave(inOffice, offices, 5000, 20_231)
    expect({ foreign: tally.foreign, blind: tally.blind }).toEqual({ foreign: 0, blind: 0 })
    expect(tally.done + tally.failed + tally.cancelled + tally.dropped).toBe(5000)
    // The random part really stops some in each way, and lets most through.
    expect(tally.failed).toBeGreaterThan(300)
    expect(tally.cancelled).toBeGreaterThan(150)
    expect(tally.dropped).toBeGreaterThan(50)
    expect(tally.done).toBeGreaterThan(3500)
  } finally {
    await db.close()
  }
})

test('把单位设在连接上的写法会漏：这个对照看得见泄露', async () => {
  const { pool, inOffice } = wrongWay(database)
  try {
    expect((await interleave(inOffice, offices, 400, 20_231)).foreign).toBeGreaterThan(0)
  } finally {
    await pool.end()
  }
})
