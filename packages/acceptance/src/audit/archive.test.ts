import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AuditCheckpoints, AuditPage } from '@guatu/contract'
import { checkLog } from '@guatu/core/audit'
import { instant } from '@guatu/core/shared'
import { archiveLog } from '@guatu/server/audit/archive-log'
import { capacityAlarms } from '@guatu/server/platform/audit/capacity'
import { suites } from '@guatu/server/platform/audit/suites'
import { openDatabase } from '@guatu/server/platform/db'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personIn } from '../authorisation/single-duties.ts'
import { openOffice, storyKeys } from '../support/open-office.ts'
import { type Person, personOf } from '../support/person.ts'
import { query, refusalOf } from '../support/query.ts'

const scratch = mkdtempSync(join(tmpdir(), 'guatu-archive-'))
let office: Awaited<ReturnType<typeof openOffice>>
let auditor: Person
beforeAll(async () => {
  mkdirSync(join(scratch, 'data'))
  office = await openOffice({ today: '2023-01-10' })
  const clerk = await office.as('督查专员')
  for (let n = 1; n <= 12; n += 1) await clerk.post('/api/units', { name: `第${n}科`, kind: 'department' })
  await clerk.ask({ method: 'POST', path: '/api/units', body: { name: '第1科', kind: '没有这一类' } })
  auditor = await auditorNow()
  await auditor.post('/api/audit/checkpoints', {})
  office.clock.goTo('2023-08-20')
  for (let n = 13; n <= 16; n += 1)
    await (await office.as('督查专员')).post('/api/units', { name: `第${n}科`, kind: 'department' })
  auditor = await auditorNow()
})
afterAll(async () => {
  await office.close()
  rmSync(scratch, { recursive: true })
})

let seats = 90
const auditorNow = async () =>
  personOf(office.app, '审计', await office.sessionOf(await personIn(office, 'auditAdmin', seats++)))

const urlOf = ({ user, password, database, host }: pg.PoolConfig): string =>
  `postgresql://${user}:${String(password)}@/${database}?host=${encodeURIComponent(String(host))}`
const place = () => ({ dataFolder: join(scratch, 'data'), url: urlOf(office.database.root) })
const archive = (on: string, months = 6) =>
  archiveLog({ months, monthsMin: 6, now: instant(`${on}T02:00:00.000Z`) }, place())

const columns = `office_id, seq, id, at, officer_id, officer_name, unit_id, post, address, request_id, route, object, outcome,
  problem_code, detail, suite, prev_hash, hash, mac`
const wholeLog = () =>
  query<Record<string, unknown>>(
    office.database.root,
    `select ${columns} from audit union all select ${columns} from audit_archive order by seq`,
  )
const counts = async () => {
  const [row] = await query<{ hot: number; archived: number }>(
    office.database.root,
    'select (select count(*)::int from audit) as hot, (select count(*)::int from audit_archive) as archived',
  )
  return row ?? { hot: 0, archived: 0 }
}
const checked = async () => {
  const { body } = await auditor.ask<string>({ method: 'POST', path: '/api/audit/export' })
  return checkLog(body.trimEnd().split('\n'), { suites, keyOf: (id) => storyKeys.of('audit', id), checkpoints: [] })
}

test('没到半年，一条不移；想少留几个月，不行', async () => {
  expect(await archive('2023-07-01')).toMatchObject([{ moved: 0, archived: 0 }])
  await expect(archive('2023-08-20', 5)).rejects.toMatchObject({ problem: { code: 'audit.archive_too_soon' } })
  expect((await counts()).archived).toBe(0)
})

test('过了七个月：半年以前的移到存档，一字不差；新的还在手；再来一次什么都不移', async () => {
  const before = await wholeLog()
  const [old] = await query<{ old: number }>(
    office.database.root,
    `select count(*)::int as old from audit where at < '2023-02-20'`,
  )
  const [done] = await archive('2023-08-20')
  expect(done?.moved).toBeGreaterThan(12)
  expect(await counts()).toEqual({ hot: before.length - (done?.moved ?? 0), archived: done?.moved })
  // What no checkpoint covers yet waits for one.
  expect(done?.moved).toBeLessThanOrEqual(old?.old ?? 0)
  expect(await wholeLog()).toEqual(before)
  expect(await archive('2023-08-20')).toMatchObject([{ moved: 0, archived: done?.moved }])
})

test('在手的和存档的连成一条链：导出、核验没有问题；查得到存档里的，应用的角色动不了它', async () => {
  const { findings, records } = await checked()
  expect(findings).toEqual([])
  expect(records).toBeGreaterThan((await counts()).hot)
  const { rows, total } = await auditor.get<AuditPage>('/api/audit?to=2023-02-01&outcome=invalid')
  expect([total, rows.length]).toEqual([1, 1])
  const { app } = office.database.connections
  for (const statement of ['delete from audit_archive', 'update audit_archive set object = object'])
    expect(await refusalOf(app, statement)).toBe('42501')
})

test('存档里改一个字、删一条，核验都看得出来', async () => {
  const { root } = office.database
  const [kept] = await query<{ row: string }>(root, 'select * from audit_archive where seq = 5')
  await query(root, `update audit_archive set officer_name = '别人' where seq = 5`)
  expect((await checked()).findings.map(({ code }) => code)).toContain('audit.altered')
  await query(
    root,
    `update audit_archive set officer_name = '${(kept as unknown as { officer_name: string }).officer_name}' where seq = 5`,
  )
  expect((await checked()).findings).toEqual([])
  await query(
    root,
    'create table aside as select * from audit_archive where seq = 5',
    'delete from audit_archive where seq = 5',
  )
  expect((await checked()).findings.map(({ code }) => code)).toContain('audit.gap')
  const [columns] = await query<{ names: string }>(
    root,
    `select string_agg(column_name, ', ') as names from information_schema.columns
     where table_name = 'audit_archive' and is_generated = 'NEVER'`,
  )
  const names = columns?.names ?? ''
  await query(root, `insert into audit_archive (${names}) select ${names} from aside`, 'drop table aside')
})

test('在手的记录被改过：从它起一条也不移，说明是第几号', async () => {
  await auditor.post('/api/audit/checkpoints', {})
  const { archived } = await counts()
  const bad = archived + 3
  await query(office.database.root, `update audit set object = object || '改' where seq = ${bad}`)
  await expect(archive('2024-03-20')).rejects.toMatchObject({
    problem: { code: 'audit.archive_broken', facts: { seq: bad } },
  })
  expect((await counts()).archived).toBe(archived)
})

test('日志大了、盘快满了，检查点页说得出来，服务器的日志里报警', async () => {
  const { capacity } = await auditor.get<AuditCheckpoints>('/api/audit/checkpoints')
  expect(capacity).toMatchObject({
    archivedRecords: (await counts()).archived,
    logMegabytesMax: 2000,
    diskMegabytes: null,
  })
  const db = openDatabase(office.database.connections)
  const watched = { db, clock: office.clock, dataFolder: scratch }
  const alarms = (logMegabytes: number, diskMegabytes: number) =>
    capacityAlarms({ ...watched, limitsOn: () => ({ logMegabytes, diskMegabytes }) })
  expect(await alarms(1_000_000, 0)).toEqual([])
  expect(await alarms(-1, 0)).toEqual([expect.stringContaining('guatu audit-archive')])
  expect(await alarms(1_000_000, 1_000_000_000)).toEqual([expect.stringContaining('数据盘')])
  await db.close()
})
