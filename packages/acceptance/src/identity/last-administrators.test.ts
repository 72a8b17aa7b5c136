import type { HandedOver, Holding, People, Problem } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, type FormalOffice, openFormalOffice } from './formal-office.ts'

// In earnest somebody has always to be left who confirms holdings and enables accounts. The office is one through all
// of these tests, on 2026-03-02: what one of them has brought about stands in the next.
let office: FormalOffice
let system: Browser
let security: Browser
beforeAll(async () => {
  office = await openFormalOffice()
  system = (await office.settleIn('systemAdmin')).browser
  security = (await office.settleIn('securityAdmin')).browser
})
afterAll(() => office.close())

const holdings = async () =>
  (await system.get<People>('/api/people')).body.units.flatMap(({ posts }) => posts.flatMap((post) => post.holdings))
const one = async (what: string, isIt: (holding: Holding) => boolean) => {
  const found = (await holdings()).findLast(isIt)
  if (!found) throw new Error(`there is no holding ${what}`)
  return found
}
const heldBy = (name: string) => one(`of ${name}`, (holding) => holding.name === name)
const first = (duty: 'systemAdmin' | 'securityAdmin') =>
  one(`of the first ${duty}`, ({ officerId }) => officerId === office.officers[duty])

const change = ({ id, version }: Holding, how: 'confirm' | 'end', at: Browser, body: object = {}) =>
  at.ask<HandedOver & Problem>({ method: 'POST', path: `/api/holdings/${id}/${how}`, body, version })
/** Applies for somebody new to hold a post; it waits to be confirmed. */
const appoint = async (name: string, { postId }: Holding, from: string, until: string | null = null) => {
  await system.post('/api/holdings', { postId, officer: { name }, kind: 'holder', from, until })
  return heldBy(name)
}
const account = (officerId: string, how: 'disable' | 'enable') => security.post(`/api/officers/${officerId}/${how}`)
const answered = ({ status, body }: { status: number; body: { code?: string } }) => ({ status, code: body.code })

test('安全管理员停用不了自己，编号写成大写也不行', async () => {
  const own = office.officers.securityAdmin
  for (const id of [own, own.toUpperCase()])
    expect(answered(await account(id, 'disable'))).toEqual({ status: 403, code: 'identity.own_account' })
  expect((await security.get('/api/me')).status).toBe(200)
})

test.each(['securityAdmin', 'systemAdmin'] as const)(
  '最后一位 %s，写了接任的人也不能结束，因为接任还没有人确认；先确认接任的人，就可以结束',
  async (duty) => {
    const last = await first(duty)
    const { officerId: to } = await appoint(`曾任${duty}`, last, '2025-01-01', '2025-01-31')
    const refused = await change(last, 'end', system, { until: '2026-03-05', to })
    expect(answered(refused)).toEqual({ status: 409, code: 'office.last_one' })
    expect(await first(duty)).toMatchObject({ until: null, inForce: true })
    const next = await appoint(`接任${duty}`, last, '2026-03-04')
    expect((await change(last, 'end', system, { until: '2026-03-05' })).body.code).toBe('office.last_one')
    expect((await change(next, 'confirm', security)).status).toBe(200)
    expect((await change(last, 'end', system, { until: '2026-03-05' })).status).toBe(200)
  },
)

test('自己过几天离任，接任的安全管理员就是最后一位，不能停用；有了第三位才可以，停用的人不再算在内', async () => {
  const second = await heldBy('接任securityAdmin')
  expect(answered(await account(second.officerId, 'disable'))).toEqual({ status: 409, code: 'identity.last_security' })
  await change(await appoint('第三位', second, '2026-03-04'), 'confirm', security)
  expect((await account(second.officerId, 'disable')).status).toBe(200)
  const third = await heldBy('第三位')
  const ending = { until: '2026-03-20' }
  expect(answered(await change(third, 'end', system, ending))).toEqual({ status: 409, code: 'office.last_one' })
  expect((await account(second.officerId, 'enable')).status).toBe(200)
  expect((await change(third, 'end', system, ending)).status).toBe(200)
})

test('口令可能泄露的系统管理员，只有一位也能马上停用，因为安全管理员能恢复', async () => {
  expect((await account(office.officers.systemAdmin, 'disable')).status).toBe(200)
  expect((await system.get('/api/me')).status).toBe(401)
  expect((await account(office.officers.systemAdmin, 'enable')).status).toBe(200)
})
