import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry, Evidence, EvidenceBrought, EvidenceList } from '@guatu/contract'
import { zipOf } from '@guatu/server/text/testing/zip-of'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesForm } from '../support/office.ts'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import type { Person } from '../support/person.ts'
import { query } from '../support/query.ts'

const png = (more: string | Buffer = '') =>
  Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(more)])
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj\n%%EOF')
const html = '<!doctype html><script>alert(document.domain)</script>'
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const fileOf = (name: string, bytes: string | Buffer) => new File([new Uint8Array(Buffer.from(bytes))], name)

let office: Awaited<ReturnType<typeof openOffice>>
let handler: Person
let entry: Entry
beforeAll(async () => {
  office = await openOffice()
  await office.adopt({ text: smallReport })
  handler = await office.as('经办人')
  entry = await office.report('T1.1', '2023-06-20 6')
})
afterAll(() => office.close())

const bring = async (...files: readonly File[]): Promise<EvidenceBrought['files']> => {
  const { status, body } = await handler.ask<EvidenceBrought>({
    method: 'POST',
    path: '/api/evidence',
    form: filesForm(...files),
  })
  expect(status).toBe(201)
  return body.files
}
const brought = async (...files: readonly File[]): Promise<Evidence[]> =>
  (await bring(...files)).flatMap(({ evidence }) => evidence ?? [])
const codesOf = (files: EvidenceBrought['files']) => files.map(({ problem }) => problem?.code ?? '收下')
const attach = (id: string, ids: readonly string[]) =>
  ({ method: 'POST', path: `/api/entries/${id}/evidence`, body: { ids } }) as const
const stored = () =>
  readdirSync(office.filesFolder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))

test('几个文件一次交上，各有各的结果，坏的一个不拦住好的', async () => {
  const files = await bring(
    fileOf('现场.png', png('一')),
    fileOf('空.pdf', ''),
    fileOf('程序.exe', 'MZ\0\0'),
    fileOf('会议纪要.txt', '同意新建口袋公园12个。'),
  )
  expect(files.map(({ name }) => name)).toEqual(['现场.png', '空.pdf', '程序.exe', '会议纪要.txt'])
  expect(codesOf(files)).toEqual(['收下', 'evidence.empty', 'evidence.kind', '收下'])
})

