import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OfficeExport, OfficeExports } from '@guatu/contract'
import excel from '@protobi/exceljs'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enter, openPaperOffice, type PaperOffice, scanBy, seatOf } from '../approval/paper-story.ts'
import type { Duty } from '../authorisation/matrix.ts'
import { personIn } from '../authorisation/single-duties.ts'
import { onLan } from '../support/formal.ts'
import { checkout } from '../support/guatu-process.ts'
import { type Person, personOf } from '../support/person.ts'
import { query } from '../support/query.ts'
import { bringSheet, savedSheet } from '../support/sheets.ts'
import { fileRoutesOf } from './file-routes.ts'

type Kind = 'sample' | 'trial' | 'formal'

interface Things {
  readonly source: string
  readonly evidence: string
  readonly paper: string
  readonly archive: string
  readonly sheet: string
}

interface Document {
  readonly path: (things: Things) => string
  readonly by: Duty | ((kind: Kind) => Duty)
  /** The letterheads in the file; left out where the file is the one that was brought in, a log that is verified byte by byte, or an archive of files. */
  readonly letterheads?: (bytes: Buffer) => Promise<string[]>
}

const printed = (header: string | undefined) => /^&L(.*)&R&D$/.exec(header ?? '')?.[1]?.replaceAll('&&', '&') ?? ''

async function sheetsOf(bytes: Buffer) {
  const book = new excel.Workbook()
  await book.xlsx.load(bytes as never)
  return book.worksheets
}

const ofTable = async (bytes: Buffer) =>
  (await sheetsOf(bytes)).flatMap((sheet) => [printed(sheet.headerFooter.oddHeader), String(sheet.getCell('A1').value)])
const ofRoster = async (bytes: Buffer) => {
  const sheets = await sheetsOf(bytes)
  const says = sheets.find(({ name }) => name === '说明')
  return [...sheets.map(({ headerFooter }) => printed(headerFooter.oddHeader)), String(says?.getCell('A1').value)]
}
const ofSheets = async (bytes: Buffer) => (await sheetsOf(bytes)).map((sheet) => printed(sheet.headerFooter.oddHeader))
const ofText = async (bytes: Buffer) => [/^\ufeff([^\r]*)\r\n/.exec(bytes.toString())?.[1] ?? '']

const appoints = (kind: Kind): Duty => (kind === 'formal' ? 'systemAdmin' : 'supervisor')

/** Every route out of which a file comes. */
const documents: Readonly<Record<string, readonly Document[]>> = {
  'GET /api/roster': [{ path: () => '/api/roster', by: appoints, letterheads: ofRoster }],
  'GET /api/roster/template': [{ path: () => '/api/roster/template', by: appoints, letterheads: ofRoster }],
  'GET /api/audit/sheet': [
    { path: () => '/api/audit/sheet?format=xlsx', by: 'auditAdmin', letterheads: ofTable },
    { path: () => '/api/audit/sheet?format=csv', by: 'auditAdmin', letterheads: ofText },
  ],
  'GET /api/audit/checkpoints/file': [{ path: () => '/api/audit/checkpoints/file', by: 'auditAdmin' }],
  'POST /api/audit/export': [{ path: () => '/api/audit/export', by: 'auditAdmin' }],
  'GET /api/sources/:id/file': [{ path: ({ source }) => `/api/sources/${source}/file`, by: 'supervisor' }],
  'GET /api/evidence/:id': [{ path: ({ evidence }) => `/api/evidence/${evidence}`, by: 'handler' }],
  'GET /api/exports/:id/file': [{ path: ({ archive }) => `/api/exports/${archive}/file`, by: 'supervisor' }],
  'GET /api/registers/:register/sheet': [
    { path: () => '/api/registers/progress/sheet', by: 'handler', letterheads: ofSheets },
    { path: () => '/api/registers/progress/sheet?empty=true', by: 'handler', letterheads: ofSheets },
  ],
  'GET /api/registers/:register/geojson': [{ path: () => '/api/registers/facility/geojson', by: 'handler' }],
  'GET /api/imports/:id/result': [{ path: ({ sheet }) => `/api/imports/${sheet}/result`, by: 'handler' }],
  'GET /api/paper-approvals/:id/scan': [
    { path: ({ paper }) => `/api/paper-approvals/${paper}/scan`, by: 'supervisor' },
  ],
}

let office: PaperOffice
let things: Things
let fileRoutes: string[]
const apps = new Map<Kind, FastifyInstance>()
const cookies = new Map<string, string>()

