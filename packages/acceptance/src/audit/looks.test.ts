import type { AuditPage, AuditRow, People, ReadsPage } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { type Person, send } from '../support/person.ts'
import { query } from '../support/query.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let auditor: Person
let clerk: Person
let auditorCookie: string
beforeAll(async () => {
  office = await openOffice()
  auditor = await office.as('审计管理员')
  clerk = await office.as('督查专员')
  auditorCookie = await office.sessionOf((await auditor.get<{ officer: { id: string } }>('/api/me')).officer.id)
  await office.adopt({ text: smallReport })
})
afterAll(() => office.close())

const search = (asked: Record<string, string>) => auditor.get<AuditPage>(`/api/audit?${new URLSearchParams(asked)}`)
const recorded = (route: string) =>
  query<{ outcome: string; detail: Record<string, unknown>; officer_name: string; problem_code: string | null }>(
    office.database.root,
    `select outcome, detail, officer_name, problem_code from audit where office_id = '${office.id}' and route = '${route}' order by seq`,
  )
const sheet = (path: string) => send(office.app, auditorCookie, { method: 'GET', path })

test('按事项的叫法查、按对象的编号查、按问题代码查，条数与查到的一致', async () => {
  const named = await search({ route: '采用为计划' })
  expect(named.rows.map(({ route }) => route)).toEqual(['POST /api/sources/:id/adopt'])
  expect(named.total).toBe(1)
  const id = (named.rows[0] as AuditRow).object.split('/')[3] ?? ''
  const things = await search({ object: id })
  expect(things.total).toBe(things.rows.length)
  expect(things.rows.every(({ object }) => object.includes(id))).toBe(true)
  expect(things.rows.length).toBeGreaterThan(0)
  await clerk.refused({ method: 'POST', path: `/api/sources/${id}/adopt`, body: {}, version: 99 })
  expect((await search({ problem: 'request.' })).rows[0]).toMatchObject({
    outcome: 'invalid',
    officerName: '试用·督查专员',
  })
  expect((await search({ outcome: 'failed' })).total).toBe(0)
  expect((await search({ person: '没有这个人' })).total).toBe(0)
  expect((await search({ from: '2023-07-01', to: '2023-07-01' })).total).toBeGreaterThan(3)
})

test('一条记录带着它在链上的位置：接上一条的散列，单位写名称', async () => {
  const { rows } = await search({})
  for (const [at, row] of rows.slice(0, -1).entries()) expect(row.prevHash).toBe(rows[at + 1]?.hash)
  expect(rows.find(({ officerName }) => officerName === '试用·督查专员')?.unit).toBe('党政综合办公室')
})

