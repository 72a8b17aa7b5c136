import type { Enrolment, OidcOffered, OidcProviders, SignInStep } from '@guatu/contract'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ask, type Person } from '../support/person.ts'
import { query } from '../support/query.ts'
import { saying, withToken } from './oidc-forgeries.ts'
import { comeBack, type EarnestOffice, leave, openEarnestOffice } from './oidc-office.ts'
import { client, openUnitLogin, origin, type UnitLogin } from './oidc-provider.ts'
import { codeAt } from './phone.ts'

let login: UnitLogin
let office: EarnestOffice
let keeper: Person
let guard: Person
beforeAll(async () => {
  ;[login, office] = await Promise.all([openUnitLogin(), openEarnestOffice()])
  keeper = (await office.signedIn(await office.somebody('systemAdmin'))).person
  guard = (await office.signedIn(await office.somebody('securityAdmin'))).person
})
afterAll(() => Promise.all([login.close(), office.close()]))
afterEach(() => login.lies.clear())

const providers = '/api/oidc/providers'
const settings = {
  label: '用统一身份认证登录',
  issuer: 'https://login.example.test',
  clientId: client.id,
  secret: client.secret,
  origin,
  secondFactorValues: [],
}
const signIn = async (subject: string) => {
  const { location, cookie } = await leave(office)
  return comeBack(office, cookie, await login.visit(location, subject))
}
const sessionIn = (cookies: readonly string[]) => cookies.find((cookie) => cookie.includes('session')) ?? ''
const offered = async () =>
  (await ask<OidcOffered>(office.app, null, { method: 'GET', path: '/api/oidc' })).body.offered

test('系统管理员提出，安全管理员确认以后才启用；密钥谁也看不到', async () => {
  const { id } = await keeper.post<{ id: string }>(providers, { ...settings, issuer: login.issuer })
  expect(await offered()).toEqual([])
  expect(
    (await keeper.refused({ method: 'POST', path: `${providers}/${id}/confirm`, body: {}, version: 1 })).code,
  ).toBe('request.forbidden')
  await guard.post(`${providers}/${id}/confirm`, {}, { version: 1 })
  expect(await offered()).toEqual([{ officeId: office.id, label: settings.label }])
  const shown = await guard.get<OidcProviders>(providers)
  expect(shown.providers[0]).toMatchObject({ state: 'inForce', redirectUri: `${origin}/sign-in/oidc` })
  expect(JSON.stringify(shown)).not.toContain(client.secret)
  const kept = await query(
    office.database.root,
    `select row_to_json(p)::text as row from oidc_provider p union all select body::text from idempotency`,
  )
  expect(JSON.stringify(kept)).not.toContain(client.secret)
})

test.each([
  ['http://login.example.test'],
  ['ftp://login.example.test'],
  ['file:///etc/passwd'],
  ['https://login.example.test/?a=1'],
  ['https://somebody@login.example.test'],
  ['http://127.0.0.1.example.test'],
  ['http://169.254.169.254/latest'],
  ['login.example.test'],
])('颁发者地址 %s 不收', async (issuer) => {
  const asked = { method: 'POST', path: providers, body: { ...settings, issuer } } as const
  expect((await keeper.refused(asked)).code).toBe('oidc.issuer_unsafe')
})

test('关联过的人登录，会话写明是统一身份认证，留下审计', async () => {
  const officer = await office.somebody('handler')
  await office.link('li.ming', officer)
  const { status, cookies } = await signIn('li.ming')
  expect(status).toBe(200)
  const me = await ask<{ officer: { id: string } }>(office.app, sessionIn(cookies), { method: 'GET', path: '/api/me' })
  expect(me.body.officer.id).toBe(officer)
  const [row] = await query(
    office.database.root,
    `select s.signed_in_by, a.outcome, a.route from session s join audit a on a.officer_id = s.officer_id
     where s.officer_id = '${officer}'`,
  )
  expect(row).toEqual({ signed_in_by: 'oidc', outcome: 'done', route: 'POST /api/oidc/finish' })
})

test('没有关联的账号不会被建成新人，说明去找谁，日志里不写他的账号', async () => {
  const people = () => query(office.database.root, 'select id from officer')
  const before = (await people()).length
  const { status, body } = await signIn('stranger.nobody')
  expect([status, body.code]).toEqual([401, 'oidc.unlinked'])
  expect((await people()).length).toBe(before)
  const rows = await query(office.database.root, `select detail::text from audit where problem_code = 'oidc.unlinked'`)
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('stranger.nobody')
})

