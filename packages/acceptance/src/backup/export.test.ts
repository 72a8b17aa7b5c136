import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { definitions } from '@guatu/definitions'
import { openArchive } from '@guatu/server/backup/archive-reader'
import { exportOffice } from '@guatu/server/backup/export-office'
import excel from '@protobi/exceljs'
import type pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { openOfficeIn } from '../support/office.ts'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { query } from '../support/query.ts'
import { bringSheet, cellsOf } from '../support/sheets.ts'

const folder = mkdtempSync(join(tmpdir(), 'guatu-export-'))
let office: Awaited<ReturnType<typeof openOffice>>
afterAll(async () => {
  await office.close()
  rmSync(folder, { recursive: true })
})

// A socket's folder cannot stand where a host name stands, so it travels as a parameter.
const urlOf = ({ user, password, database, host }: pg.PoolConfig): string =>
  `postgresql://${user}:${String(password)}@localhost/${database}?host=${encodeURIComponent(String(host))}`

async function unpack(file: string): Promise<Map<string, Buffer>> {
  const archive = await openArchive(file)
  const parts = new Map<string, Buffer>()
  for (const name of archive.names) {
    const chunks: Buffer[] = []
    for await (const chunk of archive.read(name)) chunks.push(chunk)
    parts.set(name, Buffer.concat(chunks))
  }
  archive.close()
  return parts
}

const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '\t=1', '=HYPERLINK("http://x","y")']

test('导出本单位全部数据：台账一本一个 Excel，公式只是文字，来源文件原样，清单的散列都对，没有别的单位的一行', async () => {
  office = await openOffice()
  const other = await openOfficeIn(office.app, '隔壁街道', ['隔壁科'])
  await other.adopt({ text: smallReport })
  await other.report('T1.1', '2023-03-20 3', { note: '隔壁的行' })
  await office.adopt({ text: smallReport })
  for (const [at, note] of formulas.entries()) await office.report('T1.1', `2023-03-0${at + 1} 1`, { note })
  const first = await office.report('T1.1', '2023-04-01 2', { note: '核实过的' })
  await office.verify(first)

  const file = join(folder, 'out.zip')
  const place = { dataFolder: join(folder, 'data'), url: urlOf(office.database.root) }
  const done = await exportOffice('青禾街道', file, place, { registers: definitions.registers, clock: office.clock })
  const parts = await unpack(file)

  const sums = String(parts.get('SHA256SUMS')).trimEnd().split('\n')
  expect(sums).toHaveLength(parts.size - 1)
  for (const line of sums) {
    const [sha256, name = ''] = line.split('  ')
    expect(
      createHash('sha256')
        .update(parts.get(name) ?? '')
        .digest('hex'),
      name,
    ).toBe(sha256)
  }
  expect(done.files).toBe(sums.length)

  const book = new excel.Workbook()
  await book.xlsx.load((parts.get('台账/试用·进展台账.xlsx') ?? Buffer.alloc(0)) as never)
  const rows = book.worksheets[0]?.getSheetValues().slice(3) as unknown[][]
  expect(book.worksheets[0]?.getCell('A1').value).toBe('试用·青禾街道')
  expect(rows.map((row) => row[6])).toEqual([...formulas.map((note) => note.trim()), '核实过的'])
  expect(rows.at(-1)?.slice(5, 7)).toEqual([2, '核实过的'])
  expect(rows.map((row) => row[1])).toEqual(rows.map((_, at) => `JZ-2023-0000${at + 1}`))
  expect(rows.at(-1)).toContain('已核实')
  const cells = book.worksheets.flatMap((sheet) => sheet.getSheetValues().flat())
  expect(cells.filter((cell) => typeof cell === 'object' && cell !== null)).toEqual([])

  const paper = [...parts].find(([name]) => name.startsWith('来源文件/'))
  expect(paper?.[0]).toMatch(/^来源文件\/[0-9a-f-]{36}-试用·/)
  expect(paper?.[1].toString('utf8')).toBe(smallReport)
  expect([...parts.keys()]).toEqual(expect.arrayContaining(['试用·计划.xlsx', '数据/entry.jsonl', '数据/audit.jsonl']))
  const ofSignIn = /session|idempotency|pass|second_factor|one_time_code|sign_in_failure|attempt/
  expect([...parts.keys()].filter((name) => ofSignIn.test(name))).toEqual([])
  for (const [name, bytes] of parts) {
    expect(bytes.includes('隔壁'), name).toBe(false)
    expect(bytes.includes(other.id), name).toBe(false)
  }
  const entries = String(parts.get('数据/entry.jsonl')).trimEnd().split('\n')
  expect(entries.map((line) => (JSON.parse(line) as { content: { note: string } }).content.note)).toContain('核实过的')
})

