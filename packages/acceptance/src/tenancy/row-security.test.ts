import { randomUUID } from 'node:crypto'
import { type FreshDatabase, freshDatabase } from '@guatu/server/platform/testing/fresh-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { query, refusalOf } from '../support/query.ts'

const ours = randomUUID()
const theirs = randomUUID()
let database: FreshDatabase

const inOffice = (office: string) => `set local app.office = '${office}'`
const unit = (office: string, name: string) =>
  `insert into unit values ('${office}', '${randomUUID()}', '${name}', 'department', now())`

beforeAll(async () => {
  database = await freshDatabase()
  const { app } = database.connections
  for (const [office, name] of [
    [ours, '甲街道'],
    [theirs, '乙街道'],
  ] as const)
    await query(
      app,
      'begin',
      inOffice(office),
      `insert into office values ('${office}', '${name}', 'trial', null, now())`,
      unit(office, `${name}城管办`),
      'commit',
    )
})
afterAll(() => database.drop())

test.each(['app', 'owner'] as const)('%s 忘了写单位的查询，也只看见自己单位的行', async (role) => {
  const config = database.connections[role]
  const names = async (office: string) =>
    (await query<{ name: string }>(config, 'begin', inOffice(office), 'select name from unit')).map((row) => row.name)
  expect(await names(ours)).toEqual(['甲街道城管办'])
  expect(await names(theirs)).toEqual(['乙街道城管办'])
})

test.each([
  ['没有设定单位', 'begin'],
  ['设成空的单位', "set app.office = ''"],
])('%s，一行也看不见', async (_case, first) => {
  expect(await query(database.connections.app, first, 'select name from unit')).toEqual([])
})

test('设成不是编号的东西，查询出错而不是放行', async () => {
  expect(await refusalOf(database.connections.app, "set app.office = 'everything'", 'select name from unit')).toBe(
    '22P02',
  )
})

test('在自己单位里写别人单位的行，被数据库拒绝', async () => {
  expect(await refusalOf(database.connections.app, 'begin', inOffice(ours), unit(theirs, '混入'))).toBe('42501')
})

test('设定只在一次事务里有效，同一条连接的下一次看不见', async () => {
  const rows = await query(
    database.connections.app,
    'begin',
    inOffice(ours),
    'commit',
    'begin',
    'select name from unit',
  )
  expect(rows).toEqual([])
})