test('停用的人、没有岗位的人登录不了', async () => {
  const [gone, idle] = [await office.somebody('handler'), await office.somebody('handler')]
  await office.link('gone', gone)
  await office.link('idle', idle)
  await query(office.database.root, `update officer set disabled_at = now() where id = '${gone}'`)
  await query(office.database.root, `update holding set until_day = '2001-01-01' where officer_id = '${idle}'`)
  expect((await signIn('gone')).body.code).toBe('oidc.unlinked')
  expect((await signIn('idle')).body.code).toBe('oidc.no_post')
})

const saysFactor = (claims: Record<string, unknown>) => saying((said) => ({ ...said, ...claims }))
test.each([
  ['没有说用过第二步', {}, ['otp'], 'enrolment'],
  ['说用过，本单位不认', { amr: ['pwd', 'otp'] }, [], 'enrolment'],
  ['说的是别的方式', { amr: ['pwd', 'sms'] }, ['otp'], 'enrolment'],
  ['amr 写成一句话', { amr: 'otp' }, ['otp'], 'enrolment'],
  ['amr 里有本单位认的', { amr: ['pwd', 'otp'] }, ['otp'], null],
  ['acr 是本单位认的', { acr: 'two' }, ['two'], null],
])('督查专员登录：%s', async (name, claims, trusted, next) => {
  const subject = `clerk ${name.length} ${trusted.length} ${String(next)}`.replace(/\s/g, '.')
  await office.use(login, trusted)
  await office.link(subject, await office.somebody('supervisor'))
  login.lies.set('/token', withToken(login, '', saysFactor(claims)))
  const { body, cookies } = await signIn(subject)
  expect(body.next).toBe(next)
  const me = await ask(office.app, sessionIn(cookies), { method: 'GET', path: '/api/me' })
  expect(me.status).toBe(next === null ? 200 : 401)
})

test('统一身份认证已经验过第二步的，登录后新任的岗位也换得过去；没有验过的，换岗位前要先绑定', async () => {
  const switchOf = async (claims: Record<string, unknown>) => {
    const [person, clerk] = [await office.somebody('handler'), await office.somebody('supervisor')]
    await office.use(login, ['otp'])
    await office.link(`switch.${person}`, person)
    login.lies.set('/token', withToken(login, '', saysFactor(claims)))
    const { body, cookies } = await signIn(`switch.${person}`)
    expect(body.next).toBe(null)
    const [post] = await query<{ post_id: string }>(
      office.database.root,
      `update holding set officer_id = '${person}' where officer_id = '${clerk}' returning post_id`,
    )
    const switched = { method: 'POST', path: '/api/my/post', body: { postId: post?.post_id } } as const
    const { status, body: said, cookies: next } = await ask<{ code?: string }>(office.app, sessionIn(cookies), switched)
    const me = await ask<{ officer: { duties: string[] } }>(office.app, sessionIn(next), {
      method: 'GET',
      path: '/api/me',
    })
    return { status, code: said.code, duties: me.body.officer?.duties }
  }
  expect(await switchOf({ amr: ['pwd', 'otp'] })).toEqual({ status: 200, code: undefined, duties: ['supervisor'] })
  expect(await switchOf({})).toEqual({ status: 403, code: 'identity.factor_first', duties: undefined })
})

/** Takes a step of the sign-in that a cookie stands for, and gives the answer with the cookie one goes on with. */
async function step<T = SignInStep>(cookie: string, path: string, body: unknown = {}) {
  const asked = { method: 'POST', path: `/api/sign-in/${path}`, body } as const
  const { body: said, status, cookies } = await ask<T>(office.app, cookie, asked)
  return { said, status, cookie: sessionIn(cookies) }
}
const nextCode = ({ secret }: Enrolment, steps = 0) => codeAt(secret, Date.now() + steps * 30_000)