beforeAll(async () => {
  fileRoutes = await fileRoutesOf(async () => {
    office = await openPaperOffice()
  })
  for (const [at, duty] of (['supervisor', 'systemAdmin', 'auditAdmin', 'handler'] as const).entries())
    cookies.set(duty, await office.sessionOf(await personIn(office, duty, 500 + at)))
  const handler = await office.as('经办人')
  const entry = await office.report('T1.1', '2023-07-01 1')
  const approval = {
    route: 'POST /api/registers/:register/verify',
    params: { register: 'progress' },
    body: { ids: [entry.id] },
  }
  const paper = await enter(handler, { ...approval, signer: await seatOf(office, '科室负责人') })
  const evidence = await scanBy(personOf(office.app, '经办', cookies.get('handler') ?? ''))
  await personOf(office.app, '审计', cookies.get('auditAdmin') ?? '').post('/api/audit/checkpoints', {})
  const [source] = await query<{ id: string }>(office.database.root, 'select id from source')
  const archive = await archiveOfAll(personOf(office.app, '督查', cookies.get('supervisor') ?? ''))
  const clerk = personOf(office.app, '经办', cookies.get('handler') ?? '')
  const rows = [
    ['日期', '目标', '填报单位', '完成数'],
    ['2023-07-01', 'T1.1', '城管办', 1],
  ]
  const { id: sheet, version } = await bringSheet(clerk, 'progress', await savedSheet(rows))
  await clerk.post(`/api/imports/${sheet}/accept`, {}, { version })
  things = { source: source?.id ?? '', evidence: evidence.id, paper: paper.id, archive, sheet }
  apps
    .set('trial', office.app)
    .set('sample', office.app)
    .set('formal', await office.lan())
}, 120_000)
afterAll(() => office.close())

/** All data of the office, asked for by one and confirmed by another. */
async function archiveOfAll(clerk: Person): Promise<string> {
  const { id, version } = await clerk.post<OfficeExport>('/api/exports', {})
  await (await office.as('督查专员')).post(`/api/exports/${id}/confirm`, {}, { version })
  const isReady = async () => (await clerk.get<OfficeExports>('/api/exports')).exports[0]?.state === 'ready'
  while (!(await isReady())) await new Promise((done) => setTimeout(done, 50))
  return id
}

/** Lets the same office be of another kind, with the sessions that people have. */
async function become(kind: Kind): Promise<void> {
  const today = kind === 'sample' ? `'2023-07-03'` : 'null'
  await query(
    office.database.root,
    `update office set kind = '${kind}', sample_today = ${today} where id = '${office.id}'`,
    `update session set signed_in_by = '${kind === 'formal' ? 'password' : 'seat'}' where office_id = '${office.id}'`,
  )
}

async function fetched(route: string, { path, by }: Document, kind: Kind) {
  const cookie = cookies.get(typeof by === 'function' ? by(kind) : by) ?? ''
  const reply = await apps.get(kind)?.inject({
    method: route.split(' ')[0] as 'GET',
    url: path(things),
    headers: { cookie: onLan(cookie), ...(route.startsWith('GET ') ? {} : { 'idempotency-key': randomUUID() }) },
  })
  expect(reply?.statusCode, `${route} ${reply?.body}`).toBeLessThan(300)
  const [, name = ''] = /filename\*=UTF-8''([^;]+)/.exec(String(reply?.headers['content-disposition'])) ?? []
  return { name: decodeURIComponent(name), bytes: reply?.rawPayload ?? Buffer.alloc(0) }
}

test('出文件的路由都在表里，一条不多、一条不少', () => {
  expect(Object.keys(documents).toSorted()).toEqual(fileRoutes)
  expect(fileRoutes.length).toBeGreaterThan(5)
})

test('附件只有一个出口：别处不写 content-disposition；根证书不属于哪个单位', () => {
  const server = join(checkout, 'packages', 'server', 'src')
  const writing = readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
    .filter((file) => /content-disposition/i.test(readFileSync(join(server, file), 'utf8')))
  expect(writing.toSorted()).toEqual(['first-run/routes.ts', 'platform/http/attach.ts'])
})

const cases = (['trial', 'sample', 'formal'] as const).flatMap((kind) =>
  Object.entries(documents).flatMap(([route, all]) => all.map((document) => [kind, route, document] as const)),
)
test.each(cases)('%s %s：文件名和文件里的抬头，试用、示例带标记，正式的只写单位名称', async (kind, route, document) => {
  await become(kind)
  const { name, bytes } = await fetched(route, document, kind)
  const mark = { sample: '示例·', trial: '试用·', formal: '' }[kind]
  expect(bytes.length).toBeGreaterThan(0)
  expect(name.startsWith(mark), name).toBe(true)
  if (kind === 'formal') expect(name).not.toMatch(/试用|示例/)
  if (!document.letterheads) return
  const letterheads = await document.letterheads(bytes)
  expect(letterheads.length).toBeGreaterThan(0)
  expect([...new Set(letterheads)]).toEqual([`${mark}青禾街道`])
})

test('带进来的文件，里面一个字节都不改', async () => {
  await become('trial')
  const [kept] = await query<{ file_bytes: Buffer }>(office.database.root, 'select file_bytes from source')
  const route = 'GET /api/sources/:id/file'
  for (const document of documents[route] ?? []) {
    const { bytes } = await fetched(route, document, 'trial')
    expect(bytes.equals(kept?.file_bytes ?? Buffer.alloc(0))).toBe(true)
  }
})
