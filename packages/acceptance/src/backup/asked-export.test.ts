import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OfficeExport, OfficeExports } from '@guatu/contract'
import { buildApp } from '@guatu/server'
import { openArchive } from '@guatu/server/backup/archive-reader'
import { openDatabase } from '@guatu/server/platform/db'
import { noLimits } from '@guatu/server/platform/rates/limits'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personIn } from '../authorisation/single-duties.ts'
import { onLan, turnInto } from '../support/formal.ts'
import { openOfficeIn } from '../support/office.ts'
import { openOffice, storyKeys } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { type Person, personOf } from '../support/person.ts'
import { query } from '../support/query.ts'

const folder = mkdtempSync(join(tmpdir(), 'guatu-asked-export-'))
let office: Awaited<ReturnType<typeof openOffice>>
let otherId: string
let lan: FastifyInstance
const people = new Map<string, Person>()
const cookies = new Map<string, string>()
const who = (name: string): Person => people.get(name) ?? expect.fail(name)
const ask = { method: 'POST', path: '/api/exports', body: {} } as const
const confirmation = (id: string) =>
  ({ method: 'POST', path: `/api/exports/${id}/confirm`, body: {}, version: 1 }) as const
const ending = (id: string, version: number) =>
  ({ method: 'POST', path: `/api/exports/${id}/end`, body: { because: '不需要了' }, version }) as const
const fileOf = (id: string) => ({ method: 'GET', path: `/api/exports/${id}/file` }) as const

beforeAll(async () => {
  office = await openOffice()
  lan = await office.lan()
  await office.adopt({ text: smallReport })
  await office.report('T1.1', '2023-03-20 3', { note: '本单位的行' })
  const other = await openOfficeIn(office.app, '隔壁街道', ['隔壁科'])
  otherId = other.id
  await other.adopt({ text: smallReport })
  await other.report('T1.1', '2023-03-20 3', { note: '隔壁的行' })
  for (const [at, duty] of ['systemAdmin', 'securityAdmin', 'auditAdmin', 'supervisor', 'chief', 'handler'].entries())
    cookies.set(duty, await office.sessionOf(await personIn(office, duty as 'handler', 500 + at)))
  cookies.set('second', await office.sessionOf(await personIn(office, 'supervisor', 510)))
  await query(office.database.root, `update officer set login_name = 'zhanghao-' || position where name like '只任%'`)
  await turnInto('formal', office.database.root, office.id)
  for (const [name, cookie] of cookies) people.set(name, personOf(lan, name, onLan(cookie)))
}, 120_000)
afterAll(async () => {
  await office.close()
  rmSync(folder, { recursive: true })
})

const asked = (name: string, key: string = randomUUID()) => who(name).post<OfficeExport>('/api/exports', {}, { key })
const listed = async (name: string, id: string) =>
  (await who(name).get<OfficeExports>('/api/exports')).exports.find((one) => one.id === id)
const made = (id: string) =>
  expect.poll(async () => (await listed('supervisor', id))?.state, { timeout: 60_000 }).toBe('ready')
const fetched = (name: string, id: string) =>
  lan.inject({ url: fileOf(id).path, headers: { cookie: onLan(cookies.get(name) ?? '') } })

async function unpacked(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const path = join(folder, `${randomUUID()}.zip`)
  writeFileSync(path, bytes)
  const archive = await openArchive(path)
  const texts = new Map<string, string>()
  for (const name of archive.names) {
    const chunks: Buffer[] = []
    for await (const chunk of archive.read(name)) chunks.push(chunk)
    texts.set(name, String(Buffer.concat(chunks)))
  }
  archive.close()
  return texts
}

let id = ''

