import type { Enrolment, Me, SignInStep } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FormalOffice, openFormalOffice, passwordOf } from './formal-office.ts'

let office: FormalOffice
beforeAll(async () => {
  office = await openFormalOffice()
})
afterAll(() => office.close())

const first = (loginName: string, code: string, password = passwordOf(loginName), at = office.browser()) =>
  at.post<SignInStep & { code: string }>('/api/sign-in/first', { officeId: office.id, loginName, code, password })

test('刚启用时没有一个能用的账号：谁的口令都不对', async () => {
  for (const who of Object.keys(office.officers)) {
    const { status, body } = await office.signIn(who)
    expect({ who, status, code: body.code }).toEqual({ who, status: 401, code: 'identity.refused' })
  }
  expect(await office.sql('select 1 from password')).toEqual([])
})

test('经办人：账号加一次性口令码，设好自己的口令就进来了；再登录用口令', async () => {
  const at = office.browser()
  const code = await office.code(office.officers.handler)
  expect((await at.get('/api/me')).status).toBe(401)
  const { status, body } = await first('handler', code, undefined, at)
  expect({ status, body }).toEqual({ status: 200, body: { next: null } })
  expect((await at.get<Me>('/api/me')).body.officer.id).toBe(office.officers.handler)
  expect((await office.signIn('handler')).body).toEqual({ next: null })
  expect((await office.signIn('ＨＡＮＤＬＥＲ', passwordOf('handler'))).status).toBe(200)
})

test('督查专员和三员还要绑定动态码，绑好才算进来', async () => {
  const at = office.browser()
  expect((await first('systemAdmin', await office.code(office.officers.systemAdmin), undefined, at)).body).toEqual({
    next: 'enrolment',
  })
  expect((await at.get('/api/me')).status).toBe(401)
  const { body } = await at.post<Enrolment>('/api/sign-in/enrolment')
  expect(body.uri).toContain(body.secret)
  expect(decodeURIComponent(body.uri)).toContain('青禾街道')
  expect((await at.post('/api/sign-in/enrolment/confirm', { code: '000000' })).status).toBe(401)
  expect((await at.get('/api/me')).status).toBe(401)
  const midway = at.cookie
  expect((await at.post('/api/sign-in/enrolment/confirm', { code: office.phone(body.secret) })).body).toEqual({
    next: null,
  })
  expect((await at.get<Me>('/api/me')).body.officer.duties).toEqual(['systemAdmin'])
  // The secret of the step before is worth nothing any more.
  expect(at.cookie).not.toBe(midway)
  at.cookie = midway
  expect((await at.post('/api/sign-in/enrolment')).body).toMatchObject({ code: 'identity.steps_over' })
})

test('口令码只能用一次：六十四次同时提交，恰好成一次', async () => {
  const id = await office.addPerson('同时')
  const code = await office.code(id)
  const answers = await Promise.all(Array.from({ length: 64 }, () => first('同时', code)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await office.sql(`select 1 from password where officer_id = '${id}'`)).toHaveLength(1)
  for (const { status } of answers) expect([200, 401, 429]).toContain(status)
})

test('用过的、作废的、过期的、别人的、不存在的口令码，答复一字不差', async () => {
  const texts = new Set<string>()
  const refused = async (loginName: string, code: string) => {
    const { status, text } = await first(loginName, code, 'Xinmima-banfa-88')
    expect(status).toBe(401)
    texts.add(text)
  }
  const ids = await Promise.all(['甲一', '甲二', '甲三', '甲四'].map((name) => office.addPerson(name)))
  const [used, older, old] = [
    await office.code(ids[0] ?? ''),
    await office.code(ids[1] ?? ''),
    await office.code(ids[2] ?? '', 1),
  ]
  expect((await first('甲一', used)).status).toBe(200)
  await refused('甲一', used)
  await office.code(ids[1] ?? '')
  await refused('甲二', older)
  office.clock.pass(86_400)
  await refused('甲三', old)
  await refused('甲四', used)
  await refused('甲四', 'ABCD-EFGH-JKMN-PQRS')
  await refused('没有这个人', used)
  await office.sql(`update officer set disabled_at = now() where id = '${ids[3]}'`)
  await refused('甲四', await office.code(ids[3] ?? ''))
  expect([...texts]).toHaveLength(1)
  expect(JSON.parse([...texts][0] ?? '{}')).toMatchObject({ code: 'identity.code_refused' })
})

test('口令不合规矩，口令码还能再用', async () => {
  const id = await office.addPerson('守规矩')
  const code = await office.code(id)
  for (const [password, why] of [
    ['Duan-1', 'identity.password_short'],
    ['Admin@123456', 'identity.password_common'],
    ['X-守规矩-Ab-88171', 'identity.password_name'],
  ] as const)
    expect((await first('守规矩', code, password)).body, password).toMatchObject({ code: why })
  expect((await first('守规矩', code)).status).toBe(200)
})

test('重新签发口令码再设口令：原来的登录和动态码都失效', async () => {
  const { browser, secret } = await office.settleIn('supervisor')
  expect((await browser.get('/api/me')).status).toBe(200)
  const at = office.browser()
  expect(
    (await first('supervisor', await office.code(office.officers.supervisor), 'Xinde-kouling-52', at)).body,
  ).toEqual({
    next: 'enrolment',
  })
  expect((await browser.get('/api/me')).status).toBe(401)
  expect((await office.signIn('supervisor')).status).toBe(401)
  const again = await office.signIn('supervisor', 'Xinde-kouling-52')
  expect(again.body).toEqual({ next: 'enrolment' })
  expect(secret).not.toBeNull()
})
