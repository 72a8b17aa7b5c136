import type { Me, People, Problem, RosterAnswer } from '@guatu/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { type Person, personOf, send } from '../support/person.ts'
import { query } from '../support/query.ts'
import { digestOf, type RosterRows, rosterBook, rosterForm, rowsOfRoster, savedRoster } from '../support/rosters.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let clerk: Person
beforeEach(async () => {
  office = await openOffice()
  clerk = await office.as('督查专员')
})
afterEach(() => office.close())

const fileOf = (rows: RosterRows) => savedRoster(rosterBook(rows))
const preview = async (file: Buffer, who = clerk) => {
  const { status, body } = await who.ask<RosterAnswer>({
    method: 'POST',
    path: '/api/roster/preview',
    form: rosterForm(file),
  })
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}
const applying = (file: Buffer, version: number, digest = digestOf(file)) =>
  ({ method: 'POST', path: '/api/roster/apply', form: rosterForm(file, digest), version }) as const
const apply = async (file: Buffer) => {
  const { version, digest } = await preview(file)
  const { status, body } = await clerk.ask<RosterAnswer>(applying(file, version, digest))
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}
const download = async (): Promise<Buffer> => {
  const { body } = await clerk.get<People>('/api/people').then(() =>
    office.app.inject({ method: 'GET', url: '/api/roster', headers: { cookie: clerkCookie } }).then((reply) => ({
      body: reply.rawPayload,
    })),
  )
  return body
}
let clerkCookie = ''
beforeEach(async () => {
  const { officer } = await clerk.get<Me>('/api/me')
  clerkCookie = await office.sessionOf(officer.id)
})

const whole: RosterRows = {
  单位: ['党政综合办公室 | 科室', '环卫所 | 其他 | 城管办', '东岸社区 | 社区'],
  岗位: [
    '环卫所 | 所长 | 科室负责人、经办人 | 城管办',
    '东岸社区 | 书记 | 社区书记',
    '党政综合办公室 | 副主任 | 分管领导 | 全部',
  ],
  人员: [
    '王芳 | wangfang | 环卫所 | 所长 | 本人 | 2023-07-01',
    '李强 | liqiang | 环卫所 | 所长 | B角 | 2023-07-01 | 2023-12-31',
    '赵云 | zhaoyun | 东岸社区 | 书记',
    '王芳 | wangfang | 党政综合办公室 | 副主任',
  ],
}

test('模板下载下来，三张表和说明都在，空表也读得进去', async () => {
  const { status, headers } = await send(office.app, clerkCookie, { method: 'GET', path: '/api/roster/template' })
  expect(status).toBe(200)
  expect(headers['content-disposition']).toContain(encodeURIComponent('花名册模板.xlsx'))
  const reply = await office.app.inject({
    method: 'GET',
    url: '/api/roster/template',
    headers: { cookie: clerkCookie },
  })
  expect(await preview(reply.rawPayload)).toMatchObject({ rows: [], effect: 'atOnce' })
})

test('预览什么都不改；导入一次就生效：人坐得进去，岗位、分管、B角都对', async () => {
  const file = await fileOf(whole)
  const seen = await preview(file)
  expect(seen.counts).toEqual({ new: 9, changed: 0, ended: 0, same: 1, refused: 0 })
  expect(seen.absent).toContain('试用·督查专员')
  expect((await preview(file)).version).toBe(seen.version)
  const done = await apply(file)
  expect(done.counts).toEqual(seen.counts)
  const { units, officers } = await clerk.get<People>('/api/people')
  const posts = units.find(({ name }) => name === '环卫所')?.posts
  expect(posts).toMatchObject([
    { title: '所长', duties: ['unitHead', 'handler'], line: [units.find(({ name }) => name === '城管办')?.id] },
  ])
  expect(posts?.[0]?.holdings).toMatchObject([
    { name: '王芳', kind: 'holder', inForce: true, byOneself: true },
    { name: '李强', kind: 'deputy', until: '2023-12-31', inForce: true },
  ])
  const id = officers.find(({ name }) => name === '赵云')?.id ?? ''
  const seat = personOf(office.app, '赵云', await office.sessionOf(id))
  expect((await seat.get<Me>('/api/me')).officer).toMatchObject({ unit: '东岸社区', post: '书记' })
  const rows = await query(
    office.database.root,
    `select u.name, u.kind, p.name as parent from unit u left join unit p on p.id = u.parent_id where u.name in ('环卫所', '东岸社区') order by 1 desc`,
  )
  expect(rows).toEqual([
    { name: '环卫所', kind: 'centre', parent: '城管办' },
    { name: '东岸社区', kind: 'community', parent: null },
  ])
})

test('同一个文件再来一次：预览说什么都不变，导入也不留下任何痕迹', async () => {
  const file = await fileOf(whole)
  await apply(file)
  const counts = () =>
    query(
      office.database.root,
      `select (select count(*) from holding)::int as holdings, (select count(*) from officer)::int as officers,
        (select count(*) from post)::int as posts, (select count(*) from roster_change)::int as changes`,
    )
  const before = await counts()
  const again = await preview(file)
  expect(again.counts).toEqual({ new: 0, changed: 0, ended: 0, same: 10, refused: 0 })
  const done = await apply(file)
  expect({ ...done, at: '' }).toEqual({ ...again, at: '' })
  expect(await counts()).toEqual(before)
})

