import type { Entry, SheetImport } from '@guatu/contract'
import { afterEach, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import type { Person } from '../support/person.ts'
import { bringSheet, cellsOf, importOnceDone, savedSheet } from '../support/sheets.ts'

let office: Awaited<ReturnType<typeof openOffice>>
afterEach(() => office.close())

const opened = async () => {
  office = await openOffice({ today: '2023-01-10' })
  await office.adopt({ text: smallReport })
  office.clock.goTo('2023-07-10')
  return office.as('经办人')
}

type Line = readonly (string | number | null)[]

const ledger = (...lines: readonly Line[]) =>
  savedSheet(
    [
      ['青禾街道2023年上半年群众活动台账', ...Array.from({ length: 9 }, () => null)],
      ['序号', '时间', null, '活动信息', null, '组织单位', '场地', '参加人数\n(人)', '经费\n(万元)', '备注'],
      [null, '日期', '时段', '活动名称', '类别', '主办', null, null, null, null],
      ...lines,
      ['合计', null, null, null, null, null, null, 999, null, null],
    ],
    { merges: ['A1:J1', 'A2:A3', 'B2:C2', 'D2:E2', 'G2:G3', 'H2:H3', 'I2:I3', 'J2:J3'] },
  )

const fair: Line = [
  1,
  '3月5日',
  '9:00-11:00',
  '学雷锋便民集市',
  '志愿服务',
  '城管办',
  '东塘广场',
  '约180人',
  '0.15',
  '手机19900000012',
]
const talk: Line = [2, '2023.3.8', '下午', '权益讲座', '法治宣传', '城管办', '会议室', 85, '—', null]

/** Answers what the sheet does not say, as a person does on the screen. */
const settled = async (person: Person, seen: SheetImport) => {
  const columns = (seen.understood?.columns ?? []).map(({ at, field }) => ({ at, field }))
  const constants = { community: '街道本级', attendanceBasis: '签到', audience: '居民' }
  const words = { eventType: { 志愿服务: '志愿服务活动', 法治宣传: '普法活动' } }
  await person.post(`/api/imports/${seen.id}/mapping`, { columns, constants, words }, { version: seen.version })
  return importOnceDone(person, seen.id)
}

const accepted = (person: Person, { id, version }: SheetImport) =>
  person.post<SheetImport>(`/api/imports/${id}/accept`, {}, { version })

const events = async () =>
  (await (await office.as('只读')).get<{ entries: Entry[] }>('/api/registers/event/entries')).entries

test('活动台账进了活动登记：两级表头、没写年的日期、格里的单位，缺的一次填齐，词记得住', async () => {
  const handler = await opened()
  const seen = await bringSheet(handler, 'event', await ledger(fair, talk))
  expect(seen.understood).toMatchObject({ year: 2023, headRows: [2, 3], shape: { zh: '群众活动台账' } })
  expect(seen.counts).toMatchObject({ new: 0, refused: 2, passed: 1 })
  expect(seen.words.map(({ word }) => word)).toEqual(['志愿服务', '法治宣传'])
  expect(seen.understood?.constants.filter(({ needed }) => needed).map(({ column }) => column)).toContain('community')

  const ready = await settled(handler, seen)
  expect(ready).toMatchObject({ counts: { new: 2, refused: 0, passed: 1 }, refusals: [] })
  await accepted(handler, ready)
  const entered = (await events()).map(({ values }) => values)
  expect(entered.find(({ title }) => title === '学雷锋便民集市')).toMatchObject({
    startAt: '2023-03-05 09:00',
    endAt: '2023-03-05 11:00',
    eventType: 'volunteerActivity',
    attendance: '180',
    cost: '1500',
    leadUnit: '城管办',
    origin: 'excelImport',
  })
  expect(JSON.stringify(entered)).not.toContain('199000000')

  const next = await bringSheet(
    handler,
    'event',
    await ledger([3, '2023-04-02', null, '清明诵读', '法治宣传', '城管办', '会议室', 30, null, null]),
  )
  expect(next.counts).toMatchObject({ new: 1, refused: 0 })
})

test('改过的行按自然键更正，核实前原数仍在；导出再导入一行不变', async () => {
  const handler = await opened()
  await accepted(handler, await settled(handler, await bringSheet(handler, 'event', await ledger(fair, talk))))
  expect(await events()).toHaveLength(2)
  const changed = fair.with(7, 210)
  const again = await bringSheet(handler, 'event', await ledger(changed, talk))
  expect(again.counts).toMatchObject({ new: 0, changed: 1, same: 1, refused: 0 })
  await accepted(handler, again)
  const fairs = (await events()).filter(({ values }) => values.title === '学雷锋便民集市')
  expect(fairs.map(({ values, corrects }) => [values.attendance, corrects !== null]).toSorted()).toEqual([
    ['180', false],
    ['210', true],
  ])
  const sheet = await handler.download('/api/registers/event/sheet')
  const [, head, ...rows] = await cellsOf(sheet)
  expect(head).toContain('参加人数')
  expect(rows).toHaveLength(2)
  const out = await bringSheet(handler, 'event', sheet)
  expect(out.counts).toEqual({ new: 0, changed: 0, same: 2, refused: 0, passed: 0 })
})

test('有坐标的台账导出地图，没有坐标的说明', async () => {
  const handler = await opened()
  await accepted(handler, await settled(handler, await bringSheet(handler, 'event', await ledger(fair, talk))))
  const [, head = [], ...rows] = await cellsOf(await handler.download('/api/registers/event/sheet'))
  const at = head.indexOf('坐标')
  const placed = rows.map((row, n) => (n === 0 ? row.with(at, '113.76,22.70') : row))
  const seen = await bringSheet(handler, 'event', await savedSheet([head, ...placed]))
  expect(seen.counts).toMatchObject({ changed: 1, same: 1, refused: 0 })
  await accepted(handler, seen)
  const map = JSON.parse((await handler.download('/api/registers/event/geojson')).toString('utf8'))
  expect(map).toMatchObject({
    type: 'FeatureCollection',
    features: [{ geometry: { type: 'Point', coordinates: [113.76, 22.7] }, properties: { 牵头部门: '城管办' } }],
  })
  const refused = await handler.refused({ method: 'GET', path: '/api/registers/progress/geojson' })
  expect(refused.code).toBe('import.no_geometry')
  const restricted = await handler.ask<{ code: string }>({
    method: 'GET',
    path: '/api/registers/enterpriseMetric/sheet',
  })
  expect(restricted.status).toBe(403)
})
