import { randomUUID } from 'node:crypto'
import { checkLog } from '@guatu/core/audit'
import { policyRows } from '@guatu/server'
import { checkpointIfDue } from '@guatu/server/platform/audit/checkpoints'
import { sealedBy } from '@guatu/server/platform/audit/sealing'
import { suites } from '@guatu/server/platform/audit/suites'
import { openDatabase } from '@guatu/server/platform/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guardedRows, isUnsafe } from '../authorisation/matrix.ts'
import { probeOf } from '../authorisation/probes.ts'
import { personIn, sessionsOfSingleDuties } from '../authorisation/single-duties.ts'
import { openOffice, storyKeys } from '../support/open-office.ts'
import { ask, type Person, personOf } from '../support/person.ts'
import { query } from '../support/query.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let auditor: Person
let sessions: Awaited<ReturnType<typeof sessionsOfSingleDuties>>
beforeAll(async () => {
  office = await openOffice()
  auditor = personOf(office.app, '审计', await office.sessionOf(await personIn(office, 'auditAdmin', 90)))
  sessions = await sessionsOfSingleDuties(office)
})
afterAll(() => office.close())

const rows = <T extends Record<string, unknown>>(what: string): Promise<T[]> =>
  query<T>(office.database.root, `select ${what} from audit where office_id = '${office.id}' order by seq`)
const count = async () => (await rows('seq')).length

const exported = async (): Promise<string[]> => {
  const { status, body } = await auditor.ask<string>({ method: 'POST', path: '/api/audit/export' })
  expect(status).toBe(200)
  return body.trimEnd().split('\n')
}
const keyHolder = { suites, keyOf: (id: string) => storyKeys.of('audit', id), checkpoints: [] }

const withBody = guardedRows.filter(
  (row) => isUnsafe(row) && !['DELETE /api/sample', 'POST /api/audit/export'].includes(row.route),
)
test.each(withBody.map(({ route }) => [route]))('%s：不合要求的请求留下一条“不合要求”，字段齐全', async (route) => {
  const before = await count()
  const cookie = sessions.get('supervisor') ?? null
  const { status } = await ask(office.app, cookie, { ...probeOf(route), form: undefined as never, body: '不是对象' })
  expect(status).toBeGreaterThanOrEqual(400)
  const [last, ...more] = (await rows<Record<string, unknown>>('*')).slice(before)
  expect(more).toEqual([])
  expect(last).toMatchObject({ route, officer_name: '只任supervisor', address: '127.0.0.1' })
  expect(['invalid', 'refused']).toContain(last?.outcome)
  for (const field of [
    'seq',
    'at',
    'officer_id',
    'unit_id',
    'post',
    'request_id',
    'object',
    'problem_code',
    'hash',
    'mac',
  ])
    expect(last?.[field], field).toBeTruthy()
})

test('读不懂的 JSON、太大的请求也各留一条；没有身份的一条也不留', async () => {
  const send = (cookie: string, payload: string) =>
    office.app.inject({
      method: 'POST',
      url: '/api/units',
      payload,
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    })
  const before = await count()
  const cookie = sessions.get('supervisor') ?? ''
  expect((await send(cookie, '{"name":')).statusCode).toBeGreaterThanOrEqual(400)
  expect((await send(cookie, `{"name":"${'大'.repeat(2_000_000)}"}`)).statusCode).toBeGreaterThanOrEqual(400)
  expect((await send('', '{"name":')).statusCode).toBeGreaterThanOrEqual(400)
  expect((await rows<{ outcome: string }>('outcome')).slice(before).map(({ outcome }) => outcome)).toEqual([
    'invalid',
    'invalid',
  ])
})

test('写不进审计日志，改动就不成：答 503，什么也没有留下；恢复后不用重启', async () => {
  const clerk = personOf(office.app, '督查', sessions.get('supervisor') ?? '')
  const name = '审计停用时的科室'
  const asked = { method: 'POST', path: '/api/units', body: { name, kind: 'department' } } as const
  const before = await count()
  await query(office.database.root, 'revoke insert on audit from guatu_app')
  expect((await clerk.ask(asked)).status).toBe(503)
  expect((await clerk.ask({ ...asked, body: {} })).status).toBe(503)
  await query(office.database.root, 'grant insert on audit to guatu_app')
  expect(await query(office.database.root, `select 1 from unit where name = '${name}'`)).toEqual([])
  expect(await query(office.database.root, `select 1 from idempotency where status is null`)).toEqual([])
  expect(await count()).toBe(before)
  expect((await clerk.ask(asked)).status).toBe(201)
  expect(await count()).toBe(before + 1)
})

