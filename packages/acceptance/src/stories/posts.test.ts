import type { HandedOver, Holding, Me, People } from '@guatu/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { onLan, turnInto } from '../support/formal.ts'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { type Person, personOf } from '../support/person.ts'
import { query } from '../support/query.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let clerk: Person
beforeEach(async () => {
  office = await openOffice()
  clerk = await office.as('督查专员')
})
afterEach(() => office.close())

const holdings = async (): Promise<(Holding & { title: string })[]> =>
  (await clerk.get<People>('/api/people')).units.flatMap((unit) =>
    unit.posts.flatMap((post) => post.holdings.map((holding) => ({ ...holding, title: post.title }))),
  )
const held = async (name: string) => {
  const found = (await holdings()).findLast((one) => one.name === name)
  if (!found) throw new Error(`${name} holds nothing`)
  return found
}
const appoint = async (name: string, post: string, more: object = {}) => {
  const { postId } = (await holdings()).find((one) => one.title === post) ?? { postId: '' }
  const body = { postId, officer: { name }, kind: 'holder', from: '2023-07-01', ...more }
  return clerk.post<{ id: string }>('/api/holdings', body)
}
const confirm = async (id: string) => {
  const { version = 1 } = (await holdings()).find((one) => one.id === id) ?? {}
  await clerk.post(`/api/holdings/${id}/confirm`, {}, { version })
}

test('提出的任职确认以后才生效，到期的第二天就坐不进去', async () => {
  const { id } = await appoint('王新', '经办人', { until: '2023-07-10' })
  const { officerId } = await held('王新')
  expect(await office.sessionOf(officerId)).toBe('')
  await confirm(id)
  expect(await held('王新')).toMatchObject({ inForce: true, byOneself: true })
  const seat = personOf(office.app, '王新', await office.sessionOf(officerId))
  office.clock.goTo('2023-07-10')
  expect((await seat.get<Me>('/api/me')).officer.post).toBe('经办人')
  office.clock.goTo('2023-07-11')
  expect((await seat.refused({ method: 'GET', path: '/api/me' })).code).toBe('request.no_seat')
})

test('B角代岗：切换岗位以后按那个岗位的职责办，审计写明是以B角身份', async () => {
  const officer = { id: (await held('试用·经办人')).officerId }
  const { id } = await appoint('试用·经办人', '督查专员', { officer, kind: 'deputy' })
  await confirm(id)
  const { postId } = (await holdings()).find((one) => one.id === id) ?? { postId: '' }
  const seat = { officeId: office.id, officerId: officer.id, postId }
  const handler = await office.as('经办人')
  const { cookies } = await handler.ask({ method: 'POST', path: '/api/session', body: seat })
  const deputy = personOf(office.app, 'B角', cookies[0] ?? '')
  expect((await deputy.get<Me>('/api/me')).officer).toMatchObject({ post: '督查专员（B角）', duties: ['supervisor'] })
  await deputy.post('/api/units', { name: '新科', kind: 'department' })
  const [record] = await query(office.database.root, `select post from audit where route = 'POST /api/units'`)
  expect(record).toEqual({ post: '督查专员（B角）' })
  expect((await handler.get<Me>('/api/me')).officer.post).toBe('经办人')
})

test('调离交接：结束任职，列出没办完的事，接任的人第二天起在岗', async () => {
  await office.adopt({ text: smallReport })
  const open = await office.report('T1.1', '2023-06-20 3')
  await confirm((await appoint('王新', '挂点联络员')).id)
  const leaving = await held('试用·经办人')
  const body = { until: '2023-07-05', to: (await held('王新')).officerId }
  const done = await clerk.post<HandedOver>(`/api/holdings/${leaving.id}/end`, body, { version: 2 })
  expect(done.open).toMatchObject([{ kind: 'entry', id: open.id }])
  expect((await holdings()).find((one) => one.id === done.successor)).toMatchObject({
    name: '王新',
    title: '经办人',
    from: '2023-07-06',
    inForce: false,
  })
  office.clock.goTo('2023-07-06')
  expect((await holdings()).find((one) => one.id === done.successor)?.inForce).toBe(true)
  expect((await holdings()).find((one) => one.id === leaving.id)?.inForce).toBe(false)
})

test('最后一位督查专员没有接任的人不能结束；看过的版本旧了要重看', async () => {
  const { id } = await held('试用·督查专员')
  const asked = { method: 'POST', path: `/api/holdings/${id}/end`, body: { until: '2023-07-05' } } as const
  expect((await clerk.refused({ ...asked, version: 2 })).code).toBe('office.last_one')
  expect((await clerk.refused({ ...asked, version: 1 })).code).toBe('request.version_conflict')
})

