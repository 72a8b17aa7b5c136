import type { Entry, SheetImport } from '@guatu/contract'
import { afterEach, expect, test } from 'vitest'
import { personIn } from '../authorisation/single-duties.ts'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { ask, personOf } from '../support/person.ts'
import { query } from '../support/query.ts'
import { bringSheet, cellsOf, savedSheet, sheetForm } from '../support/sheets.ts'

let office: Awaited<ReturnType<typeof openOffice>>
afterEach(() => office.close())

const opened = async () => {
  office = await openOffice({ today: '2023-01-10' })
  await office.adopt({ text: smallReport })
  office.clock.goTo('2023-07-10')
  return office.as('经办人')
}

const ledger = (...more: readonly (readonly (string | number | null)[])[]) =>
  savedSheet(
    [
      ['文明实践活动进展（2023年）', null, null, null, null, null],
      ['日期', '目标', '填报单位', '完成数', '说明', '联系电话'],
      ['2023年3月5日', 'T2.1', '城管办', '６', '一季度', '19900000012'],
      ['2023.4.8', 'T2.1', '城管办', 6, '联系人手机19900000034', null],
      [null, '小计', null, 12, null, null],
      ['2023-02-30', 'T2.1', '城管办', 6, null, null],
      ['2023-05-06', 'T2.1', '没有的科室', 6, null, null],
      ['2023-03-05', 'T2.1', '城管办', 6, '一季度', null],
      ...more,
      ['注：以签到为准', null, null, null, null, null],
    ],
    { merges: ['A1:F1', 'A11:F11'] },
  )

const entriesOf = async () =>
  (await (await office.as('只读')).get<{ entries: Entry[] }>('/api/registers/progress/entries')).entries

test('台账原样导入：看懂了什么先说清，逐行给理由，一次入账，表还回来多一列', async () => {
  const handler = await opened()
  const bytes = await ledger(
    ['6月1日', 'T2.1', '城管办', '约7', null, null],
    ['2023-06-02', 'T2.1', '城管办', '若干', null, null],
  )
  const seen = await bringSheet(handler, 'progress', bytes)
  expect(seen).toMatchObject({
    state: 'ready',
    counts: { new: 3, changed: 0, same: 0, refused: 4, passed: 2 },
    understood: { year: 2023, headRows: [2], titles: ['文明实践活动进展（2023年）'], wide: false },
    may: ['map', 'accept'],
  })
  expect(seen.understood?.columns.map(({ head, field, personal }) => [head, field, personal])).toEqual([
    ['日期', 'on', false],
    ['目标', 'target', false],
    ['填报单位', 'unit', false],
    ['完成数', 'quantity', false],
    ['说明', 'note', false],
    ['联系电话', null, true],
  ])
  expect(seen.refusals.map(({ row, column, problem }) => [row, column, problem.code])).toEqual([
    [6, 'A', 'sheet.date_invalid'],
    [7, 'C', 'fact.unit_unknown'],
    [8, null, 'sheet.duplicate'],
    [10, 'D', 'sheet.number_invalid'],
  ])
  expect(await entriesOf()).toEqual([])

  const done = await handler.post<SheetImport>(`/api/imports/${seen.id}/accept`, {}, { version: seen.version })
  expect(done).toMatchObject({ state: 'accepted', counts: { new: 3, refused: 4, passed: 2 }, may: ['withdraw'] })
  const entered = await entriesOf()
  expect(entered.map(({ values }) => [values.on, values.quantity]).toSorted()).toEqual([
    ['2023-03-05', '6'],
    ['2023-04-08', '6'],
    ['2023-06-01', '7'],
  ])
  expect(JSON.stringify(entered)).not.toContain('199000000')

  const result = await handler.download(`/api/imports/${seen.id}/result`)
  const cells = await cellsOf(result)
  expect(cells.map((row) => row[6])).toEqual([
    '',
    '处理结果',
    '已导入，编号JZ-2023-00001',
    '已导入，编号JZ-2023-00002',
    '跳过：小计、合计',
    expect.stringContaining('未导入：「日期」里的「2023-02-30」不是日历上的一天'),
    expect.stringContaining('「没有的科室」'),
    '未导入：和本表第3行是同一条，只取先出现的一行。确是两回事的，请把名称写出区别。',
    '已导入，编号JZ-2023-00003',
    expect.stringContaining('不是一个确定的数'),
    '跳过：附注',
  ])
})

test('同一张表再来一次，什么也不重复', async () => {
  const handler = await opened()
  const bytes = await ledger()
  const first = await bringSheet(handler, 'progress', bytes)
  await handler.post(`/api/imports/${first.id}/accept`, {}, { version: first.version })
  const second = await bringSheet(handler, 'progress', bytes)
  expect(second.counts).toMatchObject({ new: 0, same: 2, refused: 3 })
  const refused = await handler.refused({
    method: 'POST',
    path: `/api/imports/${second.id}/accept`,
    body: {},
    version: second.version,
  })
  expect(refused.code).toBe('import.nothing_to_accept')
  expect(await entriesOf()).toHaveLength(2)
})

