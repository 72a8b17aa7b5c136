import type { HandedOver, Holding, People, Problem } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, type FormalOffice, openFormalOffice } from './formal-office.ts'

// In earnest somebody has always to be left who confirms holdings and gives accounts back.
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
  (await system.get<People>('/api/people')).body.units.flatMap(({ posts }) =>
    posts.flatMap((post) => post.holdings.map((holding) => ({ ...holding, postId: post.id }))),
  )
const heldBy = async (officerId: string) => {
  const found = (await holdings()).filter((one) => one.officerId === officerId)
  const [first, last = first] = [found[0], found.at(-1)]
  if (!first || !last) throw new Error('the person holds nothing')
  return { first, last }
}
const change = ({ id, version }: Holding, how: 'confirm' | 'end', at: Browser, body: object = {}) =>
  at.ask<HandedOver & Problem>({ method: 'POST', path: `/api/holdings/${id}/${how}`, body, version })

/** Somebody else in the post of a person, from a day on; not yet confirmed. */
const appoint = async (besides: string, from: string, until: string | null = null) => {
  const { postId } = (await heldBy(besides)).first
  const body = { postId, officer: { name: '王新' }, kind: 'holder', from, until }
  const { id } = (await system.post<{ id: string }>('/api/holdings', body)).body
  const found = (await holdings()).find((one) => one.id === id)
  if (!found) throw new Error('nothing was applied for')
  return found
}

test.each(['securityAdmin', 'systemAdmin'] as const)(
  '正式单位：最后一位 %s，写了接任的人也不能结束，因为接任还没有人确认；先确认接任的人，就可以结束',
  async (duty) => {
    const own = office.officers[duty]
    const { officerId: to } = await appoint(own, '2025-01-01', '2025-01-31')
    const ending = async (body: object) => change((await heldBy(own)).first, 'end', system, body)
    const refused = await ending({ until: '2026-03-05', to })
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 409, code: 'office.last_one' })
    expect((await heldBy(own)).first).toMatchObject({ until: null, inForce: true })
    const next = await appoint(own, '2026-03-04')
    expect((await ending({ until: '2026-03-05' })).body.code).toBe('office.last_one')
    expect((await change(next, 'confirm', security)).status).toBe(200)
    expect((await ending({ until: '2026-03-05' })).status).toBe(200)
  },
)
