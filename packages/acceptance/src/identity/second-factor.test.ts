import type { IssuedCode, Problem, SignInStep } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, browserAt, type FormalOffice, openFormalOffice } from './formal-office.ts'
import { codeAt } from './phone.ts'

let office: FormalOffice
let secret: string
beforeAll(async () => {
  office = await openFormalOffice()
  secret = (await office.settleIn('supervisor')).secret ?? ''
})
afterAll(() => office.close())

/** Somebody whose password was right and who is asked for the code of the phone. */
const midway = async (): Promise<Browser> => {
  office.clock.pass(86_400)
  const at = office.browser()
  expect((await office.signIn('supervisor', undefined, at)).body).toEqual({ next: 'secondFactor' })
  return at
}
const step = (at: Browser, code: string) => at.post<SignInStep & Problem>('/api/sign-in/second-factor', { code })

test('口令对了还不算进来，动态码对了才算；换的是新的会话', async () => {
  const at = await midway()
  const before = at.cookie
  expect((await at.get('/api/me')).status).toBe(401)
  expect((await step(at, office.phone(secret))).body).toEqual({ next: null })
  expect((await at.get('/api/me')).status).toBe(200)
  expect(at.cookie).not.toBe(before)
  const planted = office.browser()
  planted.cookie = before
  expect((await planted.get('/api/me')).status).toBe(401)
  expect((await step(planted, office.phone(secret, 1))).body.code).toBe('identity.steps_over')
})

test('同一个动态码六十四次同时提交，恰好进来一次；之后再用也不行', async () => {
  const at = await midway()
  const code = office.phone(secret)
  const other = browserAt(await office.again())
  other.cookie = at.cookie
  const tries = Array.from({ length: 64 }, (_, i) => {
    const one = i % 2 === 0 ? office.browser() : browserAt(office.lanApp)
    one.cookie = at.cookie
    return step(i % 4 === 0 ? other : one, code)
  })
  const answers = await Promise.all(tries)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const later = office.browser()
  await office.signIn('supervisor', undefined, later)
  expect((await step(later, code)).body.code).toMatch(/^identity\.(step_refused|wait)$/)
})

test('手机时间差多少算多少：前后一步可以，再多不行', async () => {
  for (let seconds = -90; seconds <= 90; seconds += 15) {
    const at = await midway()
    // Half a step in, so that the table does not hang on the moment the test runs at.
    const now = office.now()
    office.clock.pass((45_000 - (now % 30_000)) / 1000)
    const shown = codeAt(secret, office.now() + seconds * 1000)
    const { status } = await step(at, shown)
    const steps = Math.floor((15 + seconds) / 30)
    expect({ seconds, in: status === 200 }).toEqual({ seconds, in: Math.abs(steps) <= 1 })
  }
}, 60_000)

test('比已用过的更早的动态码也不再认', async () => {
  const at = await midway()
  expect((await step(at, office.phone(secret, 1))).status).toBe(200)
  const again = office.browser()
  await office.signIn('supervisor', undefined, again)
  expect((await step(again, office.phone(secret))).body.code).toBe('identity.step_refused')
})

test('猜动态码：五次以后要等，口令再对也不重新计数', async () => {
  const at = await midway()
  for (let tried = 0; tried < 5; tried += 1) expect((await step(at, '000000')).status).toBe(401)
  expect((await step(at, office.phone(secret))).body).toMatchObject({ code: 'identity.wait', facts: { seconds: 1 } })
  const again = office.browser()
  await office.signIn('supervisor', undefined, again)
  expect((await step(again, office.phone(secret))).body.code).toBe('identity.wait')
  office.clock.pass(2)
  expect((await step(again, office.phone(secret))).status).toBe(200)
})

test('登录走到一半超过十分钟，要从头来', async () => {
  const at = await midway()
  office.clock.pass(599)
  expect((await step(at, '000000')).body.code).toBe('identity.step_refused')
  office.clock.pass(2)
  expect((await step(at, office.phone(secret))).body.code).toBe('identity.steps_over')
})

test('手机丢了：只有安全管理员能重新签发口令码，自己的不行；记在审计里，口令码不在任何表里', async () => {
  const { browser: system } = await office.settleIn('systemAdmin')
  const { browser: security } = await office.settleIn('securityAdmin')
  const path = `/api/officers/${office.officers.supervisor}/code`
  expect((await system.post(path)).body.code).toBe('request.forbidden')
  const own = await security.post(`/api/officers/${office.officers.securityAdmin}/code`)
  expect(own.body.code).toBe('identity.own_code')
  const { body } = await security.post<IssuedCode>(path)
  expect(body).toMatchObject({ loginName: 'supervisor', validDays: 7 })
  const trail = await office.sql(
    `select officer_id, outcome from audit where route = 'POST /api/officers/:id/code' order by seq`,
  )
  expect(trail).toEqual([
    { officer_id: office.officers.systemAdmin, outcome: 'refused' },
    { officer_id: office.officers.securityAdmin, outcome: 'refused' },
    { officer_id: office.officers.securityAdmin, outcome: 'done' },
  ])
  for (const table of ['idempotency', 'audit', 'one_time_code']) {
    const [row] = await office.sql<{ all: string }>(`select string_agg(t::text, ' ') as all from ${table} t`)
    expect(row?.all, table).not.toContain(body.code)
  }
  const first = { officeId: office.id, loginName: 'supervisor', code: body.code, password: 'Xin-shouji-2026x' }
  expect((await office.browser().post('/api/sign-in/first', first)).body).toEqual({ next: 'enrolment' })
})

test('动态码的密钥在数据库里是封起来的', async () => {
  const rows = await office.sql<{ sealed: string }>('select sealed from second_factor')
  for (const { sealed } of rows) {
    expect(sealed).toMatch(/^aes256gcm\.1\./)
    expect(sealed).not.toContain(secret)
  }
})
