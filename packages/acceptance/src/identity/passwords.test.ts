import type { IssuedCode, MySessions } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserAt, countingHasher, type FormalOffice, openFormalOffice, passwordOf } from './formal-office.ts'

const hasher = countingHasher()
let office: FormalOffice
beforeAll(async () => {
  office = await openFormalOffice({ hasher })
})
afterAll(() => office.close())

const settled = async (loginName: string, password = passwordOf(loginName)) => {
  const id = await office.addPerson(loginName)
  const at = office.browser()
  const body = { officeId: office.id, loginName, code: await office.code(id), password }
  const { status, text } = await at.post('/api/sign-in/first', body)
  if (status !== 200) throw new Error(text)
  return { id, at }
}

const middle = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

test('没有这个人、口令不对、账号已停用、还没有口令：答复一字不差，核对的次数一样多，时间相当', async () => {
  await settled('在用的')
  const { id } = await settled('停用的')
  await office.sql(`update officer set disabled_at = now() where id = '${id}'`)
  await office.addPerson('没口令的')
  const kinds = {
    没有这个人: ['查无此人', '不是口令'],
    口令不对: ['在用的', '不是口令'],
    账号已停用: ['停用的', passwordOf('停用的')],
    还没有口令: ['没口令的', '不是口令'],
  } as const
  const texts = new Set<string>()
  const times: Record<string, number[]> = {}
  const work: Record<string, number> = {}
  for (let round = 0; round < 15; round += 1)
    for (const [kind, [loginName, password]] of Object.entries(kinds)) {
      // Every wait is over by then, so that each try is looked at.
      office.clock.pass(1_000)
      const before = hasher.counted.verified
      const start = performance.now()
      const { status, text, headers } = await office.signIn(loginName, password)
      times[kind] = [...(times[kind] ?? []), performance.now() - start]
      work[kind] = (work[kind] ?? 0) + hasher.counted.verified - before
      expect(status).toBe(401)
      expect(headers['set-cookie']).toBeUndefined()
      texts.add(text)
    }
  expect([...texts]).toHaveLength(1)
  expect(work).toEqual({ 没有这个人: 15, 口令不对: 15, 账号已停用: 15, 还没有口令: 15 })
  const middles = Object.values(times).map(middle)
  expect(Math.max(...middles)).toBeLessThan(Math.min(...middles) * 3 + 20)
}, 60_000)

test('口令按整句核对：六十四个字以上也不截断，少一个字就不对', async () => {
  const long = `Aa1-${'街道办事处'.repeat(20)}`
  await settled('长口令', long)
  expect((await office.signIn('长口令', long)).status).toBe(200)
  expect((await office.signIn('长口令', long.slice(0, -1))).status).toBe(401)
  expect((await office.signIn('长口令', `${long}处`)).status).toBe(401)
})

test('数据库里的口令都是封起来的：没有一个散列，更没有口令', async () => {
  const rows = await office.sql<{ sealed: string }>('select sealed from password')
  expect(rows.length).toBeGreaterThan(2)
  for (const { sealed } of rows) {
    expect(sealed).toMatch(/^aes256gcm\.1\.[A-Za-z0-9+/=]+$/)
    expect(Buffer.from(sealed.slice(12), 'base64').toString('latin1')).not.toContain('argon2')
  }
  // Another person's sealed password does not open in one's own place.
  const { id } = await settled('偷换的')
  const { id: from } = await settled('被抄的')
  await office.sql(
    `update password set sealed = (select sealed from password where officer_id = '${from}') where officer_id = '${id}'`,
  )
  expect((await office.signIn('偷换的', passwordOf('被抄的'))).status).toBe(503)
})

test('散列的算法参数旧了，登录时换成新的，一个不落', async () => {
  const many = Array.from({ length: 6 }, (_, at) => `旧参数${at}`)
  for (const name of many) await settled(name)
  const stronger = countingHasher({ memoryKiB: 128, passes: 1, lanes: 1 })
  const upgraded = browserAt(await office.again({ hasher: stronger }))
  const signIn = (loginName: string) =>
    upgraded.post('/api/sign-in', { officeId: office.id, loginName, password: passwordOf(loginName) })
  for (const name of many) expect((await signIn(name)).status).toBe(200)
  expect(stronger.counted.hashed).toBe(many.length)
  for (const name of many) expect((await signIn(name)).status).toBe(200)
  expect(stronger.counted.hashed).toBe(many.length)
})

