import type { Entry, SheetImport } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personIn } from '../authorisation/single-duties.ts'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { type Person, personOf } from '../support/person.ts'
import { query } from '../support/query.ts'
import { bringSheet, cellsOf, importOnceDone, savedSheet } from '../support/sheets.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let handler: Person
beforeAll(async () => {
  office = await openOffice({ today: '2023-07-10', units: ['东岸社区', '西岸社区'] })
  await office.adopt({ text: smallReport })
  handler = await office.as('经办人')
})
afterAll(() => office.close())

const heads = ['活动名称', '类别', '开始时间', '地点', '进何处', '所属社区', '牵头部门', '状态']
const line = (title: string, status: string, community = '东岸社区') => [
  title,
  '文明实践活动',
  '2023-07-06 09:30',
  '东岸小学',
  '进校园',
  community,
  '公共事务中心',
  status,
]
const bring = async (...lines: (readonly (string | null)[])[]) =>
  bringSheet(handler, 'event', await savedSheet([heads, ...lines]))
const accept = (seen: SheetImport) =>
  handler.post<SheetImport>(`/api/imports/${seen.id}/accept`, {}, { version: seen.version })
const events = async () =>
  (await (await office.as('只读')).get<{ entries: Entry[] }>('/api/registers/event/entries?each=row')).entries
const statuses = async () =>
  Object.fromEntries((await events()).map(({ values, status, move }) => [values.title, [status, move]]))

test('状态列照办理流程定：认得的就按它登记，不认得的当词来问，缺材料的一行一个理由', async () => {
  const seen = await bring(
    line('垃圾分类', '已计划'),
    line('科普集市', '已开展'),
    line('读书会', '搞完了'),
    line('义诊', '已登记'),
  )
  expect(seen.counts).toMatchObject({ new: 2, refused: 2 })
  expect(seen.words).toMatchObject([{ column: '@status', label: { zh: '状态' }, word: '搞完了' }])
  expect(seen.words[0]?.options.map(({ value }) => value)).toContain('已开展')
  expect(seen.refusals.map(({ problem }) => problem.code)).toEqual([
    'fact.status_unknown',
    'fact.needed_here',
    'fact.needed_here',
  ])
  await accept(seen)
  expect(await statuses()).toEqual({ 垃圾分类: ['planned', null], 科普集市: ['held', null] })
})

test('导出带状态，原样导回一行不变', async () => {
  const sheet = await handler.download('/api/registers/event/sheet')
  const [, head = [], ...rows] = await cellsOf(sheet)
  const at = head.indexOf('状态')
  expect(rows.map((cells) => cells[at]).toSorted()).toEqual(['已开展', '已计划'])
  const again = await bringSheet(handler, 'event', sheet)
  expect(again.counts).toEqual({ new: 0, changed: 0, same: 2, refused: 0, passed: 0 })
})

test('状态改了就是办一步：流程里有的记成那一步，一步到不了的不收', async () => {
  const seen = await bring(line('垃圾分类', '已开展'), line('科普集市', '已计划'))
  expect(seen.counts).toMatchObject({ changed: 1, refused: 1 })
  expect(seen.refusals[0]?.problem.says.zh).toBe('台账里是「已开展」，从那里一步到不了「已计划」，或者不由您办理。')
  await accept(seen)
  expect((await statuses()).垃圾分类).toEqual(['held', 'hold'])
})

test('先看一遍时就按各行的单位查权限，和正式导入一样', async () => {
  const [unit] = await query<{ id: string }>(
    office.database.root,
    `select id from unit where office_id = '${office.id}' and name = '东岸社区'`,
  )
  const staff = await personIn(office, 'communityStaff', 90, unit?.id)
  const person = personOf(office.app, '社区专干', await office.sessionOf(staff))
  const progress = await bringSheet(
    person,
    'progress',
    await savedSheet([
      ['日期', '目标', '填报单位', '完成数'],
      ['2023-07-01', 'T1.1', '东岸社区', 1],
      ['2023-07-01', 'T1.1', '西岸社区', 1],
    ]),
  )
  expect(progress.refusals.map(({ row, problem }) => [row, problem.code])).toEqual([[3, 'policy.other_unit']])
})

const plain = [...heads.slice(0, -1), '志愿者人数', '结束时间']
const bare = (title: string, people: string, end = '2023-07-06 11:00') => [...line(title, '').slice(0, -1), people, end]
const mapped = (seen: SheetImport, constants: Record<string, string>) =>
  handler.post<SheetImport>(
    `/api/imports/${seen.id}/mapping`,
    { columns: (seen.understood?.columns ?? []).map(({ at, field }) => ({ at, field })), constants, words: {} },
    { version: seen.version },
  )

test('没有状态列就问一次：说出表里哪些栏像是后面的状态；选了只管新增的行，已有的不动', async () => {
  const sheet = await savedSheet([plain, bare('消防演练', '30'), bare('科普集市', '12')])
  const seen = await bringSheet(handler, 'event', sheet)
  const { stands } = seen.understood ?? {}
  expect(stands?.value).toBe('planned')
  expect(stands?.states.map(({ id }) => id)).toContain('held')
  expect(stands?.implied?.columns.map(({ zh }) => zh)).toContain('结束时间')
  expect(seen.first.map(({ status, became }) => [status, became])).toEqual([
    ['planned', 'new'],
    ['held', 'changed'],
  ])
  await mapped(seen, { '@status': 'held' })
  const again = await importOnceDone(handler, seen.id)
  expect(again.first.map(({ status, values }) => [status, values.title])).toEqual([
    ['held', '消防演练'],
    ['held', '科普集市'],
  ])
  await accept(again)
  expect(await statuses()).toMatchObject({ 消防演练: ['held', null], 科普集市: ['held', null] })
})

test('一行里有几处错就列几处，各说在哪一列；读得懂的行照入账后的样子先给人看', async () => {
  const wrong = ['坏行', '不认识的类别', '2023-02-30', '东岸小学', '进校园', '火星社区', '公共事务中心', '很多', '昨天']
  const seen = await bringSheet(handler, 'event', await savedSheet([plain, wrong, bare('读书分享', '8')]))
  expect(seen.counts).toMatchObject({ new: 1, refused: 1 })
  expect(new Set(seen.refusals.map(({ row }) => row))).toEqual(new Set([2]))
  expect(seen.refusals.map(({ column, head }) => `${column} ${head}`)).toEqual([
    'B 类别',
    'C 开始时间',
    'F 所属社区',
    'H 志愿者人数',
    'I 结束时间',
  ])
  expect(seen.first).toMatchObject([{ row: 3, values: { title: '读书分享', startAt: '2023-07-06 09:30' } }])
})
