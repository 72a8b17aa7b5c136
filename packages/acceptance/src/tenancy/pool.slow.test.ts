import { freshDatabase } from '@guatu/server/platform/testing/fresh-database'
import { expect, test } from 'vitest'
import { interleave, makeOffices, ownWay } from './interleavings.ts'

test('20个单位共用4条连接，十万次交错：看不到别的单位一行', async () => {
  const database = await freshDatabase()
  const { db, inOffice } = ownWay(database)
  try {
    const offices = await makeOffices(database, 20)
    const tally = await interleave(inOffice, offices, 100_000, 7_020_231)
    expect({ foreign: tally.foreign, blind: tally.blind }).toEqual({ foreign: 0, blind: 0 })
    expect(tally.done).toBeGreaterThan(70_000)
  } finally {
    await db.close()
    await database.drop()
  }
}, 900_000)