test('下载现有花名册，不改就交回，什么都不变；填上终止日期再交，只结束那一个', async () => {
  await apply(await fileOf(whole))
  const file = await download()
  const same = await preview(file)
  expect(same.counts).toMatchObject({ new: 0, changed: 0, ended: 0, refused: 0 })
  expect(same.absent).toEqual([])
  const rows = await rowsOfRoster(file)
  const edited = rows.人员.map((row) => (row.startsWith('赵云') ? `${row}2023-08-31` : row))
  const done = await apply(await fileOf({ ...rows, 人员: edited }))
  expect(done.counts).toMatchObject({ new: 0, changed: 0, ended: 1, refused: 0 })
  office.clock.goTo('2023-09-01')
  const { units } = await clerk.get<People>('/api/people')
  const post = units.find(({ name }) => name === '东岸社区')?.posts[0]
  expect(post?.holdings).toMatchObject([{ name: '赵云', until: '2023-08-31', inForce: false }])
})

test('坏的行列出原因，好的行照样进去；一行都没有号码留下', async () => {
  const number = '440301199001011234'
  const file = await fileOf({
    岗位: ['城管办 | 科长 | 科室负责人', '城管办 | 兼职 | 系统管理员、经办人'],
    人员: [
      '王芳 | wangfang | 城管办 | 科长',
      `李强 | ${number} | 城管办 | 科长`,
      '赵云 13800138000 | zhaoyun | 城管办 | 科长',
      '钱七 | qianqi | 城管办 | 兼职',
      '孙八 | wangfang | 城管办 | 科长',
    ],
  })
  const done = await apply(file)
  expect(done.counts).toMatchObject({ new: 2, refused: 5 })
  const refused = done.rows.filter(({ fate }) => fate === 'refused')
  expect(refused.map(({ part, row, problems }) => [part, row, problems[0]?.code])).toEqual([
    ['posts', 3, 'office.duties_apart'],
    ['people', 3, 'roster.private_number'],
    ['people', 4, 'roster.private_number'],
    ['people', 5, 'roster.row_refused'],
    ['people', 6, 'roster.account_of_another'],
  ])
  for (const { problems } of refused) expect(problems[0]?.next.zh).not.toBe('')
  const everything = await query<{ dump: string }>(
    office.database.root,
    `select coalesce(string_agg(t::text, ' '), '') as dump from (
       select a::text as t from audit a union all select i::text from idempotency i union all select o::text from officer o
       union all select h::text from holding h union all select r::text from roster_change r) as all_rows`,
  )
  expect(everything[0]?.dump).toContain('wangfang')
  expect(everything[0]?.dump).not.toMatch(new RegExp(`${number}|13800138000`))
})

test('看过以后别人改过，或换了文件：说明原因，什么都没导入', async () => {
  const file = await fileOf(whole)
  const { version, digest, at } = await preview(file)
  const other = await fileOf({ 单位: ['新单位'] })
  expect((await clerk.refused(applying(other, version, digest))).code).toBe('roster.other_file')
  await clerk.post('/api/units', { name: '插进来的科', kind: 'department' })
  const seen = { ...applying(file, version), form: rosterForm(file, digest) }
  seen.form.set('seenAt', at)
  const { code, facts } = await clerk.refused(seen)
  expect(code).toBe('request.version_conflict')
  expect(facts).toMatchObject({ since: [{ by: '试用·督查专员', did: { zh: '新增科室社区' } }] })
  expect((await clerk.refused(applying(file, version))).facts).toMatchObject({ since: [] })
  const { officers } = await clerk.get<People>('/api/people')
  expect(officers.some(({ name }) => name === '王芳')).toBe(false)
})

test('撤销的岗位：行上说明，别的行照样导入；看过以后才撤销的，要重看', async () => {
  const { units } = await clerk.get<People>('/api/people')
  const post = units.find(({ name }) => name === '公共事务中心')?.posts.find(({ title }) => title === '经办人')
  const [holding] = post?.holdings ?? []
  await clerk.post(`/api/holdings/${holding?.id}/end`, { until: '2023-06-30' }, { version: holding?.version ?? 0 })
  const file = await fileOf({
    单位: ['环卫所 | 其他'],
    人员: ['王芳 | wangfang | 公共事务中心 | 经办人'],
  })
  const { version } = await preview(file)
  await clerk.post(`/api/posts/${post?.id}/close`, { on: '2023-07-01' })
  expect((await clerk.refused(applying(file, version))).code).toBe('request.version_conflict')
  const done = await apply(file)
  expect(done.counts).toMatchObject({ new: 1, refused: 1 })
  expect(done.rows.flatMap(({ problems }) => problems.map(({ says }) => says.zh))).toEqual([
    '「经办人」已于 2023-07-01 撤销。',
  ])
  const rows = await rowsOfRoster(await download())
  expect(rows.岗位.filter((row) => row.startsWith('公共事务中心|经办人'))).toEqual([])
})

test('两个人同时导入不同的文件，只有一个进去，另一个要重看', async () => {
  const [a, b] = [await fileOf({ 单位: ['甲科'] }), await fileOf({ 单位: ['乙科'] })]
  const { version } = await preview(a)
  const answers = await Promise.all([a, b].map((file) => clerk.ask<Problem>(applying(file, version))))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
})

test('没有附文件、不是 xlsx、带宏的，各有说明', async () => {
  const codeOf = async (name: string, bytes: Buffer | string) => {
    const form = new FormData()
    form.set('file', new File([bytes as never], name), name)
    return (await clerk.refused({ method: 'POST', path: '/api/roster/preview', form })).code
  }
  const empty = new FormData()
  empty.set('digest', 'a'.repeat(64))
  const refused = await clerk.refused({ method: 'POST', path: '/api/roster/preview', form: empty })
  expect(refused.code).toBe('roster.no_file')
  expect(await codeOf('花名册.txt', '姓名,账号')).toBe('text.no_workbook')
  expect(await codeOf('花名册.xlsx', Buffer.from('PK\u0003\u0004坏的'))).toBe('text.zip_truncated')
})
