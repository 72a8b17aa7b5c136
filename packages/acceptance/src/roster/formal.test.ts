import { randomUUID } from 'node:crypto'
import type { ConfirmedHoldings, Holding, People, RosterAnswer, SlipSheets } from '@guatu/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personIn } from '../authorisation/single-duties.ts'
import { onLan, turnInto } from '../support/formal.ts'
import { openOffice } from '../support/open-office.ts'
import { type Person, personOf } from '../support/person.ts'
import { query } from '../support/query.ts'
import { digestOf, type RosterRows, rosterBook, rosterForm, savedRoster } from '../support/rosters.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let lan: FastifyInstance
let system: Person
let security: Person
let supervisor: Person
const root = () => office.database.root

beforeAll(async () => {
  office = await openOffice()
  lan = await office.lan()
  const cookies: string[] = []
  for (const [at, duty] of (['systemAdmin', 'securityAdmin', 'supervisor'] as const).entries())
    cookies.push(await office.sessionOf(await personIn(office, duty, 400 + at)))
  await turnInto('formal', root(), office.id)
  const seated = cookies.map((cookie) => personOf(lan, '同志', onLan(cookie)))
  const [first, second, third] = seated
  if (!first || !second || !third) throw new Error('three people sit down')
  system = first
  security = second
  supervisor = third
}, 120_000)
afterAll(() => office.close())

const rows: RosterRows = {
  单位: ['环卫所 | 其他', '东岸社区 | 社区'],
  岗位: ['环卫所 | 所长 | 科室负责人', '东岸社区 | 书记 | 社区书记'],
  人员: [
    '王芳 | wangfang | 环卫所 | 所长',
    '李强 | liqiang | 环卫所 | 所长 | B角',
    '赵云 | zhaoyun | 东岸社区 | 书记',
    '王芳 | wangfang | 东岸社区 | 书记 | B角',
  ],
}

const uploaded = async (who: Person, path: string, file: Buffer, version?: number) => {
  const form = rosterForm(file, digestOf(file))
  const asked = { method: 'POST', path, form, ...(version === undefined ? {} : { version }) } as const
  return who.ask<RosterAnswer & { code: string }>(asked)
}
const everybody = async () => (await security.get<People>('/api/people')).units
const waiting = async (): Promise<Holding[]> =>
  (await everybody()).flatMap(({ posts }) =>
    posts.flatMap(({ holdings }) => holdings.filter(({ confirmedBy }) => confirmedBy === null)),
  )
const unitIds = async (...names: string[]) =>
  (await everybody()).filter(({ name }) => names.includes(name)).map(({ id }) => id)
const slipsOf = async (units: readonly string[], key: string = randomUUID()) =>
  security.post<SlipSheets>('/api/roster/slips', { units }, { key })
const codesIn = ({ sheets }: SlipSheets) => sheets.flatMap(({ slips }) => slips.map(({ code }) => code))

test('督查专员和安全管理员不能导入；系统管理员导入以后都待确认，谁也坐不进去', async () => {
  const file = await savedRoster(rosterBook(rows))
  expect((await uploaded(supervisor, '/api/roster/preview', file)).body.code).toBe('policy.state')
  expect((await uploaded(security, '/api/roster/preview', file)).body.code).toBe('request.forbidden')
  const { body } = await uploaded(system, '/api/roster/preview', file)
  expect(body).toMatchObject({ effect: 'whenConfirmed', counts: { new: 8, refused: 0 } })
  const done = await uploaded(system, '/api/roster/apply', file, body.version)
  expect(done).toMatchObject({ status: 201, body: { counts: { new: 8 } } })
  expect((await waiting()).map(({ name }) => name).toSorted()).toEqual(['李强', '王芳', '王芳', '赵云'].toSorted())
  expect((await waiting()).every(({ inForce }) => !inForce)).toBe(true)
})

test('还没有确认的人，打不出账号条', async () => {
  const { sheets } = await slipsOf(await unitIds('环卫所', '东岸社区'))
  expect(sheets).toEqual([])
})

