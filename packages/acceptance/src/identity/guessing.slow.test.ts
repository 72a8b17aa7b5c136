import { identityProblems } from '@guatu/core/identity'
import { reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserAt, countingHasher, type FormalOffice, openFormalOffice, passwordOf } from './formal-office.ts'

const hasher = countingHasher()
let office: FormalOffice
beforeAll(async () => {
  office = await openFormalOffice({ hasher })
  await office.settleIn('handler')
})
afterAll(() => office.close())

const busy = reject(identityProblems('identity.busy', {}))
const wrong = (who = 'handler') => office.signIn(who, 'bushi-Kouling-1')

test('连错五次以后要等，越错越久；等的时候口令对了也不核对，到时就能进来', async () => {
  for (let tried = 0; tried < 5; tried += 1) expect((await wrong()).status).toBe(401)
  const before = hasher.counted.verified
  const waiting = await office.signIn('handler')
  expect(waiting.status).toBe(429)
  expect(waiting.body).toMatchObject({ code: 'identity.wait', facts: { seconds: 1 } })
  expect(waiting.headers['retry-after']).toBe('1')
  expect(hasher.counted.verified).toBe(before)
  for (const seconds of [1, 2, 4, 8]) {
    expect((await wrong()).body.facts).toEqual({ seconds })
    office.clock.pass(seconds)
    expect((await wrong()).status).toBe(401)
  }
  expect((await office.signIn('handler')).body.facts).toEqual({ seconds: 16 })
  office.clock.pass(16)
  expect((await office.signIn('handler')).status).toBe(200)
  expect((await wrong()).status).toBe(401)
})

test('没有的账号也一样要等，答复看不出来有没有这个人', async () => {
  office.clock.pass(86_400)
  const texts = { 有: [] as string[], 没有: [] as string[] }
  for (let tried = 0; tried < 7; tried += 1) {
    texts.有.push((await wrong()).text)
    texts.没有.push((await wrong('nobody')).text)
  }
  expect(texts.没有).toEqual(texts.有)
})

test('三个进程、一百个账号、一千次同时猜：每个账号恰好核对五次，别的都要等；换个进程也还在等', async () => {
  office.clock.pass(86_400)
  // No time passes while they ask: a wait that ended meanwhile would let one more be looked at.
  const at = office.clock.now()
  const another = () => office.again({ hasher, clock: { now: () => at } })
  const processes = [await another(), await another(), await another()] as const
  // From many addresses, as one alone is stopped sooner.
  const guess = (app: FastifyInstance, number: number) =>
    app.inject({
      method: 'POST',
      url: '/api/sign-in',
      remoteAddress: `10.0.${number % 7}.${number % 200}`,
      headers: { 'idempotency-key': `guess-${number}-key` },
      payload: { officeId: office.id, loginName: `g${number % 100}`, password: 'cai-Kouling-1234' },
    })
  const before = hasher.counted.verified
  const answers = await Promise.all(
    Array.from({ length: 1000 }, (_, number) => guess(processes[(number % 3) as 0 | 1 | 2], number)),
  )
  const got = Array.from({ length: 100 }, (_, account) =>
    answers
      .filter((_, number) => number % 100 === account)
      .map(({ statusCode }) => statusCode)
      .toSorted(),
  )
  expect(got).toEqual(got.map(() => [401, 401, 401, 401, 401, 429, 429, 429, 429, 429]))
  expect(hasher.counted.verified - before).toBe(500)
  const fresh = browserAt(await another())
  const { body } = await fresh.post('/api/sign-in', { officeId: office.id, loginName: 'g1', password: 'x' })
  expect(body).toMatchObject({ code: 'identity.wait', facts: { seconds: 1 } })
})

test('同一个地址一刻钟最多失败二百五十次，不管猜的是谁；别的地址不受影响', async () => {
  office.clock.pass(86_400)
  const from = (remoteAddress: string, loginName: string, password = 'cai-Kouling-1234') =>
    office.lanApp.inject({
      method: 'POST',
      url: '/api/sign-in',
      remoteAddress,
      headers: { 'idempotency-key': `${remoteAddress}-${loginName}` },
      payload: { officeId: office.id, loginName, password },
    })
  for (let tried = 0; tried < 250; tried += 1) expect((await from('10.9.9.9', `h${tried}`)).statusCode).toBe(401)
  expect((await from('10.9.9.9', 'handler', passwordOf('handler'))).statusCode).toBe(429)
  expect((await from('10.9.9.8', 'handler', passwordOf('handler'))).statusCode).toBe(200)
  office.clock.pass(900)
  expect((await from('10.9.9.9', 'handler', passwordOf('handler'))).statusCode).toBe(200)
}, 60_000)

test('排队太长就请人稍后再试，不算一次失败', async () => {
  office.clock.pass(86_400)
  const full = { hash: hasher.hash, isOld: hasher.isOld, verify: async () => busy }
  const at = browserAt(await office.again({ hasher: full }))
  const body = { officeId: office.id, loginName: 'handler', password: passwordOf('handler') }
  for (let tried = 0; tried < 8; tried += 1) {
    const { status, headers, body: problem } = await at.post('/api/sign-in', body)
    expect({ status, code: problem.code, again: headers['retry-after'] }).toEqual({
      status: 503,
      code: 'identity.busy',
      again: '5',
    })
  }
  expect((await office.signIn('handler')).status).toBe(200)
})

test('进来、被拒都在审计链里；没有的账号只留散列，不留所填的字', async () => {
  const typed = 'Wode-kouling-tianczuole-8'
  await office.signIn(typed, 'x')
  const rows = await office.sql<{ officer_name: string; detail: object; text: string; outcome: string }>(
    `select officer_name, outcome, detail, a::text as text from audit a where route = 'POST /api/sign-in' order by seq desc limit 1`,
  )
  expect(rows[0]).toMatchObject({
    officer_name: '（未知账号）',
    outcome: 'refused',
    detail: { account: expect.any(String) },
  })
  expect(rows[0]?.text.toLowerCase()).not.toContain(typed.toLowerCase())
  const counts = await office.sql<{ text: string }>('select f::text as text from sign_in_failure f')
  expect(counts.filter(({ text }) => text.toLowerCase().includes(typed.toLowerCase()))).toEqual([])
  await office.signIn('handler')
  await wrong()
  const known = await office.sql(
    `select outcome, problem_code from audit where officer_id = '${office.officers.handler}' and route = 'POST /api/sign-in' order by seq desc limit 2`,
  )
  expect(known).toEqual([
    { outcome: 'refused', problem_code: 'identity.refused' },
    { outcome: 'done', problem_code: null },
  ])
})
