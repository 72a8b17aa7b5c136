import type { Me, MySessions } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, browserAt, type FormalOffice, openFormalOffice } from './formal-office.ts'

let office: FormalOffice
let handler: Browser
beforeAll(async () => {
  office = await openFormalOffice()
  handler = (await office.settleIn('handler')).browser
})
afterAll(() => office.close())

const signedIn = async (who = 'handler', app = office.lanApp) => {
  const at = browserAt(app)
  expect((await office.signIn(who, undefined, at)).body).toEqual({ next: null })
  return at
}
const isIn = async (at: Browser) => (await at.get('/api/me')).status === 200

test('登录前塞进来的会话，登录后不能用；令牌只存散列，各不相同', async () => {
  const planted = browserAt(office.lanApp)
  planted.cookie = `__Host-guatu_session=${office.id}.${'A'.repeat(43)}`
  const before = planted.cookie
  await office.signIn('handler', undefined, planted)
  expect(planted.cookie).not.toBe(before)
  const old = browserAt(office.lanApp)
  old.cookie = before
  expect(await isIn(old)).toBe(false)
  const tokens = new Set<string>()
  for (let i = 0; i < 20; i += 1) tokens.add((await signedIn()).cookie ?? '')
  expect(tokens.size).toBe(20)
  const [row] = await office.sql<{ all: string }>(`select string_agg(s::text, ' ') as all from session s`)
  for (const cookie of tokens) expect(row?.all).not.toContain(cookie.split('.')[1])
})

test.each([
  ['handler', 29, 31],
  ['systemAdmin', 9, 11],
] as const)('%s 闲置 %i 分钟还在，再闲置 %i 分钟就退出了', async (who, stays, goes) => {
  const at = who === 'handler' ? await signedIn() : (await office.settleIn(who)).browser
  office.clock.pass(stays * 60)
  expect(await isIn(at)).toBe(true)
  office.clock.pass(goes * 60)
  expect(await isIn(at)).toBe(false)
})

test.each([
  [11 * 60 + 59, true],
  [12 * 60 + 1, false],
])('一直在用，登录满 %i 分钟后还在：%s', async (minutes, stays) => {
  const at = await signedIn()
  for (let passed = 0; passed < minutes - 1; passed += 1) {
    office.clock.pass(60)
    if (passed % 20 === 0) await at.get('/api/me')
  }
  office.clock.pass(60)
  expect(await isIn(at)).toBe(stays)
})

test('「最近使用」一分钟最多记一次', async () => {
  const at = await signedIn()
  const seen = async () =>
    (await office.sql<{ at: string }>(`select max(last_seen_at)::text as at from session`))[0]?.at
  const first = await seen()
  office.clock.pass(50)
  await at.get('/api/me')
  expect(await seen()).toBe(first)
  office.clock.pass(15)
  await at.get('/api/me')
  expect(await seen()).not.toBe(first)
})

test('我的登录：看得到设备和时间，能结束一个、结束其他；别人的看不到也结束不了', async () => {
  await handler.post('/api/sign-out')
  const [one, two, three] = [await signedIn(), await signedIn(), await signedIn()]
  await three.post('/api/my/sessions/end-others')
  expect([await isIn(one), await isIn(two), await isIn(three)]).toEqual([false, false, true])
  const other = await signedIn()
  const listed = (await three.get<MySessions>('/api/my/sessions')).body
  expect(listed.loginName).toBe('handler')
  expect(listed.sessions.map(({ current }) => current).toSorted()).toEqual([false, true])
  const its = listed.sessions.find(({ current }) => !current)?.id
  const { browser: stranger } = await office.settleIn('supervisor')
  expect((await stranger.post(`/api/my/sessions/${its}/end`)).status).toBe(404)
  expect(await isIn(other)).toBe(true)
  expect((await three.post(`/api/my/sessions/${its}/end`)).status).toBe(200)
  expect([await isIn(other), await isIn(three)]).toEqual([false, true])
})