test('系统管理员不能确认；安全管理员一并确认，每一项各有一条审计；自己的留给别人', async () => {
  const own = await ownHolding()
  const asked = (await waiting()).map(({ id, version }) => ({ id, version }))
  const path = '/api/holdings/confirm'
  const refused = await system.refused({ method: 'POST', path, body: { holdings: asked } })
  expect(refused.code).toBe('request.forbidden')
  const done = await security.post<ConfirmedHoldings>(path, { holdings: asked })
  expect(done).toMatchObject({ confirmed: 4, left: [{ id: own }] })
  const audited = await query<{ object: string }>(
    root(),
    `select object from audit where route = 'POST ${path}' and outcome = 'done' and object like '/api/holdings/%-%'`,
  )
  expect(audited).toHaveLength(4)
  expect((await waiting()).map(({ id }) => id)).toEqual([own])
  const alone = { holdings: (await waiting()).map(({ id, version }) => ({ id, version })) }
  expect((await security.refused({ method: 'POST', path, body: alone })).code).toBe('office.needs_second')
  const again = await security.refused({ method: 'POST', path, body: { holdings: asked } })
  expect(again.code).toBe('request.version_conflict')
})

/** A second time of the security administrator in the same post, which somebody else has to confirm. */
async function ownHolding(): Promise<string> {
  const units = await everybody()
  const posts = units.flatMap((unit) => unit.posts)
  const post = posts.find(({ duties }) => duties.includes('securityAdmin'))
  const [held] = post?.holdings ?? []
  const body = {
    postId: post?.id,
    officer: { id: held?.officerId },
    kind: 'holder',
    from: '1999-01-01',
    until: '1999-12-31',
  }
  return (await system.post<{ id: string }>('/api/holdings', body)).id
}

test('账号条：每个单位一张，一个人一条，附一次性码；码只给这一次，库里没有；再打一次旧码作废', async () => {
  const units = await unitIds('环卫所', '东岸社区')
  const key = randomUUID()
  const first = await slipsOf(units, key)
  expect(first).toMatchObject({ office: '青禾街道', validUntil: '2023-07-15', withoutAccount: [] })
  expect(first.sheets.map(({ unit, slips }) => [unit, slips.map(({ account }) => account)])).toEqual([
    ['环卫所', ['wangfang', 'liqiang']],
    ['东岸社区', ['zhaoyun']],
  ])
  for (const code of codesIn(first)) expect(code).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
  expect(codesIn(await slipsOf(units, key))).toEqual([null, null, null])
  const dump = await query<{ dump: string }>(
    root(),
    `select string_agg(t, ' ') as dump from (select i::text as t from idempotency i union all select a::text from audit a
       union all select c::text from one_time_code c) as every_row`,
  )
  for (const code of codesIn(first)) expect(dump[0]?.dump).not.toContain(code)
  const count = () => query(root(), 'select officer_id, max(number)::int as number from one_time_code group by 1')
  expect((await count()).map(({ number }) => number)).toEqual([1, 1, 1])
  expect(codesIn(await slipsOf(units))).not.toEqual(codesIn(first))
  expect((await count()).map(({ number }) => number)).toEqual([2, 2, 2])
  const audited = await query(root(), `select 1 from audit where route = 'POST /api/roster/slips' and outcome = 'done'`)
  expect(audited.length).toBeGreaterThanOrEqual(3)
})

test('已经设好口令的人、停用的人，不再给账号条；没有账号的说出来', async () => {
  const officer = (name: string) => `(select id from officer where office_id = '${office.id}' and name = '${name}')`
  await query(
    root(),
    `insert into password (office_id, officer_id, number, sealed, set_at) values ('${office.id}', ${officer('王芳')}, 1, 'x', now())`,
    `update officer set disabled_at = now() where id = ${officer('李强')}`,
  )
  const units = [...(await unitIds('环卫所', '东岸社区')), ...(await unitIds('党政综合办公室'))]
  const { sheets, withoutAccount } = await slipsOf(units)
  expect(sheets.map(({ unit, slips }) => [unit, slips.map(({ name }) => name)])).toEqual([['东岸社区', ['赵云']]])
  expect(withoutAccount).toContain('试用·督查专员')
})

test('系统管理员和督查专员打不了账号条', async () => {
  const asked = { method: 'POST', path: '/api/roster/slips', body: { units: [randomUUID()] } } as const
  for (const who of [system, supervisor]) expect((await who.refused(asked)).code).toBe('request.forbidden')
})

test('同一个文件再导入一次，什么都不变，没有新的待确认', async () => {
  const file = await savedRoster(rosterBook(rows))
  const { body } = await uploaded(system, '/api/roster/preview', file)
  expect(body.counts).toMatchObject({ new: 0, changed: 0, ended: 0, refused: 0 })
  const done = await uploaded(system, '/api/roster/apply', file, body.version)
  expect(done.body).toEqual({ ...body, at: done.body.at })
})
