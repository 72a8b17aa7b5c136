import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { get } from 'node:http'
import type { IssuedWallPass, People, WallChart, WallPasses } from '@guatu/contract'
import { policyRows } from '@guatu/server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isGuarded, outcomeOf } from '../authorisation/matrix.ts'
import { probeOf } from '../authorisation/probes.ts'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { ask, type Person, send } from '../support/person.ts'
import { query } from '../support/query.ts'

const screen = '三楼会议室大屏'
const issuePath = '/api/wall-passes'
const bindPath = '/api/wall-passes/bind'

let office: Awaited<ReturnType<typeof openOffice>>
let clerk: Person
let url: string
beforeAll(async () => {
  office = await openOffice({ today: '2023-07-01', units: ['东岸社区'] })
  await office.adopt({ text: smallReport })
  clerk = await office.as('督查专员')
  url = await office.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => office.close())
beforeEach(() => office.clock.goTo('2023-07-02'))

const issue = (until: string | null = null) => clerk.post<IssuedWallPass>(issuePath, { screen, until })
const open = (code: string, key?: string) =>
  ask<{ code?: string }>(office.app, null, {
    method: 'POST',
    path: bindPath,
    body: { officeId: office.id, code },
    ...(key ? { key } : {}),
  })
const hang = async (until: string | null = null) => {
  const pass = await issue(until)
  const { status, cookies } = await open(pass.code)
  expect(status).toBe(200)
  return { ...pass, cookie: cookies[0] ?? '' }
}
const wall = (cookie: string) =>
  ask<WallChart & { code?: string }>(office.app, cookie, { method: 'GET', path: '/api/wall?year=2023' })
const listed = async (id: string, who = clerk) =>
  (await who.get<WallPasses>(issuePath)).passes.find((pass) => pass.id === id)
const revoke = (id: string, who = clerk) => who.post(`${issuePath}/${id}/revoke`, {})

/** What has come down the live channel, and whether it is still open. */
async function listen(cookie: string) {
  const request = get(`${url}/api/live`, { headers: { cookie } })
  const [reply] = await once(request, 'response')
  const heard = { status: reply.statusCode as number, text: '', over: false, request }
  reply.on('data', (part: Buffer) => {
    heard.text += part.toString()
  })
  for (const end of ['end', 'close', 'error']) reply.on(end, () => Object.assign(heard, { over: true }))
  return heard
}
const within = async (ms: number, happened: () => boolean): Promise<number> => {
  const from = performance.now()
  while (!happened() && performance.now() - from < ms) await new Promise((resolve) => setTimeout(resolve, 10))
  return performance.now() - from
}

test('督查专员给一块大屏发凭证，大屏打开一次就看到挂图，不用任何人登录', async () => {
  const { id, cookie } = await hang()
  expect((await wall(cookie)).status).toBe(200)
  expect(await listed(id)).toMatchObject({ screen, state: 'bound', until: null, issuedBy: clerk.name })
})

test('凭证的代码、浏览器的密钥，库里都没有', async () => {
  const { code, cookie } = await hang()
  const tables = await query<{ name: string }>(
    office.database.root,
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  )
  const everything = tables
    .map(({ name }) => `select '${name}' as name, t::text as row from ${name} t`)
    .join(' union all ')
  for (const secret of [code, code.replaceAll('-', ''), cookie.split('.')[1]])
    expect(
      await query(office.database.root, `select name from (${everything}) as t where row ilike '%${secret}%'`),
    ).toEqual([])
})

test('同一个发放请求再送一次，得到同一个代码，只有一张凭证', async () => {
  const asked = { method: 'POST', path: issuePath, body: { screen, until: null }, key: randomUUID() } as const
  const [first, again] = [await clerk.ask<IssuedWallPass>(asked), await clerk.ask<IssuedWallPass>(asked)]
  expect(again.body).toEqual(first.body)
  expect(await listed(first.body.id)).toMatchObject({ state: 'waiting' })
})

test('六十四个浏览器同时打开，恰好一个绑定，其余都说代码无效', async () => {
  const { id, code } = await issue()
  const answers = await Promise.all(Array.from({ length: 64 }, () => open(code)))
  const bound = answers.filter(({ status }) => status === 200)
  expect(bound).toHaveLength(1)
  expect(answers.flatMap(({ cookies }) => cookies)).toHaveLength(1)
  expect(new Set(answers.filter((a) => a.status !== 200).map((a) => a.body.code))).toEqual(
    new Set(['wall_pass.code_void']),
  )
  expect((await wall(bound[0]?.cookies[0] ?? '')).status).toBe(200)
  expect(await listed(id)).toMatchObject({ state: 'bound' })
})

test('答复在路上丢了，同一个浏览器把同一个请求再送一次，还是它的', async () => {
  const { code } = await issue()
  const key = randomUUID()
  const [first, again] = [await open(code, key), await open(code, key)]
  expect(again.cookies).toEqual(first.cookies)
  expect((await open(code)).status).toBe(404)
})

test.each([
  ['小写、空格、把 0 写成 O', (code: string) => code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'), 200],
  ['错一个字', (code: string) => `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`, 404],
  ['空的', () => '', 404],
])('遥控器输入代码：%s', async (_how, typed, status) => {
  const { code } = await issue()
  expect((await open(typed(code))).status).toBe(status)
})

test('代码一天之内没有打开就作废', async () => {
  const { id, code } = await issue()
  office.clock.goTo('2023-07-04')
  expect((await open(code)).status).toBe(404)
  expect(await listed(id)).toMatchObject({ state: 'missed' })
})

test('别的单位的代码打不开', async () => {
  const { code } = await issue()
  const body = { officeId: randomUUID(), code }
  expect((await ask(office.app, null, { method: 'POST', path: bindPath, body })).status).toBe(404)
})

const forScreens = ['GET /api/wall', 'GET /api/live']
test('只有挂图和它的实时更新认这张凭证', () => {
  expect(policyRows.filter((row) => row.onWallPass).map((row) => row.route)).toEqual(expect.arrayContaining(forScreens))
  expect(policyRows.filter((row) => row.onWallPass)).toHaveLength(forScreens.length)
})

test.each(policyRows.filter(isGuarded).map((row) => [row.route, row] as const))(
  '只有大屏凭证：%s',
  async (route, row) => {
    const { cookie } = await hang()
    const { status, code } = await outcomeOf(office.app, cookie, probeOf(route))
    if (forScreens.includes(route)) expect([200, 404]).toContain(status)
    else
      expect({ status, code }).toEqual({
        status: 401,
        code: row.bySystemKey ? 'source_system.key_missing' : 'request.no_seat',
      })
  },
)

test('凭证放进登录用的 Cookie 里，什么也打不开', async () => {
  const { cookie } = await hang()
  const forged = cookie.replace(/^[^=]+/, 'guatu_session')
  for (const path of ['/api/me', '/api/wall'])
    expect((await ask(office.app, forged, { method: 'GET', path })).status, path).toBe(401)
})

test('大屏上只有公布的数：社区还没核实的数、行和说明都不在里面', async () => {
  const { cookie } = await hang()
  const before = (await wall(cookie)).body
  const entry = await office.report('T1.1', '2023-06-20 6', { note: '东岸社区内部说明' })
  const waiting = (await wall(cookie)).body
  const figures = ({ areas }: WallChart) =>
    areas.flatMap(({ tasks }) => tasks.map(({ attainment, goal, light }) => [attainment, goal, light]))
  expect(figures(waiting)).toEqual(figures(before))
  expect(JSON.stringify(waiting)).not.toMatch(/东岸社区|内部说明|公共事务中心/)
  await office.verify(entry)
  expect(figures((await wall(cookie)).body)).not.toEqual(figures(before))
  const viewers = await (await office.as('只读')).get<WallChart>('/api/wall?year=2023')
  expect((await wall(cookie)).body.areas).toEqual(viewers.areas)
})

test('挂图有现成的一份，也先看是谁：现成的、新做的一个样；退出、撤销以后立刻不给', async () => {
  const { id, cookie } = await hang()
  const own = await office.sessionOf('')
  const fresh = (await wall(own)).body
  office.clock.pass(30)
  const kept = (await wall(own)).body
  expect(kept).toEqual({ ...fresh, knownAt: expect.stringMatching(/^2023-07-02T02:00:3/) })
  expect(fresh.knownAt).toMatch(/^2023-07-02T02:00:0/)
  expect((await wall(cookie)).body.areas).toEqual(kept.areas)
  const newest = '(select max(id::text)::uuid from session)'
  await query(office.database.root, `update session set ended_at = last_seen_at where id = ${newest}`)
  expect((await wall(own)).status).toBe(401)
  await revoke(id)
  expect((await wall(cookie)).status).toBe(401)
})

test('过了四百天没人碰过，挂图照常显示，Cookie 也续上了', async () => {
  const { id, cookie } = await hang()
  office.clock.goTo('2024-08-05')
  const answer = await send(office.app, cookie, { method: 'GET', path: '/api/wall?year=2023' })
  expect(answer.status).toBe(200)
  expect(answer.cookies[0]).toMatchObject({ maxAge: 400 * 86_400, httpOnly: true, sameSite: 'Strict', path: '/' })
  expect(`${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`).toBe(cookie)
  expect((await listed(id))?.lastSeenAt?.slice(0, 10)).toBe('2024-08-05')
})

test('写了到期日的，到期日当天还在，第二天停', async () => {
  const { id, cookie } = await hang('2023-07-03')
  office.clock.goTo('2023-07-03')
  expect((await wall(cookie)).status).toBe(200)
  office.clock.goTo('2023-07-04')
  expect((await wall(cookie)).body.code).toBe('wall_pass.over')
  expect(await listed(id)).toMatchObject({ state: 'expired' })
  expect((await clerk.refused({ method: 'POST', path: issuePath, body: { screen, until: '2023-07-03' } })).code).toBe(
    'wall_pass.until_past',
  )
})

test('停用以后一秒之内：实时通道断开，挂图不再给，重新连接被拒绝', async () => {
  const [kept, gone] = [await hang(), await hang()]
  const [keptEar, goneEar] = [await listen(kept.cookie), await listen(gone.cookie)]
  expect([keptEar.status, goneEar.status]).toEqual([200, 200])
  await revoke(gone.id)
  const took = await within(3_000, () => goneEar.over)
  expect(took).toBeLessThan(1_000)
  expect(goneEar.text).toContain('event: changed')
  expect((await wall(gone.cookie)).body).toMatchObject({ code: 'wall_pass.over', facts: { screen } })
  expect((await listen(gone.cookie)).status).toBe(401)
  // The control: the other screen hears of it and stays.
  expect(keptEar.over).toBe(false)
  expect((await wall(kept.cookie)).status).toBe(200)
  keptEar.request.destroy()
})

test('停用还没打开的凭证，代码就打不开了；再停用一次，记着的还是第一次', async () => {
  const { id, code } = await issue()
  await revoke(id)
  const first = (await listed(id))?.revokedAt
  await revoke(id)
  expect((await listed(id))?.revokedAt).toBe(first)
  expect((await open(code)).status).toBe(404)
})

test('发放、绑定、停用、用过的代码再打开，各留一条审计', async () => {
  const { id, code } = await hang()
  await open(code)
  await revoke(id)
  const rows = await query<{ route: string; outcome: string; officer_name: string }>(
    office.database.root,
    `select route, outcome, officer_name from audit where route like 'POST /api/wall-passes%' order by seq desc limit 4`,
  )
  expect(rows.reverse()).toEqual([
    { route: 'POST /api/wall-passes', outcome: 'done', officer_name: clerk.name },
    { route: 'POST /api/wall-passes/bind', outcome: 'done', officer_name: screen },
    { route: 'POST /api/wall-passes/bind', outcome: 'refused', officer_name: screen },
    { route: 'POST /api/wall-passes/:id/revoke', outcome: 'done', officer_name: clerk.name },
  ])
})

test('大屏不是单位的人：人员名册里没有它，它也换不到身份', async () => {
  const { id } = await hang()
  const { officers } = await clerk.get<People>('/api/people')
  expect(officers.map((one) => one.id)).not.toContain(id)
  const body = { officeId: office.id, officerId: id }
  expect((await ask(office.app, null, { method: 'POST', path: '/api/session', body })).status).toBe(404)
})