test('整次撤回：没核实的都撤，已核实的留下并说明', async () => {
  const handler = await opened()
  const seen = await bringSheet(handler, 'progress', await ledger())
  const done = await handler.post<SheetImport>(`/api/imports/${seen.id}/accept`, {}, { version: seen.version })
  const [verified] = await entriesOf()
  if (!verified) throw new Error('rows were entered')
  expect(await office.verify(verified)).toMatchObject({ verified: 1 })
  const gone = await handler.post<SheetImport>(
    `/api/imports/${seen.id}/withdraw`,
    { because: '传错了表' },
    { version: done.version },
  )
  expect(gone).toMatchObject({ state: 'withdrawn', withdrawn: { because: '传错了表', rows: 1, left: 1 }, may: [] })
  expect((await entriesOf()).map(({ state }) => state).toSorted()).toEqual(['verified', 'withdrawn'])
})

test('封了账的月份里有行，整次导入就不能撤回；封账以后才来的可以', async () => {
  const handler = await opened()
  const sheetOf = (day: string) =>
    savedSheet([
      ['日期', '目标', '填报单位', '完成数', '说明'],
      [day, 'T2.1', '城管办', 6, '一季度'],
    ])
  const brought = async (day: string) => {
    const seen = await bringSheet(handler, 'progress', await sheetOf(day))
    return handler.post<SheetImport>(`/api/imports/${seen.id}/accept`, {}, { version: seen.version })
  }
  const withdrawn = ({ id, version }: SheetImport) => ({
    method: 'POST' as const,
    path: `/api/imports/${id}/withdraw`,
    body: { because: '传错了表' },
    version,
  })
  const before = await brought('2023-03-05')
  await (await office.as('督查专员')).post('/api/months/2023-03/lock', {})
  expect(await handler.refused(withdrawn(before))).toMatchObject({ code: 'import.month_locked' })
  office.clock.goTo('2023-07-11')
  const late = await brought('2023-03-08')
  expect((await handler.ask(withdrawn(late))).status).toBe(200)
})

test('列对应错了可以改，改过的下次记得', async () => {
  const handler = await opened()
  const rows = (day: string) => [
    ['哪天', '目标', '填报单位', '办了几场', '日期'],
    [day, 'T2.1', '城管办', 5, '无'],
  ]
  const seen = await bringSheet(handler, 'progress', await savedSheet(rows('2023-03-01')))
  expect(seen.counts).toMatchObject({ new: 0, refused: 1 })
  const mapping = {
    columns: [
      { at: 0, field: 'on' },
      { at: 1, field: 'target' },
      { at: 2, field: 'unit' },
      { at: 3, field: 'quantity' },
      { at: 4, field: null },
    ],
    constants: { note: '按月报补录' },
    words: {},
  }
  const path = `/api/imports/${seen.id}/mapping`
  const twice = { ...mapping, columns: mapping.columns.map((one) => ({ ...one, field: 'on' })) }
  const refused = await handler.refused({ method: 'POST', path, body: twice, version: seen.version })
  expect(refused.code).toBe('import.mapped_twice')
  await handler.post(path, mapping, { version: seen.version })
  const next = await bringSheet(handler, 'progress', await savedSheet(rows('2023-03-02')))
  expect(next.understood?.columns.map(({ field }) => field)).toEqual(['on', 'target', 'unit', 'quantity', null])
  expect(next.counts).toMatchObject({ new: 1, refused: 0 })
  await handler.post(`/api/imports/${next.id}/accept`, {}, { version: next.version })
  expect(await entriesOf()).toMatchObject([{ values: { on: '2023-03-02', quantity: '5', note: '按月报补录' } }])
})

test('读不了的表一句话说明，别人的导入看不到', async () => {
  const handler = await opened()
  const clerkBook = await bringSheet(handler, 'progress', Buffer.from('不是表格'), '台账.xlsx')
  expect(clerkBook).toMatchObject({ state: 'failed', failed: { code: 'text.no_workbook' } })
  const empty = await bringSheet(handler, 'progress', await savedSheet([['随手记的一句话']]))
  expect(empty).toMatchObject({ state: 'failed', failed: { code: 'import.no_head' } })
  const viewer = await office.as('只读')
  const refused = await viewer.refused({
    method: 'POST',
    path: '/api/imports',
    form: sheetForm('progress', await ledger()),
  })
  expect(refused.kind).toBe('forbidden')
})