test('退出登录：这一处马上不能用，浏览器里的东西请它清掉', async () => {
  const at = await signedIn()
  const cookie = at.cookie
  const { status, headers } = await at.post('/api/sign-out')
  expect({ status, cleared: headers['clear-site-data'], cookie: at.cookie }).toEqual({
    status: 200,
    cleared: expect.stringContaining('storage'),
    cookie: null,
  })
  at.cookie = cookie
  expect(await isIn(at)).toBe(false)
})

test('停用账号：两个进程里的五十处登录马上全部退出；恢复后要重新登录', async () => {
  const { browser: security } = await office.settleIn('securityAdmin')
  const second = await office.again()
  const open: Browser[] = []
  for (let i = 0; i < 50; i += 1) open.push(await signedIn('handler', i % 2 === 0 ? office.lanApp : second))
  expect(await Promise.all(open.map(isIn))).toEqual(open.map(() => true))
  const path = `/api/officers/${office.officers.handler}`
  expect((await security.post(`${path}/disable`)).status).toBe(200)
  expect(await Promise.all(open.map(isIn))).toEqual(open.map(() => false))
  expect((await office.signIn('handler')).body).toMatchObject({ code: 'identity.refused' })
  expect((await security.post(`${path}/enable`)).status).toBe(200)
  expect(await Promise.all(open.map(isIn))).toEqual(open.map(() => false))
  await signedIn()
  expect((await security.post(`/api/officers/${office.officers.securityAdmin}/disable`)).body.code).toBe(
    'identity.own_account',
  )
})

test('最后一项任职结束，会话当天就断；再登录说明原因', async () => {
  const at = await signedIn()
  const [held] = await office.sql<{ id: string }>(
    `select id from holding where officer_id = '${office.officers.handler}'`,
  )
  await office.sql(`update holding set until_day = '2020-01-01' where id = '${held?.id}'`)
  expect(await isIn(at)).toBe(false)
  expect((await office.signIn('handler')).body).toMatchObject({ code: 'identity.no_post' })
  await office.sql(`update holding set until_day = null where id = '${held?.id}'`)
})

const standIn = (postId: string | undefined) =>
  office.sql(
    `insert into holding (office_id, id, post_id, officer_id, side, kind, from_day, applied_by, applied_at, confirmed_by, confirmed_at)
     values ('${office.id}', gen_random_uuid(), '${postId}', '${office.officers.handler}', 'business', 'deputy', '2000-01-01',
       '${office.officers.handler}', now(), '${office.officers.handler}', now())`,
  )

test('一人多岗：登录后在自己的岗位之间切换，换新的会话；别人的岗位换不了；登录的时间不因此延长', async () => {
  const at = await signedIn()
  const { officers } = (await at.get<Me>('/api/me')).body
  const free = officers.find(({ duties }) => duties.includes('unitHead') && !duties.includes('supervisor'))
  expect((await at.post('/api/my/post', { postId: free?.postId })).status).toBe(404)
  await standIn(free?.postId)
  const before = at.cookie
  const since = async () =>
    (await at.get<MySessions>('/api/my/sessions')).body.sessions.find((one) => one.current)?.since
  const signedInAt = await since()
  office.clock.pass(120)
  expect((await at.post('/api/my/post', { postId: free?.postId })).status).toBe(200)
  expect((await at.get<Me>('/api/me')).body.officer).toMatchObject({ postId: free?.postId, duties: free?.duties })
  expect(await since()).toBe(signedInAt)
  const old = browserAt(office.lanApp)
  old.cookie = before
  expect(await isIn(old)).toBe(false)
})

test('登录以后才代理要动态码的岗位：这次登录没有用过动态码，换不过去', async () => {
  const at = await signedIn()
  const { officers } = (await at.get<Me>('/api/me')).body
  const asking = officers.find(({ id }) => id === office.officers.supervisor)
  await standIn(asking?.postId)
  const refused = await at.post('/api/my/post', { postId: asking?.postId })
  expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 403, code: 'identity.factor_first' })
  expect((await at.get<Me>('/api/me')).body.officer.duties).toEqual(['handler'])
})