test('督查专员申请，同一个请求只算一次；三员都不能申请；没有确认就没有文件', async () => {
  const key = randomUUID()
  const first = await asked('supervisor', key)
  expect(first).toMatchObject({ state: 'waiting', version: 1, made: null, own: true, mayConfirm: false })
  expect(first.holds).toEqual({ rows: 1, bytes: Buffer.byteLength(smallReport) })
  expect((await asked('supervisor', key)).id).toBe(first.id)
  id = first.id
  for (const name of ['systemAdmin', 'securityAdmin', 'auditAdmin', 'chief', 'handler'])
    expect((await who(name).refused(ask)).code, name).toBe('request.forbidden')
  expect((await who('second').refused(ask)).code).toBe('export.waiting')
  expect((await who('supervisor').refused(fileOf(id))).code).toBe('export.not_ready')
})

test('督查专员不能自己确认，别的督查专员也不能；安全管理员按看到的版本确认，再确认一次是冲突', async () => {
  for (const name of ['supervisor', 'second'])
    expect((await who(name).refused(confirmation(id))).code, name).toBe('policy.state')
  for (const name of ['systemAdmin', 'auditAdmin'])
    expect((await who(name).refused(confirmation(id))).code, name).toBe('request.forbidden')
  expect((await who('securityAdmin').refused(confirmation(randomUUID()))).kind).toBe('notFound')
  expect((await who('securityAdmin').refused({ ...confirmation(id), version: 7 })).kind).toBe('conflict')
  expect(await listed('securityAdmin', id)).toMatchObject({ askedBy: '只任supervisor', own: false, mayConfirm: true })
  const done = await who('securityAdmin').post<OfficeExport>(confirmation(id).path, {}, { version: 1 })
  expect(done).toMatchObject({ version: 2, until: '2023-07-08T15:59:59.999Z' })
  expect(done.confirmed).toMatchObject({ by: '只任securityAdmin', alone: false })
  expect((await who('securityAdmin').refused(confirmation(id))).kind).toBe('conflict')
})

test('做好的文件只给申请人，三员都拿不到；散列与列表一致，下载记在审计日志里', async () => {
  await made(id)
  expect((await who('second').refused(fileOf(id))).code).toBe('policy.not_own')
  for (const name of ['systemAdmin', 'securityAdmin', 'auditAdmin'])
    expect((await who(name).refused(fileOf(id))).code, name).toBe('request.forbidden')
  const { statusCode, rawPayload, headers } = await fetched('supervisor', id)
  expect(statusCode).toBe(200)
  const file = (await listed('securityAdmin', id))?.made ?? expect.fail('no file')
  expect(createHash('sha256').update(rawPayload).digest('hex')).toBe(file.sha256)
  expect(headers['content-length']).toBe(String(file.bytes))
  const rows = await query<{ route: string; detail: object }>(
    office.database.root,
    `select route, detail from audit where office_id = '${office.id}' and route like '%/api/exports%' and outcome in ('done', 'read') order by seq`,
  )
  expect(rows.map(({ route }) => route)).toEqual([
    'POST /api/exports',
    'POST /api/exports/:id/confirm',
    'GET /api/exports/:id/file',
  ])
  expect(rows.map(({ detail }) => detail)).toMatchObject([
    { export: id, rows: 1 },
    { alone: false },
    { sha256: file.sha256, bytes: file.bytes },
  ])
})

test('文件里有本单位的台账，没有别的单位、审计日志、账号和登录方式，说明里写明没有什么', async () => {
  const texts = await unpacked((await fetched('supervisor', id)).rawPayload)
  const all = [...texts.values()].join('')
  expect([...texts.keys()]).toEqual(
    expect.arrayContaining(['台账/进展台账.xlsx', '数据/entry.jsonl', '数据/officer.jsonl', 'SHA256SUMS']),
  )
  expect(all).toContain('本单位的行')
  expect(all).toContain('只任handler')
  for (const hidden of ['隔壁', otherId, 'zhanghao-']) expect(all.includes(hidden), hidden).toBe(false)
  const kept = [...texts.keys()].filter((name) =>
    /audit|checkpoint|witness|session|factor|code|oidc|read_count/.test(name),
  )
  expect(kept).toEqual([])
  const about = JSON.parse(texts.get('说明.json') ?? '') as { withheld: string[] }
  expect(about.withheld).toEqual(expect.arrayContaining(['audit', 'oidc_link', 'officer.login_name']))
})

