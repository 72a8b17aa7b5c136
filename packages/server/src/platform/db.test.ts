import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultOf } from '../http/faults.ts'
import { isOutOfConnections, openDatabase } from './db.ts'
import { newId } from './ids.ts'
import { freshDatabase } from './testing/fresh-database.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

test('没有空着的连接时不会一直等下去：过了时限就说正忙，放开以后照常', async () => {
  const { app, owner } = database.connections
  const db = openDatabase({ app: { ...app, max: 1, connectionTimeoutMillis: 2_000 }, owner })
  const office = newId()
  const [isHeld, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const holding = db.inOffice(office, () => {
    isHeld.resolve()
    return held.promise
  })
  await isHeld.promise
  const refused = await db.inOffice(office, async () => 'in').catch((error: unknown) => error)
  expect(isOutOfConnections(refused)).toBe(true)
  expect(faultOf(refused as never)?.code).toBe('request.busy')
  held.resolve()
  await holding
  expect(await db.inOffice(office, async () => 'in')).toBe('in')
  await db.close()
})