test('导出的台账原样导回，一行不变；空白表样只有表头', async () => {
  const handler = await opened()
  const seen = await bringSheet(
    handler,
    'progress',
    await ledger([null, '', '', '', '', ''], ['2023-06-09', 'T1.1', '城管办', 2, '=1+1', null]),
  )
  await handler.post(`/api/imports/${seen.id}/accept`, {}, { version: seen.version })
  const out = await handler.download('/api/registers/progress/sheet')
  const [, head, ...rows] = await cellsOf(out)
  expect(head).toEqual(['台账编号', '日期', '目标', '填报单位', '完成数', '说明', '文号'])
  expect(rows.toSorted()).toEqual([
    ['JZ-2023-00001', '2023-03-05', 'T2.1', '城管办', '6', '一季度', ''],
    ['JZ-2023-00002', '2023-04-08', 'T2.1', '城管办', '6', '联系人手机＊＊＊', ''],
    ['JZ-2023-00003', '2023-06-09', 'T1.1', '城管办', '2', '=1+1', ''],
  ])
  const again = await bringSheet(handler, 'progress', out)
  expect(again.counts).toEqual({ new: 0, changed: 0, same: 3, refused: 0, passed: 0 })
  const blank = await handler.download('/api/registers/progress/sheet?empty=true')
  expect(await cellsOf(blank)).toHaveLength(2)
})

test('行的日子没封，它说的事落在封了的月份，整次导入也不能撤回；补录的月份不算', async () => {
  const handler = await opened()
  const heads = [
    '所属社区',
    '牵头部门',
    '企业名称',
    '统一社会信用代码',
    '行业代码',
    '四上类别',
    '首次纳统日期',
    '退库日期',
    '数据来源',
  ]
  const brought = async (uscc: string) => {
    const firm = [
      '街道本级',
      '城管办',
      `某电子公司${uscc.slice(-3)}`,
      uscc,
      'C3911',
      '规上工业',
      '2023-03-01',
      '2023-05-10',
      '手工填报',
    ]
    const seen = await bringSheet(handler, 'enterprise', await savedSheet([heads, firm]))
    return handler.post<SheetImport>(`/api/imports/${seen.id}/accept`, {}, { version: seen.version })
  }
  const withdrawn = ({ id, version }: SheetImport) => ({
    method: 'POST' as const,
    path: `/api/imports/${id}/withdraw`,
    body: { because: '传错了表' },
    version,
  })
  const clerk = await office.as('督查专员')
  const first = await brought('914403001922038216')
  await clerk.post('/api/months/2023-05/lock', {})
  expect((await handler.refused(withdrawn(first))).says.zh).toContain('2023-05')
  office.clock.goTo('2023-07-11')
  const second = await brought('91350100M000100Y43')
  await clerk.post('/api/months/2023-03/lock', {})
  expect((await handler.refused(withdrawn(second))).says.zh).toContain('2023-03')
})

test('一个人有几个岗位：预览按坐着的岗位问，和确认时一样；换了岗位要重新核对', async () => {
  office = await openOffice({ today: '2023-01-10', units: ['城管办', '东岸社区', '西岸社区'] })
  await office.adopt({ text: smallReport })
  office.clock.goTo('2023-07-10')
  const units = await query<{ id: string; name: string }>(
    office.database.root,
    `select id, name from unit where office_id = '${office.id}'`,
  )
  const unitId = (name: string) => units.find((unit) => unit.name === name)?.id
  // One person holds the posts of two people: those of both communities.
  const id = await personIn(office, 'communityStaff', 80, unitId('东岸社区'))
  const second = await personIn(office, 'communityStaff', 81, unitId('西岸社区'))
  await query(office.database.root, `update holding set officer_id = '${id}' where officer_id = '${second}'`)
  const seatedIn = async (title: string) => {
    const [post] = await query<{ id: string }>(office.database.root, `select id from post where title = '${title}'`)
    const body = { officeId: office.id, officerId: id, postId: post?.id }
    const { cookies } = await ask(office.app, null, { method: 'POST', path: '/api/session', body })
    return personOf(office.app, title, cookies[0] ?? '')
  }
  const person = await seatedIn('communityStaff80')
  const sheet = await savedSheet([
    ['日期', '目标', '填报单位', '完成数', '说明'],
    ['2023-03-05', 'T2.1', '东岸社区', 6, ''],
    ['2023-03-06', 'T2.1', '西岸社区', 6, ''],
  ])
  const seen = await bringSheet(person, 'progress', sheet)
  expect(seen.counts).toMatchObject({ new: 1, refused: 1 })
  const elsewhere = await seatedIn('communityStaff81')
  const accepting = { method: 'POST', path: `/api/imports/${seen.id}/accept`, body: {}, version: seen.version } as const
  expect((await elsewhere.refused(accepting)).code).toBe('import.other_post')
  const done = await person.post<SheetImport>(`/api/imports/${seen.id}/accept`, {}, { version: seen.version })
  expect(done.counts).toMatchObject({ new: 1, refused: 1 })
  expect((await entriesOf()).map(({ values }) => values.unit)).toEqual(['东岸社区'])
})
