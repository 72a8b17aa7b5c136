import { randomUUID } from 'node:crypto'
import type { FormalOffice, Problem } from '@guatu/contract'
import { afterEach, expect, test } from 'vitest'
import { openOfficeIn, type StoryOffice } from '../support/office.ts'
import { openStory, type Story } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { ask } from '../support/person.ts'
import { query, refusalOf } from '../support/query.ts'

let story: Story
afterEach(() => story.close())

const three = { systemAdmin: '王系统', securityAdmin: '李安全', auditAdmin: '赵审计' }
const begin = (body: object, key: string | null = randomUUID()) =>
  ask<FormalOffice & Problem>(story.app, null, { method: 'POST', path: '/api/formal-offices', body, key })
const rows = <T extends Record<string, unknown>>(sql: string) => query<T>(story.database.root, sql)

async function openTrial(): Promise<StoryOffice> {
  story = await openStory('2023-07-01')
  return openOfficeIn(story.app, '青禾街道', ['城管办'])
}

/** Everything the office had that a promotion may not touch. */
const kept = async (officeId: string) => {
  const tables = [
    'source',
    'review_decision',
    'plan_version',
    'area',
    'plan_item',
    'task',
    'target',
    'entry',
    'entry_event',
    'fact',
    'evidence',
  ]
  const digests = tables.map(
    (table) =>
      `select '${table}' as name, count(*)::int as n, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as all_of_it
       from ${table} t where office_id = '${officeId}'`,
  )
  return rows<{ name: string; n: number }>(`${digests.join(' union all ')} order by 1`)
}

test('试用转正式：编号不变，计划、填报、审计链都在，三位管理员各得一张口令码，别的账号都进不去', async () => {
  const office = await openTrial()
  await office.adopt({ text: smallReport })
  await office.verify(await office.report('T1.1', '2023-06-20 6'))
  const before = await kept(office.id)
  const trail = await rows<{ hash: string }>(`select hash from audit where office_id = '${office.id}' order by seq`)
  const { status, body } = await begin({ officeId: office.id, administrators: three })
  expect({ status, officeId: body.officeId, name: body.name }).toEqual({
    status: 201,
    officeId: office.id,
    name: '青禾街道',
  })
  expect(body.slips.map(({ side, name, post }) => [side, name, post])).toEqual([
    ['systemAdmin', '王系统', '系统管理员'],
    ['securityAdmin', '李安全', '安全管理员'],
    ['auditAdmin', '赵审计', '审计管理员'],
  ])
  expect(new Set(body.slips.map(({ code }) => code)).size).toBe(3)
  for (const { code } of body.slips) expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
  expect(await kept(office.id)).toEqual(before)
  expect(before.find(({ name }) => name === 'fact')?.n).toBeGreaterThan(0)

  const after = await rows<{ hash: string; prev_hash: string; route: string; detail: object }>(
    `select hash, prev_hash, route, detail from audit where office_id = '${office.id}' order by seq`,
  )
  expect(after.slice(0, trail.length).map(({ hash }) => hash)).toEqual(trail.map(({ hash }) => hash))
  expect(after).toHaveLength(trail.length + 1)
  expect(after.at(-1)).toMatchObject({
    route: 'POST /api/formal-offices',
    prev_hash: trail.at(-1)?.hash,
    detail: { from: 'trial' },
  })

  const accounts = await rows<{ name: string; login: boolean; disabled: boolean; until: string | null }>(
    `select o.name, login_name is not null as login, disabled_at is not null as disabled, max(until_day)::text as until
     from officer o join holding h on h.office_id = o.office_id and h.officer_id = o.id
     where o.office_id = '${office.id}' group by 1, 2, 3 order by 1`,
  )
  expect(accounts.filter(({ name }) => name.startsWith('试用·'))).toHaveLength(6)
  for (const { name, ...account } of accounts)
    expect(account, name).toEqual(
      name.startsWith('试用·')
        ? { login: false, disabled: true, until: '2023-07-01' }
        : { login: true, disabled: false, until: null },
    )
  expect(await rows(`select 1 from session where office_id = '${office.id}'`)).toEqual([])
  expect(await rows(`select 1 from password where office_id = '${office.id}'`)).toEqual([])
})