test('没有这个单位，说出有哪些，什么也不留下', async () => {
  const place = { dataFolder: join(folder, 'data'), url: urlOf(office.database.root) }
  const needs = { registers: definitions.registers, clock: office.clock }
  await expect(exportOffice('没有的街道', join(folder, 'none.zip'), place, needs)).rejects.toMatchObject({
    problem: { code: 'export.office_unknown' },
  })
})

test('每本台账照人读的样子导出；限制知悉的行、需知悉的栏不出单位', async () => {
  const handler = await office.as('经办人')
  const belonging = { community: '街道本级', leadUnit: '城管办' }
  const facility = {
    ...belonging,
    facilityType: 'familyEduCentre',
    name: '东岸服务中心',
    serialNo: 'P1',
    place: '113.77,22.71',
    operatorUnit: '东岸社区工作站',
  }
  const venue = await handler.post<{ id: string }>('/api/registers/facility/entries', { values: facility })
  const activity = {
    ...belonging,
    title: '义务植树',
    eventType: 'volunteerActivity',
    startAt: '2023-03-12 09:00',
    venueText: '滨河公园',
    audience: 'residents',
    cost: '3,500.50元',
  }
  await handler.post('/api/registers/event/entries', { values: { ...activity, venueFacility: venue.id } })
  const kept = (register: string, content: string) => `
    insert into entry (office_id, id, root_id, register, true_on, known_at, entered_by, content, natural_key, because, number_year, serial)
    select office_id, fresh, fresh, '${register}', '2023-03-01', now(), id, '${content}', '${register}', '', 2023, 1
    from (select office_id, id, gen_random_uuid() as fresh from officer where office_id = '${office.id}' limit 1) s`
  await query(
    office.database.root,
    kept('enterpriseMetric', '{"value": "987654321"}'),
    kept('appeal', '{"text": "不能出去的诉求", "channelNo": "SQ-1"}'),
  )

  const file = join(folder, 'registers.zip')
  const place = { dataFolder: join(folder, 'data'), url: urlOf(office.database.root) }
  await exportOffice(office.id, file, place, { registers: definitions.registers, clock: office.clock })
  const parts = await unpack(file)
  const sheet = async (name: string) => {
    const book = new excel.Workbook()
    await book.xlsx.load((parts.get(`台账/试用·${name}.xlsx`) ?? Buffer.alloc(0)) as never)
    const [head = [], ...rows] = (book.worksheets[0]?.getSheetValues().slice(2) ?? []) as unknown[][]
    return rows.map((row) => Object.fromEntries(head.flatMap((label, at) => [[String(label), row[at]] as const])))
  }
  expect(await sheet('活动台账')).toMatchObject([
    {
      类别: '志愿服务活动',
      开始时间: '2023-03-12 09:00',
      '场地（设施台账）': '东岸服务中心',
      经费: 3500.5,
      所属社区: '街道本级',
      状态: '已计划',
      核实状态: '待核实',
    },
  ])
  expect([...parts.keys()].filter((name) => name.includes('企业月度指标'))).toEqual([])
  for (const [name, bytes] of parts) {
    expect(bytes.includes('不能出去的诉求'), name).toBe(false)
    expect(bytes.includes('987654321'), name).toBe(false)
  }
  expect(String(parts.get('数据/entry.jsonl'))).toContain('SQ-1')
  const about = JSON.parse(String(parts.get('说明.json'))) as { withheld: string[] }
  expect(about.withheld).toEqual(expect.arrayContaining(['entry:enterpriseMetric', 'entry:appeal.text']))
})

test('本单位自设的列也出去，列名和值都在，那张表原样导回一行不变', async () => {
  const handler = await office.as('经办人')
  const added = { label: { zh: '宣传折页' }, kind: 'quantity', unit: '份', scale: 0, min: '0', because: '一直这样记' }
  await handler.post('/api/registers/event/columns', added)
  const activity = {
    community: '街道本级',
    leadUnit: '城管办',
    title: '反诈宣传',
    eventType: 'volunteerActivity',
    startAt: '2023-03-13 09:00',
    venueText: '滨河公园',
    audience: 'residents',
    own1: '120',
  }
  await handler.post('/api/registers/event/entries', { values: activity })
  const file = join(folder, 'own-columns.zip')
  const place = { dataFolder: join(folder, 'data'), url: urlOf(office.database.root) }
  await exportOffice(office.id, file, place, { registers: definitions.registers, clock: office.clock })
  const sheet = (await unpack(file)).get('台账/试用·活动台账.xlsx') ?? Buffer.alloc(0)
  const [, head = [], ...rows] = await cellsOf(sheet)
  const at = head.findIndex((label) => label.startsWith('宣传折页'))
  const title = head.indexOf('活动名称')
  expect(rows.find((cells) => cells[title] === '反诈宣传')?.[at]).toBe('120')
  const again = await bringSheet(handler, 'event', sheet)
  expect(again.counts).toMatchObject({ new: 0, changed: 0, refused: 0 })
  expect(again.counts?.same).toBe(rows.length)
})
