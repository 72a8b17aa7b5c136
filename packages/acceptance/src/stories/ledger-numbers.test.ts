import type { BatchResult, Entry, EntryDetail, SheetImport } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import type { Person } from '../support/person.ts'
import { bringSheet, cellsOf, savedSheet } from '../support/sheets.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let handler: Person
beforeAll(async () => {
  office = await openOffice({ today: '2023-07-10' })
  await office.adopt({ text: smallReport })
  handler = await office.as('经办人')
})
afterAll(() => office.close())

const path = '/api/registers/progress'
const values = (on: string, quantity: string) => ({ on, target: 'T1.1', unit: '公共事务中心', quantity })
const enter = (on: string, quantity: string) => handler.post<Entry>(`${path}/entries`, { values: values(on, quantity) })
const paste = (rows: readonly object[]) => handler.post<BatchResult>(`${path}/batch`, { rows, preview: false })
const listed = async (query = '') =>
  (await handler.get<{ entries: Entry[] }>(`${path}/entries?each=row&sort=number${query}`)).entries.map(
    ({ number, values: { quantity } }) => [number, quantity],
  )
const accept = (seen: SheetImport) =>
  handler.post<SheetImport>(`/api/imports/${seen.id}/accept`, {}, { version: seen.version })

test('填报、粘贴，谁先谁后都一行一号；被拒的不占号；去年的事编去年的号', async () => {
  expect((await enter('2023-06-01', '1')).number).toBe('JZ-2023-00001')
  const pasted = await paste([values('2023-06-02', '2'), values('2023-06-03', '-1'), values('2023-06-04', '4')])
  expect(pasted).toMatchObject({ accepted: 2, refused: 1 })
  const together = await Promise.all(['5', '6', '7'].map((quantity, i) => enter(`2023-06-1${i}`, quantity)))
  expect(together.map(({ number }) => number).toSorted()).toEqual(['JZ-2023-00004', 'JZ-2023-00005', 'JZ-2023-00006'])
  expect((await listed()).slice(0, 3)).toEqual([
    ['JZ-2023-00001', '1'],
    ['JZ-2023-00002', '2'],
    ['JZ-2023-00003', '4'],
  ])
  const held = async (on: string) =>
    handler.post<Entry>('/api/registers/event/entries', {
      values: {
        title: '义务植树',
        eventType: 'volunteerActivity',
        startAt: `${on} 09:00`,
        venueText: '滨河公园',
        audience: 'residents',
        community: '街道本级',
        leadUnit: '公共事务中心',
      },
    })
  expect((await held('2022-12-30')).number).toBe('HD-2022-00001')
  expect((await held('2023-03-12')).number).toBe('HD-2023-00001')
})

test('更正还是原来的号，各版都是；撤回的号不再给别的行', async () => {
  const row = await enter('2023-06-20', '8')
  const fixed = await handler.post<Entry>(
    `/api/entries/${row.id}/correct`,
    { values: values('2023-06-22', '9'), because: '日期写错了' },
    { version: row.version },
  )
  expect([row.number, fixed.number]).toEqual(['JZ-2023-00007', 'JZ-2023-00007'])
  const { versions } = await handler.get<EntryDetail>(`/api/entries/${fixed.id}`)
  expect(versions.map(({ entry }) => entry.number)).toEqual([row.number, row.number])
  const gone = await enter('2023-06-21', '1')
  await handler.post(`/api/entries/${gone.id}/withdraw`, { because: '填错了' }, { version: gone.version })
  expect((await enter('2023-06-21', '1')).number).toBe('JZ-2023-00009')
})

test('按编号找得到：整个编号、写法不一的、开头几位；只写年份不当编号', async () => {
  expect(await listed('&number=JZ-2023-0000')).toHaveLength(9)
  expect(await listed('&number=JZ-2022')).toEqual([])
  expect(await listed('&number=jz20231')).toEqual([['JZ-2023-00001', '1']])
  expect(await listed('&text=JZ-2023-00002')).toEqual([['JZ-2023-00002', '2']])
  expect(await listed('&text=JZ-2023')).toHaveLength(9)
  expect(await listed('&number=HD-2023-00001')).toEqual([])
  expect(await listed('&text=00002')).toEqual([])
})

test('导出带编号，原样导回一行不变；凭编号认行，连认行的那几栏也能改；不认得的编号一行一个理由', async () => {
  const sheet = await handler.download(`${path}/sheet`)
  const [, head = [], ...rows] = await cellsOf(sheet)
  expect(head[0]).toBe('台账编号')
  const again = await bringSheet(handler, 'progress', sheet)
  expect(again.counts).toEqual({ new: 0, changed: 0, same: rows.length, refused: 0, passed: 0 })

  const seen = await bringSheet(
    handler,
    'progress',
    await savedSheet([
      ['台账编号', '日期', '目标', '填报单位', '完成数'],
      ['JZ-2023-00001', '2023-06-28', 'T1.1', '公共事务中心', 11],
      ['JZ-2023-00001', '2023-06-29', 'T1.1', '公共事务中心', 12],
      ['JZ-2023-09999', '2023-06-28', 'T1.1', '公共事务中心', 1],
      ['JZ-2023-00008', '2023-06-28', 'T1.1', '公共事务中心', 1],
      [null, '2023-07-01', 'T1.1', '公共事务中心', 2],
    ]),
  )
  expect(seen.counts).toMatchObject({ new: 1, changed: 1, refused: 3 })
  expect(seen.refusals.map(({ row, column, problem }) => [row, column, problem.code])).toEqual([
    [3, null, 'sheet.duplicate'],
    [4, 'A', 'sheet.ledger_number_unknown'],
    [5, 'A', 'sheet.ledger_number_fallen'],
  ])
  const accepted = await accept(seen)
  expect(accepted.counts).toEqual(seen.counts)
  expect(await listed('&number=JZ-2023-00001')).toEqual([['JZ-2023-00001', '11']])
  expect(await listed('&number=JZ-2023-00010')).toEqual([['JZ-2023-00010', '2']])
})

test('空白表样不问编号：新的一行由系统编', async () => {
  const [, head = []] = await cellsOf(await handler.download(`${path}/sheet?empty=true`))
  expect(head).not.toContain('台账编号')
})
