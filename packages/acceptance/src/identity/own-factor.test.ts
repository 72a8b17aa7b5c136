import type { MySessions, OwnEnrolment, Problem } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personIn } from '../authorisation/single-duties.ts'
import { openOffice } from '../support/open-office.ts'
import { ask } from '../support/person.ts'
import { type Browser, type FormalOffice, openFormalOffice, passwordOf } from './formal-office.ts'
import { openEarnestOffice } from './oidc-office.ts'
import { codeAt } from './phone.ts'

let office: FormalOffice
beforeAll(async () => {
  office = await openFormalOffice()
})
afterAll(() => office.close())

const path = '/api/my/second-factor'

/** Somebody of no post that asks for a second factor, who is in by password. */
async function settled(loginName: string) {
  const id = await office.addPerson(loginName)
  const at = office.browser()
  const body = { officeId: office.id, loginName, code: await office.code(id), password: passwordOf(loginName) }
  expect((await at.post('/api/sign-in/first', body)).body).toEqual({ next: null })
  return { id, at }
}

const begin = (at: Browser, loginName: string) =>
  at.post<OwnEnrolment & Problem>(path, { password: passwordOf(loginName) })

async function turnedOn(loginName: string) {
  const { id, at } = await settled(loginName)
  const secret = (await begin(at, loginName)).body.secret ?? ''
  expect((await at.post(`${path}/confirm`, { code: office.phone(secret) })).status).toBe(200)
  office.clock.pass(60)
  return { id, at, secret }
}

const proofs = async (at: Browser) => {
  const { hasPassword, secondFactor } = (await at.get<MySessions>('/api/my/sessions')).body
  return { hasPassword, ...secondFactor }
}
const trail = (id: string) =>
  office.sql(`select route, outcome, problem_code from audit where officer_id = '${id}' and route like '%my/second%'
     order by seq`)

test('岗位不要求的人自己启用：先核对口令，再凭手机上的码；别处的登录退出，下次登录要动态码；每一步都有审计', async () => {
  const { id, at } = await settled('自愿的')
  const elsewhere = office.browser()
  await office.signIn('自愿的', undefined, elsewhere)
  expect(await proofs(at)).toEqual({ hasPassword: true, on: false, asked: false })
  expect((await at.post(path, { password: 'Bushi-kouling-1' })).body.code).toBe('identity.old_refused')
  const { body: phone } = await begin(at, '自愿的')
  expect(decodeURIComponent(phone.uri ?? '')).toContain('挂图 青禾街道:自愿的')
  const secret = phone.secret ?? ''
  expect((await at.post(`${path}/confirm`, { code: '000000' })).body.code).toBe('identity.step_refused')
  expect(await proofs(at)).toMatchObject({ on: false })
  expect((await office.signIn('自愿的')).body).toEqual({ next: null })

  expect((await at.post(`${path}/confirm`, { code: office.phone(secret) })).body).toEqual({ ok: true })
  expect(await proofs(at)).toEqual({ hasPassword: true, on: true, asked: false })
  expect((await elsewhere.get('/api/me')).status).toBe(401)
  const next = office.browser()
  expect((await office.signIn('自愿的', undefined, next)).body).toEqual({ next: 'secondFactor' })
  office.clock.pass(60)
  expect((await next.post('/api/sign-in/second-factor', { code: office.phone(secret) })).body).toEqual({ next: null })
  expect((await begin(at, '自愿的')).body.code).toBe('identity.factor_on')
  expect((await at.post(`${path}/confirm`, { code: office.phone(secret, 1) })).body.code).toBe('identity.factor_on')
  expect(await trail(id)).toEqual([
    { route: `POST ${path}`, outcome: 'invalid', problem_code: 'identity.old_refused' },
    { route: `POST ${path}`, outcome: 'done', problem_code: null },
    { route: `POST ${path}/confirm`, outcome: 'refused', problem_code: 'identity.step_refused' },
    { route: `POST ${path}/confirm`, outcome: 'done', problem_code: null },
    { route: `POST ${path}`, outcome: 'refused', problem_code: 'identity.factor_on' },
    { route: `POST ${path}/confirm`, outcome: 'refused', problem_code: 'identity.factor_on' },
  ])
})