test('口令码只在答复里：哪张表里都找不到', async () => {
  const office = await openTrial()
  const { body } = await begin({ officeId: office.id, administrators: three })
  const tables = await rows<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`)
  const holding = async (said: string) => {
    const one = ({ name }: { name: string }) => `select '${name}' as name from ${name} t where t::text like '%${said}%'`
    return (await rows<{ name: string }>(tables.map(one).join(' union '))).map(({ name }) => name)
  }
  expect(await holding('王系统')).toContain('officer')
  for (const { code } of body.slips) {
    expect(await holding(code)).toEqual([])
    expect(await holding(code.replaceAll('-', ''))).toEqual([])
  }
})

test('新建就正式：没有一个试用的人，只有三位管理员', async () => {
  story = await openStory('2023-07-01')
  const { status, body } = await begin({ name: '青禾街道', units: ['城管办'], administrators: three })
  expect(status).toBe(201)
  const people = await rows<{ name: string }>(
    `select name from officer where office_id = '${body.officeId}' order by 1`,
  )
  expect(people.map(({ name }) => name).toSorted()).toEqual(Object.values(three).toSorted())
  const [office] = await rows<{ kind: string }>(`select kind from office where id = '${body.officeId}'`)
  expect(office?.kind).toBe('formal')
  const units = await rows<{ name: string }>(`select name from unit where office_id = '${body.officeId}'`)
  expect(units.map(({ name }) => name)).toContain('城管办')
  const trail = await rows(`select seq::int, route, officer_name from audit where office_id = '${body.officeId}'`)
  expect(trail).toEqual([{ seq: 1, route: 'POST /api/formal-offices', officer_name: '王系统' }])
})

test('六十四次同时转正式，只成一次', async () => {
  const office = await openTrial()
  const answers = await Promise.all(
    Array.from({ length: 64 }, () => begin({ officeId: office.id, administrators: three })),
  )
  const done = answers.filter(({ status }) => status === 201)
  expect(done).toHaveLength(1)
  for (const { status, body } of answers.filter((one) => !done.includes(one)))
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'first_run.already_formal' })
  expect(await rows(`select 1 from officer where office_id = '${office.id}' and not stand_in`)).toHaveLength(3)
  expect(await rows(`select 1 from one_time_code where office_id = '${office.id}'`)).toHaveLength(3)
})

test('答复没收到，原样再发一次：还是这三个人，码换成新的；有人用过以后就不再给', async () => {
  const office = await openTrial()
  const body = { officeId: office.id, administrators: three }
  const key = randomUUID()
  const first = await begin(body, key)
  const again = await begin(body, key)
  expect(again.status).toBe(201)
  expect(again.body.slips.map(({ loginName }) => loginName)).toEqual(first.body.slips.map(({ loginName }) => loginName))
  expect(again.body.slips.map(({ code }) => code)).not.toEqual(first.body.slips.map(({ code }) => code))
  const other = await begin({ ...body, administrators: { ...three, auditAdmin: '孙审计' } }, key)
  expect(other.body.code).toBe('request.key_reused')
  await rows(
    `insert into password (office_id, officer_id, number, sealed, set_at)
     select office_id, officer_id, 1, 'x', now() from one_time_code where office_id = '${office.id}' limit 1`,
  )
  // As it is where a backup was restored: codes stay behind.
  await rows(`delete from one_time_code where office_id = '${office.id}'`)
  expect((await begin(body, key)).body.code).toBe('first_run.codes_used')
  expect(await rows(`select 1 from officer where office_id = '${office.id}' and not stand_in`)).toHaveLength(3)
})

test('新建的请求同时发六十四次，是一个单位、三个人', async () => {
  story = await openStory('2023-07-01')
  const body = { name: '青禾街道', administrators: three }
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 64 }, () => begin(body, key)))
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.officeId}`)).size).toBe(1)
  expect(answers[0]?.status).toBe(201)
  expect(await rows('select 1 from office')).toHaveLength(1)
  expect(await rows('select 1 from officer')).toHaveLength(3)
})