test('换口令：原口令要对，新口令不能是最近五个之一；换好以后别处的登录都退出', async () => {
  const { at } = await settled('换口令的', 'Diyige-kouling-1')
  const elsewhere = office.browser()
  expect((await office.signIn('换口令的', 'Diyige-kouling-1', elsewhere)).status).toBe(200)
  const change = (old: string, password: string) => at.post('/api/my/password', { old, password })
  expect((await change('Cuowu-kouling-9', 'Dierge-kouling-2')).body.code).toBe('identity.old_refused')
  expect((await change('Diyige-kouling-1', 'Duan-1')).body.code).toBe('identity.password_short')
  expect((await change('Diyige-kouling-1', 'Diyige-kouling-1')).body.code).toBe('identity.password_again')
  const names = ['Diyige-kouling-1', 'Dierge-kouling-2', 'Disange-kouling-3', 'Disige-kouling-4', 'Diwuge-kouling-5']
  for (const [i, next] of names.slice(1).entries()) expect((await change(names[i] ?? '', next)).status, next).toBe(200)
  expect((await elsewhere.get('/api/me')).status).toBe(401)
  expect((await at.get('/api/me')).status).toBe(200)
  for (const earlier of names)
    expect((await change('Diwuge-kouling-5', earlier)).body.code).toBe('identity.password_again')
  expect((await change('Diwuge-kouling-5', 'Diliuge-kouling-6')).status).toBe(200)
  expect((await change('Diliuge-kouling-6', 'Diyige-kouling-1')).status).toBe(200)
  expect((await office.signIn('换口令的', 'Diliuge-kouling-6')).status).toBe(401)
})

test('口令到期：一百八十天后登录先换口令，管理员九十天', async () => {
  const { at } = await settled('到期的')
  // Somebody who is in every month: it is not the account that lies unused.
  for (const days of [60, 60, 59]) {
    office.clock.pass(days * 86_400)
    expect((await office.signIn('到期的')).body).toEqual({ next: null })
  }
  office.clock.pass(86_400)
  expect((await at.get('/api/me')).status).toBe(401)
  const fresh = office.browser()
  expect((await office.signIn('到期的', undefined, fresh)).body).toEqual({ next: 'password' })
  expect((await fresh.get('/api/me')).status).toBe(401)
  const step = (password: string) => fresh.post('/api/sign-in/password', { password })
  expect((await step(passwordOf('到期的'))).body.code).toBe('identity.password_again')
  expect((await step('Xinde-yinian-22')).body).toEqual({ next: null })
  expect((await fresh.get<MySessions>('/api/my/sessions')).body.sessions).toHaveLength(1)
  expect((await office.signIn('到期的', 'Xinde-yinian-22')).body).toEqual({ next: null })
})

test('九十天没有用过的账号不放行，说明原因和找谁；安全管理员重新签发口令码后可用', async () => {
  const { id } = await settled('久不用的')
  office.clock.pass(90 * 86_400)
  const refused = await office.signIn('久不用的')
  expect(refused.status).toBe(403)
  expect(refused.body).toMatchObject({ code: 'identity.unused' })
  expect(refused.body.next.zh).toContain('安全管理员')
  expect((await office.signIn('久不用的', '不是口令')).body.code).toBe('identity.refused')
  const { browser: security } = await office.settleIn('securityAdmin')
  const { body } = await security.post<IssuedCode>(`/api/officers/${id}/code`)
  const again = { officeId: office.id, loginName: '久不用的', code: body.code, password: 'Chongxin-qiyong-3' }
  expect((await office.browser().post('/api/sign-in/first', again)).status).toBe(200)
  expect((await office.signIn('久不用的', 'Chongxin-qiyong-3')).status).toBe(200)
})