test('正式单位：督查专员不再任命，系统管理员提出、安全管理员确认，提出人和本人都不能确认', async () => {
  const unit = (await clerk.get<People>('/api/people')).units[0]?.id ?? ''
  const seats: string[] = []
  for (const duty of ['systemAdmin', 'securityAdmin']) {
    await clerk.post('/api/posts', { unitId: unit, title: duty, duties: [duty] })
    const { units } = await clerk.get<People>('/api/people')
    const postId = units[0]?.posts.find((post) => post.title === duty)?.id
    const body = { postId, officer: { name: duty }, kind: 'holder', from: '2023-07-01' }
    await confirm((await clerk.post<{ id: string }>('/api/holdings', body)).id)
    seats.push(await office.sessionOf((await held(duty)).officerId))
  }
  const { officer } = await clerk.get<Me>('/api/me')
  seats.push(await office.sessionOf(officer.id))
  await turnInto('formal', office.database.root, office.id)
  const lan = await office.lan()
  const [system, security, supervisor] = seats.map((cookie) => personOf(lan, '同志', onLan(cookie)))
  if (!system || !security || !supervisor) throw new Error('three people sit down')
  clerk = supervisor
  const { postId } = await held('试用·经办人')
  const body = { postId, officer: { name: '王新' }, kind: 'holder', from: '2023-07-01' }
  expect((await clerk.refused({ method: 'POST', path: '/api/holdings', body })).code).toBe('policy.state')
  const { id } = await system.post<{ id: string }>('/api/holdings', body)
  const path = `/api/holdings/${id}/confirm`
  for (const who of [system, clerk])
    expect((await who.refused({ method: 'POST', path, body: {}, version: 1 })).kind).toMatch(/forbidden|conflict/)
  await security.post(path, {}, { version: 1 })
  expect(await held('王新')).toMatchObject({ inForce: true, byOneself: false, confirmedBy: 'securityAdmin' })
  const own = {
    ...body,
    postId: (await held('securityAdmin')).postId,
    officer: { id: (await held('securityAdmin')).officerId },
  }
  const again = await system.post<{ id: string }>('/api/holdings', { ...own, from: '2023-06-01', until: '2023-06-30' })
  const self = { method: 'POST', path: `/api/holdings/${again.id}/confirm`, body: {}, version: 2 } as const
  expect((await security.refused(self)).code).toBe('office.needs_second')
})

test('撤销岗位、科室：还有人在岗、台账还有待核实的行就不能撤，说清是什么；撤销以后不能再任命、再设岗', async () => {
  const { id: postId, unitId } = await (async () => {
    const { units } = await clerk.get<People>('/api/people')
    const unit = units.find(({ name }) => name === '公共事务中心')
    const post = unit?.posts.find(({ title }) => title === '经办人')
    return { id: post?.id ?? '', unitId: unit?.id ?? '' }
  })()
  const close = (path: string) => ({ method: 'POST', path, body: { on: '2023-07-02' } }) as const
  const held1 = await clerk.refused(close(`/api/posts/${postId}/close`))
  expect(held1).toMatchObject({
    code: 'office.still_open',
    says: { zh: '「经办人」还不能撤销：试用·经办人任经办人。' },
  })
  await office.adopt({ text: smallReport })
  const entry = await office.report('T1.1', '2023-06-20 3')
  for (const name of ['试用·经办人', '试用·科室负责人']) {
    const { id, version } = await held(name)
    await clerk.post(`/api/holdings/${id}/end`, { until: '2023-07-01' }, { version })
  }
  const open = await clerk.refused(close(`/api/units/${unitId}/close`))
  expect(open.says.zh).toContain('2023-06-20 台账一行，待核实')
  const head = await office.as('科室负责人')
  await head.post('/api/registers/progress/verify', { ids: [entry.id] })
  await clerk.post(`/api/units/${unitId}/close`, { on: '2023-07-02' })
  expect((await clerk.refused(close(`/api/units/${unitId}/close`))).code).toBe('office.closed_already')
  const { units } = await clerk.get<People>('/api/people')
  expect(units.find(({ id }) => id === unitId)).toMatchObject({
    closedOn: '2023-07-02',
    posts: [{ closedOn: '2023-07-02' }, { closedOn: '2023-07-02' }],
  })
  const unitsOffered = async () => (await clerk.get<Me>('/api/me')).units.map(({ name }) => name)
  expect(await unitsOffered()).toContain('公共事务中心')
  office.clock.goTo('2023-07-02')
  expect(await unitsOffered()).not.toContain('公共事务中心')
  expect(await unitsOffered()).toContain('党政综合办公室')
  office.clock.goTo('2023-07-01')
  const again = { postId, officer: { name: '王新' }, kind: 'holder', from: '2023-07-01' }
  expect((await clerk.refused({ method: 'POST', path: '/api/holdings', body: again })).code).toBe(
    'office.closed_already',
  )
  const post = { unitId, title: '新岗', duties: ['handler'] }
  expect((await clerk.refused({ method: 'POST', path: '/api/posts', body: post })).code).toBe('office.closed_already')
})