test('督查专员没有账号名：从统一身份认证来，绑定动态码以后才进来；下一次来，要动态码', async () => {
  const clerk = await office.somebody('supervisor')
  await office.use(login, [])
  await office.link('clerk.unnamed', clerk)
  await query(office.database.root, `update officer set name = '周敏', login_name = null where id = '${clerk}'`)
  const first = await signIn('clerk.unnamed')
  expect(first.body).toEqual({ next: 'enrolment' })
  const { said: phone } = await step<Enrolment>(sessionIn(first.cookies), 'enrolment')
  expect(decodeURIComponent(phone.uri)).toContain('周敏')
  const wrong = await step<{ code: string }>(sessionIn(first.cookies), 'enrolment/confirm', { code: 'abcdef' })
  expect([wrong.status, wrong.said.code]).toEqual([401, 'identity.step_refused'])
  const bound = await step(sessionIn(first.cookies), 'enrolment/confirm', { code: nextCode(phone) })
  expect(bound.said).toEqual({ next: null })
  expect((await ask(office.app, bound.cookie, { method: 'GET', path: '/api/me' })).status).toBe(200)

  const second = await signIn('clerk.unnamed')
  expect(second.body).toEqual({ next: 'secondFactor' })
  const old = await step<{ code: string }>(sessionIn(second.cookies), 'second-factor', { code: nextCode(phone) })
  expect(old.said.code).toBe('identity.step_refused')
  const through = await step(sessionIn(second.cookies), 'second-factor', { code: nextCode(phone, 1) })
  expect(through.said).toEqual({ next: null })
  expect((await ask(office.app, through.cookie, { method: 'GET', path: '/api/me' })).status).toBe(200)
  const kept = await query(
    office.database.root,
    `select distinct signed_in_by from session where officer_id = '${clerk}'`,
  )
  expect(kept).toEqual([{ signed_in_by: 'oidc' }])
  const trail = await query(
    office.database.root,
    `select route, outcome, detail ->> 'next' as next from audit where officer_id = '${clerk}' order by seq`,
  )
  expect(trail).toEqual([
    { route: 'POST /api/oidc/finish', outcome: 'done', next: 'enrolment' },
    { route: 'POST /api/sign-in/enrolment', outcome: 'done', next: null },
    { route: 'POST /api/sign-in/enrolment/confirm', outcome: 'refused', next: null },
    { route: 'POST /api/sign-in/enrolment/confirm', outcome: 'done', next: '' },
    { route: 'POST /api/oidc/finish', outcome: 'done', next: 'secondFactor' },
    { route: 'POST /api/sign-in/second-factor', outcome: 'refused', next: null },
    { route: 'POST /api/sign-in/second-factor', outcome: 'done', next: '' },
  ])
})

test('岗位不要求、自己有动态码的人：从统一身份认证来也要动态码', async () => {
  const handler = await office.somebody('handler')
  await office.use(login, [])
  await office.link('has.phone', handler)
  expect((await signIn('has.phone')).body).toEqual({ next: null })
  await query(
    office.database.root,
    `insert into second_factor (office_id, officer_id, number, sealed, made_at, confirmed_at)
     values ('${office.id}', '${handler}', 1, 'sealed', now(), now())`,
  )
  expect((await signIn('has.phone')).body).toEqual({ next: 'secondFactor' })
})

test('从统一身份认证登录，也清掉半年以前的旧登录', async () => {
  const handler = await office.somebody('handler')
  await office.use(login, [])
  await office.link('comes.again', handler)
  await signIn('comes.again')
  await query(
    office.database.root,
    `update session set started_at = now() - interval '181 days' where officer_id = '${handler}'`,
  )
  await signIn('comes.again')
  const kept = await query(
    office.database.root,
    `select started_at > now() - interval '1 hour' as new from session where officer_id = '${handler}'`,
  )
  expect(kept).toEqual([{ new: true }])
})

test('换了颁发者，同一个 sub 就是另一个人', async () => {
  const second = await openUnitLogin()
  await office.link('same.subject', await office.somebody('handler'))
  expect((await signIn('same.subject')).status).toBe(200)
  await office.use(second)
  const { location, cookie } = await leave(office)
  const back = await comeBack(office, cookie, await second.visit(location, 'same.subject'))
  expect(back.body.code).toBe('oidc.unlinked')
  await office.use(login)
  await second.close()
})

test('一个账号只关联一个人，解除以后就登录不了', async () => {
  const [first, other] = [await office.somebody('handler'), await office.somebody('handler')]
  await office.link('one.account', first)
  const body = { officerId: other, subject: 'one.account' }
  expect((await guard.refused({ method: 'POST', path: '/api/oidc/links', body })).code).toBe('oidc.link_taken')
  const { links } = await guard.get<{ links: { id: string; subject: string }[] }>('/api/oidc/links')
  await guard.post(`/api/oidc/links/${links.find((one) => one.subject === 'one.account')?.id}/end`, {})
  expect((await signIn('one.account')).body.code).toBe('oidc.unlinked')
})

test('停用以后没有入口，路上的人也回不来', async () => {
  const id = await office.use(login)
  const { location, cookie } = await leave(office)
  const answer = await login.visit(location, 'li.ming')
  await guard.post(`${providers}/${id}/end`, {})
  expect((await comeBack(office, cookie, answer)).body.code).toBe('oidc.attempt_unknown')
  await expect(leave(office)).rejects.toThrow('oidc.not_offered')
})