test('导出查询表：CSV 能在 Excel 里看中文，像公式的字不会计算；导出本身记一条，带大小和散列', async () => {
  await query(
    office.database.root,
    `update officer set name = '＝cmd' where id = (select id from officer where office_id = '${office.id}' and name like '%只读人员')`,
  )
  const reader = await office.as('只读')
  await reader.refused({ method: 'POST', path: '/api/units', body: { name: '某科', kind: 'department' } })
  const { status, headers, body } = await sheet('/api/audit/sheet?format=csv&outcome=refused')
  expect(status).toBe(200)
  expect(decodeURIComponent(String(headers['content-disposition']))).toContain('试用·青禾街道审计日志.csv')
  expect(body.startsWith('\ufeff试用·青禾街道\r\n序号,时间,人员')).toBe(true)
  expect(body).toContain("'＝cmd")
  const [last] = (await recorded('GET /api/audit/sheet')).slice(-1)
  expect(last).toMatchObject({
    outcome: 'read',
    detail: {
      format: 'csv',
      outcome: 'refused',
      bytes: expect.any(Number),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  })
  const book = await sheet('/api/audit/sheet?format=xlsx')
  expect(book.status).toBe(200)
  expect(book.body.startsWith('PK')).toBe(true)
})

test('下载来源原件记一条；没有权限的人去看审计日志，被拒绝也记一条', async () => {
  const { sources } = await clerk.get<{ sources: { id: string }[] }>('/api/sources')
  await clerk.get(`/api/sources/${sources[0]?.id}/file`)
  expect(await recorded('GET /api/sources/:id/file')).toMatchObject([
    { outcome: 'read', detail: { bytes: expect.any(Number), sha256: expect.any(String) } },
  ])
  await clerk.refused({ method: 'GET', path: '/api/audit' })
  expect((await recorded('GET /api/audit')).at(-1)).toMatchObject({
    outcome: 'refused',
    problem_code: 'request.forbidden',
    officer_name: '试用·督查专员',
  })
})

test('写不进审计日志，就看不到审计日志', async () => {
  await query(office.database.root, 'revoke insert on audit from guatu_app')
  const { status } = await sheet('/api/audit')
  await query(office.database.root, 'grant insert on audit to guatu_app')
  expect(status).toBe(503)
  expect((await sheet('/api/audit')).status).toBe(200)
})

test('平常的查看不进链，只按路由按天计数', async () => {
  const before = (await recorded('GET /api/plans')).length
  for (let at = 0; at < 3; at += 1) await clerk.get('/api/plans')
  const { rows } = await auditor.get<ReadsPage>('/api/audit/reads')
  expect(rows.find(({ route }) => route === 'GET /api/plans')?.count).toBeGreaterThanOrEqual(3)
  expect((await auditor.get<ReadsPage>('/api/audit/reads?on=2020-01-01')).rows).toEqual([])
  expect((await recorded('GET /api/plans')).length).toBe(before)
  await clerk.get('/api/plans')
  const again = await auditor.get<ReadsPage>('/api/audit/reads')
  expect(again.rows.find(({ route }) => route === 'GET /api/plans')?.count).toBeGreaterThanOrEqual(4)
})

test('改动的记录带改动前、改动后的摘要：填报只有后，核实前后都有且接得上，任职、目标、审核也有；不带内容', async () => {
  const digests = async (route: string) =>
    (await recorded(route)).filter(({ outcome }) => outcome === 'done').at(-1)?.detail
  const hash = expect.stringMatching(/^[0-9a-f]{64}$/)
  const entry = await office.report('T1.1', '2023-06-20 6', { note: '不进日志的说明' })
  const entered = await digests('POST /api/registers/:register/entries')
  expect(entered).toEqual({ after: hash })
  await office.verify(entry)
  const verified = await digests('POST /api/registers/:register/verify')
  expect(verified).toEqual({ before: entered?.after, after: hash })
  expect(verified?.after).not.toBe(verified?.before)
  const { units } = await clerk.get<People>('/api/people')
  const post = units.flatMap(({ posts }) => posts).find(({ title }) => title === '经办人')
  const body = { postId: post?.id, officer: { name: '王新' }, kind: 'holder', from: '2023-07-01' }
  const { id } = await clerk.post<{ id: string }>('/api/holdings', body)
  await clerk.post(`/api/holdings/${id}/confirm`, {}, { version: 1 })
  expect(await digests('POST /api/holdings')).toEqual({ after: hash })
  expect(await digests('POST /api/holdings/:id/confirm')).toEqual({ before: hash, after: hash })
  const target = (await office.plan()).tasks.flatMap(({ targets }) => targets)[0]
  const to = { to: { value: '20' }, because: '会议议定', adoptedOn: '2023-07-01', paperNumber: '' }
  await clerk.post(`/api/targets/${target?.id}/settle`, to, { version: 1 })
  expect(await digests('POST /api/targets/:id/settle')).toEqual({ before: hash, after: hash })
  const review = await office.bringIn({ text: smallReport, name: '第二份.txt' })
  await clerk.post(`/api/sources/${review.id}/decisions`, { do: 'confirmSure' }, { version: review.version })
  expect(await digests('POST /api/sources/:id/decisions')).toEqual({ after: hash })
  const all = await query<{ detail: string }>(office.database.root, `select detail::text as detail from audit`)
  expect(all.filter(({ detail }) => detail.includes('不进日志'))).toEqual([])
})
