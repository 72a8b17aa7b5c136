import { randomUUID } from 'node:crypto'
import type { Me, People } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { type Asked, type Person, personOf } from '../support/person.ts'
import { query, refusalOf } from '../support/query.ts'
import { allDuties, type Duty } from './matrix.ts'

// Every way to bring two of the three administrators, or one of them and any other post, into one person: none works.
const three = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const
const sides = ['business', ...three] as const

let office: Awaited<ReturnType<typeof openOffice>>
let clerk: Person
let unitId: string
const posts = new Map<string, string>()
const officers = new Map<string, string>()

beforeAll(async () => {
  office = await openOffice()
  clerk = await office.as('督查专员')
  unitId = (await clerk.get<People>('/api/people')).units[0]?.id ?? ''
  for (const side of sides) {
    const duties: Duty[] = [side === 'business' ? 'handler' : side]
    const post = await clerk.post<{ id: string }>('/api/posts', { unitId, title: `岗位${side}`, duties })
    posts.set(side, post.id)
    const body = { postId: post.id, officer: { name: `任${side}` }, kind: 'holder', from: '2023-07-01' }
    const holding = await clerk.post<{ id: string }>('/api/holdings', body)
    await clerk.post(`/api/holdings/${holding.id}/confirm`, {}, { version: 1 })
  }
  const { units } = await clerk.get<People>('/api/people')
  for (const holding of units.flatMap((unit) => unit.posts.flatMap((post) => post.holdings)))
    for (const side of sides) if (holding.name === `任${side}`) officers.set(side, holding.officerId)
})
afterAll(() => office.close())

const pairs = sides.flatMap((held) => sides.filter((side) => side !== held).map((side) => [held, side] as const))
const holding = (held: string, side: string, kind = 'holder'): Asked => ({
  method: 'POST',
  path: '/api/holdings',
  body: { postId: posts.get(side), officer: { id: officers.get(held) }, kind, from: '2023-07-01' },
})
/** People who hold posts of more than one side, counted in the tables. */
const both = async () =>
  query(
    office.database.root,
    `select h.officer_id from holding h join post p on p.office_id = h.office_id and p.id = h.post_id
     group by h.officer_id having count(distinct p.side) > 1`,
  )

test.each(pairs)('任 %s 的人再提出任 %s，接口拒绝', async (held, side) => {
  expect((await clerk.refused(holding(held, side))).code).toBe('office.sides_apart')
})

test.each(three)('%s 不设B角', async (side) => {
  const asked = holding(side, side, 'deputy')
  expect((await clerk.refused(asked)).code).toBe('office.no_deputy')
})

test('把三员的职责放进同一个岗位，或与业务职责放在一起，都被拒绝', async () => {
  for (const admin of three)
    for (const other of allDuties.filter((duty) => duty !== admin)) {
      const body = { unitId, title: randomUUID(), duties: [admin, other] }
      expect((await clerk.refused({ method: 'POST', path: '/api/posts', body })).code).toBe('office.duties_apart')
    }
})

test('六十四次同时任命，没有一个人得到两种身份', async () => {
  const name = '同时被任命的人'
  const post = await clerk.post<{ id: string }>('/api/posts', { unitId, title: '并发岗位', duties: ['systemAdmin'] })
  const body = { postId: post.id, officer: { name }, kind: 'holder', from: '2023-07-01' }
  await clerk.post('/api/holdings', body)
  const people = await clerk.get<People>('/api/people')
  officers.set(name, people.officers.find((one) => one.name === name)?.id ?? '')
  const asked = Array.from({ length: 64 }, (_, i) => holding(name, sides[i % 4] ?? 'business'))
  const answers = await Promise.all(asked.map((one) => clerk.ask<{ code?: string }>(one)))
  const granted = answers.map(({ status }, i) => (status === 201 ? sides[i % 4] : null)).filter((side) => side)
  // The one post of the person's own side may be granted once; all others never.
  expect(granted).toEqual(['systemAdmin'])
  expect(await both()).toEqual([])
})

const asApp = (...statements: string[]) =>
  refusalOf(office.database.connections.app, 'begin', `set local app.office = '${office.id}'`, ...statements)
const insert = (held: string, side: string, claimed: string, kind = 'holder') =>
  `insert into holding (office_id, id, post_id, officer_id, side, kind, from_day, applied_by, applied_at)
   values ('${office.id}', '${randomUUID()}', '${posts.get(side)}', '${officers.get(held)}', '${claimed}', '${kind}', '2023-07-01', '${officers.get(held)}', now())`

test.each(pairs)('任 %s 的人由应用的角色直接写进 %s，数据库拒绝，不论自称哪一边', async (held, side) => {
  for (const claimed of sides) expect(await asApp(insert(held, side, claimed)), claimed).toBe('23503')
})

test('应用的角色不能改人的一边、岗位的职责、任职的岗位，也不能写三员的B角', async () => {
  for (const statement of [
    `update officer set side = 'systemAdmin'`,
    `update post set side = 'systemAdmin', duties = array['systemAdmin']`,
    `update holding set side = 'systemAdmin'`,
    `update holding set post_id = '${posts.get('auditAdmin')}'`,
    `update holding set officer_id = '${officers.get('auditAdmin')}'`,
    'delete from holding',
  ])
    expect(await asApp(statement), statement).toBe('42501')
  for (const side of three) expect(await asApp(insert(side, side, side, 'deputy')), side).toBe('23514')
  const mixed = `insert into post (office_id, id, unit_id, title, duties, side, position)
    values ('${office.id}', '${randomUUID()}', '${unitId}', '兼', array['systemAdmin', 'auditAdmin'], 'systemAdmin', 1)`
  expect(await asApp(mixed)).toBe('23514')
  // The control: what the constraints allow goes in, so it is they that refused.
  expect(await asApp(insert('business', 'business', 'business'))).toBe('done')
})

test('三员看不到业务数据：凡是看的路由，只有自己的身份、人员、权限表、大屏凭证、导出的申请和审计', async () => {
  for (const side of three) {
    const admin = personOf(office.app, side, await office.sessionOf(officers.get(side) ?? ''))
    const { may } = await admin.get<Me>('/api/me')
    const work = may.filter((route) =>
      /plans|tasks|targets|registers|entries|sources|wall(?!-pass)|evidence|exports.+file/.test(route),
    )
    expect(work, side).toEqual([])
  }
})
