import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from './db.ts'
import type { Question } from './glance.ts'
import { newId } from './ids.ts'
import { freshDatabase } from './testing/fresh-database.ts'

interface Unit {
  readonly asked: string
  readonly seen: string
}

const units: Question<Unit> = {
  name: 'units_by_name',
  text: 'select name as asked, id::text as seen from unit where office_id = $1::uuid and name = any ($2::text[])',
}
const names: Question<Unit> = {
  name: 'units_of_anybody',
  text: 'select name as asked, coalesce($1::uuid, office_id)::text as seen from unit where name = any ($2::text[])',
}

let database: Awaited<ReturnType<typeof freshDatabase>>
let db: Database
beforeAll(async () => {
  database = await freshDatabase()
  db = openDatabase(database.connections)
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

async function officeWith(...unitNames: string[]): Promise<string> {
  const id = newId()
  await db.reference
    .insertInto('office')
    .values({ id, name: id, kind: 'trial', createdAt: '2023-07-01T00:00:00Z' })
    .execute()
  for (const name of unitNames) await addUnit(id, name)
  return id
}

const addUnit = (officeId: string, name: string) =>
  db.inOffice(officeId, (tx) =>
    tx
      .insertInto('unit')
      .values({ officeId, id: newId(), name, kind: 'department', createdAt: '2023-07-01T00:00:00Z' })
      .execute(),
  )

test('许多人同时问，各得各的答复；没有的就是空', async () => {
  const office = await officeWith('党政办', '城管办', "O'Brien \\ 科")
  const asked = ['党政办', '没有这个', '城管办', "O'Brien \\ 科", '党政办', "'; drop table unit; --"]
  const answers = await Promise.all(asked.map((name) => db.glance(office, units, name)))
  expect(answers.map((rows) => rows.map((row) => row.asked))).toEqual([
    ['党政办'],
    [],
    ['城管办'],
    ["O'Brien \\ 科"],
    ['党政办'],
    [],
  ])
})

test('别的街道的行看不到：语句里忘了写街道，数据库也挡着', async () => {
  const [own, other] = [await officeWith('甲办'), await officeWith('乙办')]
  expect(await db.glance(own, names, '乙办')).toEqual([])
  expect(await db.glance(other, names, '乙办')).toHaveLength(1)
  await expect(async () => db.glance("' or true --", units, '甲办')).rejects.toThrow('an office is named by a uuid')
})

test('问在提交以后，就一定看得到：前一问还在路上，也不拿它的答复充数', async () => {
  const office = await officeWith('甲办')
  const before = db.glance(office, units, '新办')
  await addUnit(office, '新办')
  const after = await db.glance(office, units, '新办')
  await before
  expect(after).toHaveLength(1)
})

test('一问出了错，问的人都知道；连接照样可用，下一问不受影响', async () => {
  const office = await officeWith('甲办')
  const broken: Question<Unit> = {
    name: 'broken',
    text: 'select name as asked, (1 / (length(($2::text[])[1]) - 3))::text as seen from unit where office_id = $1::uuid',
  }
  await expect(db.glance(office, broken, '三个字')).rejects.toThrow('division')
  expect(await db.glance(office, units, '甲办')).toHaveLength(1)
  const seen = await db.inOffice(office, (tx) => sql<{ n: string }>`select count(*) as n from unit`.execute(tx))
  expect(seen.rows[0]?.n).toBe('1')
})