test.each([
  ['同一个人任两员', { ...three, auditAdmin: '王系统' }, 422, 'first_run.same_person'],
  ['前后加了空格的同一个人', { ...three, auditAdmin: ' 王系统 ' }, 422, 'first_run.same_person'],
  ['已有业务岗位的人', { ...three, securityAdmin: '周业务' }, 422, 'first_run.at_work'],
  ['少写一员', { ...three, securityAdmin: '' }, 422, 'request.invalid'],
])('%s：拒绝，什么都不变', async (_what, administrators, status, code) => {
  const office = await openTrial()
  const clerk = await office.as('督查专员')
  const { units } = await clerk.get<{ units: { id: string }[] }>('/api/people')
  const post = { unitId: units[0]?.id, title: '干事', duties: ['handler'] }
  const { id: postId } = await clerk.post<{ id: string }>('/api/posts', post)
  const held = { postId, officer: { name: '周业务' }, kind: 'holder', from: '2023-07-01' }
  const { id } = await clerk.post<{ id: string }>('/api/holdings', held)
  await clerk.post(`/api/holdings/${id}/confirm`, {}, { version: 1 })
  const answer = await begin({ officeId: office.id, administrators })
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code })
  expect(await rows(`select kind from office`)).toEqual([{ kind: 'trial' }])
  expect(await clerk.get('/api/me')).toMatchObject({ office: { kind: 'trial' } })
})

test('示例不能转正式，没有的单位也不能，名称已有的不能再建', async () => {
  const office = await openTrial()
  const sampleId = randomUUID()
  await rows(
    `insert into office (id, name, kind, sample_today, created_at) values ('${sampleId}', '示例', 'sample', '2023-08-15', now())`,
  )
  const codeOf = async (body: object) => (await begin({ ...body, administrators: three })).body.code
  expect(await codeOf({ officeId: sampleId })).toBe('first_run.sample_stays')
  expect(await codeOf({ officeId: randomUUID() })).toBe('request.not_found')
  expect(await codeOf({ name: '青禾街道' })).toBe('office.name_taken')
  expect(await rows(`select kind from office where id = '${office.id}'`)).toEqual([{ kind: 'trial' }])
}, 30_000)

test('试用时一个人定下的管理员不留到正式', async () => {
  const office = await openTrial()
  const clerk = await office.as('督查专员')
  const { units } = await clerk.get<{ units: { id: string }[] }>('/api/people')
  const post = { unitId: units[0]?.id, title: '信息安全员', duties: ['securityAdmin'] }
  const { id: postId } = await clerk.post<{ id: string }>('/api/posts', post)
  const held = { postId, officer: { name: '钱早任' }, kind: 'holder', from: '2023-07-01' }
  const { id } = await clerk.post<{ id: string }>('/api/holdings', held)
  await clerk.post(`/api/holdings/${id}/confirm`, {}, { version: 1 })
  await begin({ officeId: office.id, administrators: three })
  const [early] = await rows(
    `select disabled_at is not null as disabled, until_day::text as until from officer o
     join holding h on h.office_id = o.office_id and h.officer_id = o.id where o.name = '钱早任'`,
  )
  expect(early).toEqual({ disabled: true, until: '2023-07-01' })
})

test('应用的角色改不了单位的名称、编号和时间，只改得了种类；一个人两员，数据库自己就拒绝', async () => {
  const office = await openTrial()
  const { body } = await begin({ officeId: office.id, administrators: three })
  const asApp = (...statements: string[]) =>
    refusalOf(story.database.connections.app, 'begin', `set local app.office = '${office.id}'`, ...statements)
  expect(await asApp(`update office set name = '别的'`)).toBe('42501')
  expect(await asApp('update office set created_at = now()')).toBe('42501')
  const [system] = await rows<{ id: string }>(`select id from officer where name = '王系统'`)
  const [audit] = await rows<{ id: string }>(
    `select post_id as id from holding h join officer o on o.id = h.officer_id where o.name = '赵审计'`,
  )
  for (const side of ['auditAdmin', 'systemAdmin'])
    expect(
      await asApp(
        `insert into holding (office_id, id, post_id, officer_id, side, kind, from_day, applied_by, applied_at)
         values ('${body.officeId}', '${randomUUID()}', '${audit?.id}', '${system?.id}', '${side}', 'holder', '2023-07-01', '${system?.id}', now())`,
      ),
    ).toBe('23503')
})