test('附到自己的待核实行上，列得出、下载得到，一字节不差', async () => {
  const bytes = png('现场照片')
  const [kept] = await brought(fileOf('6月20日 现场.png', bytes))
  await handler.post(`/api/entries/${entry.id}/evidence`, { ids: [kept?.id] })
  const list = await (await office.as('只读')).get<EvidenceList>(`/api/entries/${entry.id}/evidence`)
  expect(list.evidence.find((one) => one.id === kept?.id)).toMatchObject({
    name: '6月20日 现场.png',
    bytes: bytes.length,
    mediaType: 'image/png',
    addedBy: handler.name,
  })
  const viewer = await office.sessionOf(
    (await (await office.as('只读')).get<{ officer: { id: string } }>('/api/me')).officer.id,
  )
  const reply = await office.app.inject({
    method: 'GET',
    url: `/api/evidence/${kept?.id}`,
    headers: { cookie: viewer },
  })
  expect(reply.rawPayload.equals(bytes)).toBe(true)
  expect(reply.headers['content-disposition']).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('试用·6月20日 现场.png')}`,
  )
})

test('没附到任何行上的，别人看不到也用不了', async () => {
  const [kept] = await brought(fileOf('草稿.txt', '草稿'))
  const viewer = await office.as('只读')
  expect((await viewer.refused({ method: 'GET', path: `/api/evidence/${kept?.id}` })).code).toBe('evidence.unknown')
  const head = await office.as('科室负责人')
  expect((await head.refused(attach(entry.id, [kept?.id ?? '']))).code).toBe('evidence.unknown')
})

test('核实过的行不能再附凭证', async () => {
  const done = await office.report('T1.1', '2023-06-21 1')
  await office.verify(done)
  const [kept] = await brought(fileOf('补.txt', '事后补的'))
  expect((await handler.refused(attach(done.id, [kept?.id ?? '']))).code).toBe('policy.state')
  expect(await query(office.database.root, `select 1 from entry_evidence where entry_id = '${done.id}'`)).toEqual([])
})

describe('伪装成别的东西的文件', () => {
  test.each<[string, string, Buffer | string, string]>([
    ['PNG 里藏网页', '图.png', png(html), '收下'],
    ['带脚本的 PDF', '函.pdf', pdf, '收下'],
    ['叫作图片的网页', '图.png', html, 'evidence.kind'],
    ['带脚本的 SVG', '图.svg', svg, 'evidence.kind'],
    ['叫作文本的 SVG', '图.txt', `  ${svg}`, 'evidence.kind'],
    ['叫作文本、用 UTF-16 写的网页', '页.txt', Buffer.from(`\uFEFF${html}`, 'utf16le'), 'evidence.kind'],
    ['叫作文档的程序', '附件.docx', 'MZ\x90\0', 'evidence.kind'],
    ['GIF', '动.gif', 'GIF89a\x01\0\x01\0', 'evidence.kind'],
  ])('%s', async (_, name, bytes, outcome) => {
    const [file] = await bring(fileOf(name, bytes))
    expect(file?.problem?.code ?? '收下').toBe(outcome)
    if (!file?.evidence) return
    const me = await handler.get<{ officer: { id: string } }>('/api/me')
    const cookie = await office.sessionOf(me.officer.id)
    const { headers } = await office.app.inject({
      method: 'GET',
      url: `/api/evidence/${file.evidence.id}`,
      headers: { cookie },
    })
    expect(headers).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment; filename\*=UTF-8''/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    })
    expect(headers['content-type']).toMatch(/^application\/octet-stream|^text\/plain/)
  })
})

test('文件名只是一句话：怎么写也到不了别处，显示时看得清', async () => {
  const names: [string, string][] = [
    ['../../../etc/cron.d/x.png', 'x.png'],
    ['..\\..\\windows\\x.png', 'x.png'],
    ['%2e%2e%2fx.png', '%2e%2e%2fx.png'],
    ['照片\u202Egnp.exe.png', '照片gnp.exe.png'],
    ['a\u0000b\u0007.png', 'ab.png'],
    ['..', '未命名'],
    ['CON.png', 'CON.png'],
    [`${'很'.repeat(300)}.png`, `${'很'.repeat(116)}.png`],
  ]
  for (const [received, shown] of names) {
    const [file] = await bring(fileOf(received, png(randomUUID())))
    expect([received, file?.evidence?.name]).toEqual([received, shown])
  }
  for (const path of stored()) expect(path.slice(office.filesFolder.length)).toMatch(/^\/[0-9a-f]{2}\/[0-9a-f]{62}$/)
})

describe('压缩包', () => {
  const zip = (...parts: Parameters<typeof zipOf>[0]) => fileOf('材料.zip', zipOf(parts))
  test('拆成一个个文件，各有各的结果；包里的包不拆', async () => {
    const inner = zipOf([{ name: 'x.png', content: png() }])
    const files = await bring(
      zip(
        { name: '照片/', content: '' },
        { name: '照片/一.png', content: png('包里') },
        { name: '坏.exe', content: 'MZ\0' },
        { name: '内.zip', content: inner },
      ),
    )
    expect(files.map(({ name }, i) => [name, codesOf(files)[i]])).toEqual([
      ['一.png', '收下'],
      ['坏.exe', 'evidence.kind'],
      ['内.zip', 'evidence.kind'],
    ])
  })

  test.each<[string, Parameters<typeof zipOf>[0]]>([
    ['炸弹', [{ name: 'a.txt', content: Buffer.alloc(30_000_000, 'a') }]],
    ['谎报大小', [{ name: 'a.txt', content: '一二三四五', declaredBytes: 3 }]],
    ['往外爬', [{ name: '../a.txt', content: '爬' }]],
    [
      '同名',
      [
        { name: 'a.txt', content: '一' },
        { name: 'a.txt', content: '二' },
      ],
    ],
    ['加密', [{ name: 'a.txt', content: '一', isEncrypted: true }]],
    ['成千上万', Array.from({ length: 2_001 }, (_, i) => ({ name: `${i}.txt`, content: '' }))],
    ['五十一个', Array.from({ length: 51 }, (_, i) => ({ name: `${i}.txt`, content: `${i}` }))],
    ['空', []],
  ])('%s的包整个不拆，同来的文件照收，磁盘上什么也不留', async (_, parts) => {
    const before = stored().length
    const beside = png(randomUUID())
    const files = await bring(zip(...parts), fileOf('旁边.png', beside))
    expect(codesOf(files)).toEqual(['evidence.archive', '收下'])
    expect(stored().length).toBe(before + 1)
  })
})

test('超过上限的不收，同来的照收', async () => {
  const files = await bring(fileOf('大.png', png(Buffer.alloc(50 * 1_048_576))), fileOf('小.png', png('小')))
  expect(codesOf(files)).toEqual(['evidence.too_large', '收下'])
})

test('同一请求再来一次，不多记一份；没有文件的请求说明原因', async () => {
  const key = randomUUID()
  const form = () => filesForm(fileOf('重发.txt', '重发'))
  const once = await handler.ask({ method: 'POST', path: '/api/evidence', form: form(), key })
  const again = await handler.ask({ method: 'POST', path: '/api/evidence', form: form(), key })
  expect(again.body).toEqual(once.body)
  const rows = await query(office.database.root, "select id from evidence where name = '重发.txt'")
  expect(rows).toHaveLength(1)
  const none = await handler.refused({ method: 'POST', path: '/api/evidence', form: new FormData() })
  expect(none.code).toBe('evidence.none')
})

test('磁盘上的每个文件都是它名字里的那个散列，每一行都有文件', async () => {
  const rows = await query<{ sha256: string }>(office.database.root, 'select distinct sha256 from evidence')
  const held = new Map(stored().map((path) => [path.slice(-65).replace('/', ''), readFileSync(path)]))
  for (const [sha256, bytes] of held) expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
  expect(rows.every(({ sha256 }) => held.has(sha256))).toBe(true)
  expect(rows.length).toBeGreaterThan(10)
})
