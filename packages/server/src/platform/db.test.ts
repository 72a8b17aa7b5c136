import { sql } from 'kysely'
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

test('同一句话问了许多遍，计划只做一次；第一句就出错的事务退得干净', async () => {
  const db = openDatabase({ ...database.connections, app: { ...database.connections.app, max: 1 } })
  const office = newId()
  const answers: number[] = []
  for (let n = 0; n < 8; n++)
    answers.push(
      await db.inOffice(
        office,
        async (tx) => (await sql<{ n: number }>`select ${n}::int as n`.execute(tx)).rows[0]?.n ?? -1,
      ),
    )
  expect(answers).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  const kept = sql<{
    n: number
  }>`select count(*)::int as n from pg_prepared_statements where statement like 'select $1::int%'`
  expect((await db.inOffice(office, (tx) => kept.execute(tx))).rows).toEqual([{ n: 1 }])
  await expect(db.inOffice(office, (tx) => sql`select nothing`.execute(tx))).rejects.toThrow('does not exist')
  const set = sql<{ office: string }>`select current_setting('app.office', true) as office`
  expect((await db.inOffice(office, (tx) => set.execute(tx))).rows).toEqual([{ office }])
  expect((await set.execute(db.reference)).rows).toEqual([{ office: '' }])
  await db.close()
})