test('同时的改动排成一条链；导出的文件不用数据库就能核验', async () => {
  const clerk = personOf(office.app, '督查', sessions.get('supervisor') ?? '')
  await Promise.all(
    [...Array(24).keys()].map((at) => clerk.post('/api/units', { name: `并发科室${at}`, kind: 'department' })),
  )
  const lines = await exported()
  const checked = checkLog(lines, keyHolder)
  expect(checked).toMatchObject({ office: office.id, withKey: true, findings: [], beforeChain: 0 })
  expect(checked.records).toBe((await count()) - 1)
  expect(checkLog([...lines.slice(0, 5), ...lines.slice(6)], keyHolder).findings.length).toBeGreaterThan(0)
})

test('检查点：到数就做，没有新记录就不做；在库里改一条，旧检查点能看出来', async () => {
  const db = sealedBy(openDatabase(office.database.connections), storyKeys)
  const kept: string[] = []
  const make = () =>
    db.inOffice(office.id, (tx) =>
      checkpointIfDue(tx, office.id, office.clock.now(), { records: 10, milliseconds: 1e9 }, async (line) => {
        kept.push(line)
      }),
    )
  const first = await make()
  expect(first?.size).toBe(await count())
  expect(await make()).toBeNull()
  for (let at = 0; at < 12; at += 1) await auditor.get('/api/audit')
  const second = await make()
  expect(kept).toHaveLength(2)
  await db.close()
  if (!first || !second) throw new Error('two checkpoints were due')
  expect(checkLog(await exported(), { ...keyHolder, checkpoints: [first, second] }).findings).toEqual([])
  const shown = await auditor.get<{ records: number; checkpoint: { size: number; root: string[] } }>(
    '/api/audit/checkpoint',
  )
  expect(shown.checkpoint.size).toBe(second.size)
  expect(shown.checkpoint.root.join('')).toBe(second.root)
})

interface Page {
  readonly rows: { seq: number; route: string; outcome: string; officerName: string; label: { zh: string } }[]
  readonly before: number | null
}

test('查日志：按人、事项、结果、日子筛选，翻页不重不漏；每查一次自己也记一条', async () => {
  const mine = await auditor.get<Page>(`/api/audit?person=${encodeURIComponent('只任supervisor')}&outcome=done`)
  expect(mine.rows.length).toBeGreaterThan(10)
  expect(mine.rows.every((row) => row.officerName === '只任supervisor' && row.outcome === 'done')).toBe(true)
  expect((await auditor.get<Page>('/api/audit?to=2020-01-01')).rows).toEqual([])
  expect((await auditor.get<Page>('/api/audit?route=%25')).rows).toEqual([])
  const seen: number[] = []
  for (let before: number | null = (await count()) + 1; before !== null; ) {
    const page: Page = await auditor.get<Page>(`/api/audit?before=${before}`)
    seen.push(...page.rows.map((row) => row.seq))
    before = page.before
  }
  expect(seen).toEqual([...seen.keys()].map((at) => seen.length - at))
  const [last] = (await rows<{ outcome: string; detail: object; route: string }>('outcome, detail, route')).slice(-1)
  expect(last).toMatchObject({ route: 'GET /api/audit', outcome: 'read', detail: { before: expect.any(Number) } })
  expect((await auditor.refused({ method: 'GET', path: '/api/audit?person=%00' })).kind).toBe('invalid')
})

test('打印和导出一样留下一条：谁打印了哪一页；网页上的井号以后和别处的地址不收', async () => {
  const reader = personOf(office.app, '挂点联络员', sessions.get('viewer') ?? '')
  const page = '/ledger?state=verified&target=T30.1'
  expect(await reader.ask({ method: 'POST', path: '/api/prints', body: { page } })).toMatchObject({ status: 201 })
  const [last] = (await rows('officer_name, route, outcome, detail')).slice(-1)
  expect(last).toMatchObject({
    officer_name: '只任viewer',
    route: 'POST /api/prints',
    outcome: 'done',
    detail: { page },
  })
  for (const wrong of ['ledger', '/ledger#row', 'https://elsewhere.example/', `/${'a'.repeat(500)}`])
    expect((await reader.refused({ method: 'POST', path: '/api/prints', body: { page: wrong } })).kind).toBe('invalid')
})

test('审计日志没有关掉它的路由，也没有改它、删它的路由', () => {
  expect(policyRows.map(({ route }) => route).filter((route) => route.includes('/audit'))).toEqual([
    'GET /api/audit',
    'GET /api/audit/sheet',
    'GET /api/audit/reads',
    'GET /api/audit/checkpoint',
    'GET /api/audit/checkpoints',
    'GET /api/audit/checkpoints/file',
    'POST /api/audit/checkpoints',
    'POST /api/audit/checkpoints/:size/printed',
    'POST /api/audit/export',
  ])
})