test('停用要口令和动态码，缺一不可，用过的码不行；停用后登录不再要，别处的登录退出', async () => {
  const { at, secret } = await turnedOn('不用了的')
  const elsewhere = office.browser()
  await office.signIn('不用了的', undefined, elsewhere)
  const used = office.phone(secret)
  expect((await elsewhere.post('/api/sign-in/second-factor', { code: used })).status).toBe(200)
  const end = (code: string, password = passwordOf('不用了的')) => at.post(`${path}/end`, { password, code })
  expect((await end(office.phone(secret, 1), 'Bushi-kouling-1')).body.code).toBe('identity.old_refused')
  expect((await end(office.phone(secret, 1), '')).body.code).toBe('identity.old_refused')
  expect((await end('000000')).body.code).toBe('identity.step_refused')
  expect((await end(used)).body.code).toBe('identity.step_refused')
  expect(await proofs(at)).toMatchObject({ on: true })
  expect((await end(office.phone(secret, 1))).body).toEqual({ ok: true })
  expect(await proofs(at)).toEqual({ hasPassword: true, on: false, asked: false })
  expect((await elsewhere.get('/api/me')).status).toBe(401)
  expect((await at.get('/api/me')).status).toBe(200)
  expect((await office.signIn('不用了的')).body).toEqual({ next: null })
  expect((await end(office.phone(secret, 2))).body.code).toBe('identity.factor_off')
})

test('岗位要求动态码的人不能自己停用；提示找安全管理员', async () => {
  const { browser: clerk, secret } = await office.settleIn('supervisor')
  office.clock.pass(60)
  expect(await proofs(clerk)).toEqual({ hasPassword: true, on: true, asked: true })
  const body = { password: passwordOf('supervisor'), code: office.phone(secret ?? '') }
  const refused = await clerk.post(`${path}/end`, body)
  expect(refused.body.code).toBe('identity.factor_asked')
  expect(refused.body.next.zh).toContain('安全管理员')
  expect((await office.signIn('supervisor')).body).toEqual({ next: 'secondFactor' })
})

test('坐在别人桌前猜动态码：五次以后要等，和登录时是同一个计数', async () => {
  const { at, secret } = await turnedOn('离开座位的')
  const end = (code: string) => at.post(`${path}/end`, { password: passwordOf('离开座位的'), code })
  for (let tried = 0; tried < 5; tried += 1) expect((await end('000000')).body.code).toBe('identity.step_refused')
  expect((await end(office.phone(secret))).body.code).toBe('identity.wait')
  const other = office.browser()
  await office.signIn('离开座位的', undefined, other)
  const step = await other.post('/api/sign-in/second-factor', { code: office.phone(secret) })
  expect(step.body.code).toBe('identity.wait')
  office.clock.pass(60)
  expect((await end(office.phone(secret))).status).toBe(200)
})

test('同一次提交再发一遍：不算第二次，也不再给密钥；密钥不在哪张表里明写', async () => {
  const { at } = await settled('重发的')
  const body = { password: passwordOf('重发的') }
  const twice = { method: 'POST', path, body, key: 'the-same-key-of-a-begin' } as const
  const secret = (await at.ask<OwnEnrolment>(twice)).body.secret ?? ''
  expect(secret).toHaveLength(32)
  expect((await at.ask<OwnEnrolment>(twice)).body).toEqual({ uri: null, secret: null })
  const code = office.phone(secret)
  const confirm = { method: 'POST', path: `${path}/confirm`, body: { code }, key: 'the-same-key-of-a-confirm' } as const
  expect((await at.ask(confirm)).body).toEqual({ ok: true })
  expect((await at.ask(confirm)).body).toEqual({ ok: true })
  for (const table of ['idempotency', 'audit', 'second_factor']) {
    const [row] = await office.sql<{ all: string }>(`select string_agg(t::text, ' ') as all from ${table} t`)
    expect(row?.all, table).not.toContain(secret)
  }
})

test('没有口令、从统一身份认证来的人：启用、停用都只凭动态码', async () => {
  const earnest = await openEarnestOffice()
  const { person } = await earnest.signedIn(await earnest.somebody('handler'), 'oidc')
  const shown = await person.get<MySessions>('/api/my/sessions')
  expect(shown).toMatchObject({ hasPassword: false, secondFactor: { on: false, asked: false } })
  const { secret, uri } = await person.post<OwnEnrolment>(path, { password: '' })
  expect(decodeURIComponent(uri ?? '')).toContain('只任handler')
  await person.post(`${path}/confirm`, { code: codeAt(secret ?? '', Date.now()) })
  const end = { method: 'POST', path: `${path}/end`, body: { password: '', code: '000000' } } as const
  expect((await person.refused(end)).code).toBe('identity.step_refused')
  await person.post(`${path}/end`, { password: '', code: codeAt(secret ?? '', Date.now() + 30_000) })
  expect((await person.get<MySessions>('/api/my/sessions')).secondFactor.on).toBe(false)
  await earnest.close()
})

test('试用的单位不用登录，也没有动态码', async () => {
  const trial = await openOffice()
  const cookie = await trial.sessionOf(await personIn(trial, 'handler', 70))
  const asked = { method: 'POST', path, body: { password: '' } } as const
  expect((await ask<Problem>(trial.app, cookie, asked)).body.code).toBe('identity.not_formal')
  await trial.close()
})