test('有理由才能结束；结束以后谁也不能下载，可以再申请；没有确认的也能结束', async () => {
  expect((await who('supervisor').refused({ ...ending(id, 2), body: { because: '' } })).kind).toBe('invalid')
  expect((await who('securityAdmin').refused(ending(id, 1))).kind).toBe('conflict')
  expect((await who('systemAdmin').refused(ending(id, 2))).code).toBe('request.forbidden')
  const done = await who('securityAdmin').post<OfficeExport>(ending(id, 2).path, ending(id, 2).body, { version: 2 })
  expect(done).toMatchObject({ state: 'ended', version: 3, ended: { by: '只任securityAdmin', because: '不需要了' } })
  expect((await who('supervisor').refused(fileOf(id))).code).toBe('export.over')
  expect((await who('supervisor').refused(ending(id, 3))).code).toBe('export.over')
  const next = await asked('supervisor')
  await who('supervisor').post(ending(next.id, 1).path, ending(next.id, 1).body, { version: 1 })
  expect((await who('securityAdmin').refused(confirmation(next.id))).kind).toBe('conflict')
})

test('过了期限谁也不能下载；确认以后停机，重新启动以后做完', async () => {
  const root = office.database.root
  const again = await asked('supervisor')
  const officer = `(select id from officer where office_id = '${office.id}' and name = '只任securityAdmin')`
  // As if the process had died right after the confirmation.
  await query(
    root,
    `update office_export set confirmed_by = ${officer}, confirmed_at = '2023-07-01T03:00:00Z', until = '2023-07-08T00:00:00Z' where id = '${again.id}'`,
  )
  expect((await listed('supervisor', again.id))?.state).toBe('making')
  expect((await who('supervisor').refused(fileOf(again.id))).code).toBe('export.not_ready')
  const db = openDatabase(office.database.connections)
  const { clock, filesFolder } = office
  const restarted = await buildApp({ db, clock, keys: storyKeys, filesFolder, webRoot: null, limits: noLimits })
  await restarted.ready()
  await made(again.id)
  expect((await fetched('supervisor', again.id)).statusCode).toBe(200)
  await restarted.close()
  await db.close()
  await query(root, `update office_export set until = '2023-07-01T00:00:00Z' where id = '${again.id}'`)
  expect((await who('supervisor').refused(fileOf(again.id))).code).toBe('export.over')
  expect((await listed('supervisor', again.id))?.state).toBe('expired')
})

test('试用单位：另一位督查专员确认；只有一位时由申请人自己确认，审计日志注明', async () => {
  const trial = await openOfficeIn(office.app, '试用街道', ['试用科'])
  const clerk = await trial.as('督查专员')
  const alone = await clerk.post<OfficeExport>('/api/exports', {})
  expect(alone.mayConfirm).toBe(true)
  const second = await personIn({ id: trial.id, database: office.database }, 'supervisor', 600)
  expect((await clerk.refused(confirmation(alone.id))).code).toBe('export.needs_second')
  const other = personOf(office.app, 'second', await trial.sessionOf(second))
  const confirmed = await other.post<OfficeExport>(confirmation(alone.id).path, {}, { version: 1 })
  expect(confirmed.confirmed).toMatchObject({ by: '只任supervisor', alone: false })
  await clerk.post(ending(alone.id, 2).path, ending(alone.id, 2).body, { version: 2 })
  await query(office.database.root, `update officer set disabled_at = now() where id = '${second}'`)
  const own = await clerk.post<OfficeExport>('/api/exports', {})
  const by = await clerk.post<OfficeExport>(confirmation(own.id).path, {}, { version: 1 })
  expect(by.confirmed).toMatchObject({ alone: true })
  const rows = await query<{ alone: boolean }>(
    office.database.root,
    `select detail->'alone' as alone from audit where office_id = '${trial.id}' and route like '%exports/:id/confirm' and outcome = 'done' order by seq`,
  )
  expect(rows.map(({ alone: marked }) => marked)).toEqual([false, true])
})
