import type { BatchResult, CheckedDraft, Entry, OwnColumns, RegisterShape } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Post } from '../support/office.ts'
import { openOffice } from '../support/open-office.ts'
import { bringSheet, cellsOf } from '../support/sheets.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  office = await openOffice({ today: '2023-06-30', units: ['城管办', '东岸社区'] })
})
afterAll(() => office.close())

const path = '/api/registers/event/columns'
const columns = async () => (await office.as('只读')).get<OwnColumns>(path)
const columnOf = async (id: string) => (await columns()).columns.find((one) => one.id === id)
const add = async (body: object, by: Post = '经办人') =>
  (await office.as(by)).post<OwnColumns>(path, { because: '台账一直这样记', ...body })
const refusedColumn = async (body: object) =>
  (await office.as('经办人')).refused({ method: 'POST', path, body: { because: '台账一直这样记', ...body } })
const change = async (id: string, body: object) =>
  (await office.as('经办人')).post<OwnColumns>(
    `${path}/${id}/change`,
    { because: '科务会议定', ...body },
    { version: (await columnOf(id))?.version ?? 0 },
  )
const confirm = async (id: string) => ({
  method: 'POST' as const,
  path: `${path}/${id}/confirm`,
  body: {},
  version: (await columnOf(id))?.version ?? 0,
})

const event = {
  community: '东岸社区',
  leadUnit: '公共事务中心',
  title: '垃圾分类进校园',
  eventType: '文明实践活动',
  startAt: '2023-06-20 09:00',
  venueText: '东岸小学',
  venueType: 'campus',
}
const enter = async (values: object) =>
  (await office.as('经办人')).post<Entry>('/api/registers/event/entries', { values })
const check = async (values: object) =>
  (await office.as('经办人')).post<CheckedDraft>('/api/registers/event/check', { values })
const rows = async (asked = '') =>
  (await (await office.as('只读')).get<{ entries: Entry[] }>(`/api/registers/event/entries${asked}`)).entries
const shape = async () =>
  (await (await office.as('经办人')).get<{ registers: RegisterShape[] }>('/api/registers')).registers.find(
    ({ id }) => id === 'event',
  )
const own = async (id: string) => (await shape())?.columns.find((column) => column.id === id)

test('在网页上加一列，不重启就进了表单、检查、查询、接口说明', async () => {
  const added = await add({ label: { zh: '宣传折页' }, kind: 'quantity', unit: '份', scale: 0, min: '0' })
  expect(added.columns).toMatchObject([{ id: 'own1', inForce: { label: { zh: '宣传折页' } }, waiting: null }])
  expect(await own('own1')).toMatchObject({ kind: 'quantity', unitLabel: { zh: '份' }, own: 'open', required: false })
  const { problems } = await check({ ...event, own1: '十来份' })
  expect(problems.map(({ column, problem }) => `${column} ${problem.code}`)).toEqual(['own1 fact.quantity_unreadable'])
  await enter({ ...event, own1: '120' })
  await enter({ ...event, title: '消防演练', startAt: '2023-06-21 09:00', own1: '30' })
  const asked = `?columns=${encodeURIComponent('{"own1":{"from":"100"}}')}`
  expect((await rows(asked)).map(({ values }) => values.own1)).toEqual(['120'])
  expect((await rows('?sort=own1')).map(({ values }) => values.own1)).toEqual(['30', '120'])
  const api = await (await office.as('经办人')).get<object>('/api/openapi.json')
  expect(api).toMatchObject({ components: { schemas: { Row_event: { properties: { own1: { title: '宣传折页' } } } } } })
})

test('粘贴、表格导入、空白表样和导出都认得，导出再导入一行不变', async () => {
  const handler = await office.as('经办人')
  const pasted = { ...event, title: '反诈讲座', startAt: '2023-06-22 09:00', own1: '45' }
  const done = await handler.post<BatchResult>('/api/registers/event/batch', {
    rows: [pasted, { ...pasted, title: '又一场', own1: '-1' }],
    preview: false,
  })
  expect(done.rows.map(({ code }) => code)).toEqual([null, 'fact.number_below'])
  const [, head] = await cellsOf(await handler.download('/api/registers/event/sheet?empty=true'))
  expect(head).toContain('宣传折页')
  const sheet = await handler.download('/api/registers/event/sheet')
  const cells = await cellsOf(sheet)
  const at = cells[1]?.indexOf('宣传折页') ?? -1
  expect(cells.slice(2).map((row) => row[at])).toEqual(expect.arrayContaining(['120', '30', '45']))
  const again = await bringSheet(handler, 'event', sheet)
  expect(again.understood?.columns.find(({ head: words }) => words === '宣传折页')).toMatchObject({ field: 'own1' })
  expect(again.counts).toEqual({ new: 0, changed: 0, same: 3, refused: 0, passed: 0 })
})

test('要别人必填的，另一个人确认了才算；提出的人自己确认不了', async () => {
  const options = ['线上', '线下']
  await add({ label: { zh: '举办方式' }, kind: 'choice', options, required: true }, '督查专员')
  expect(await own('own2')).toBeUndefined()
  expect(await columnOf('own2')).toMatchObject({ inForce: null, waiting: { by: expect.any(String), required: true } })
  const alone = await (await office.as('督查专员')).refused(await confirm('own2'))
  expect(alone.code).toBe('own_column.needs_second')
  await (await office.as('科室负责人')).ask(await confirm('own2'))
  expect(await own('own2')).toMatchObject({
    required: true,
    options: [{ label: { zh: '线上' } }, { label: { zh: '线下' } }],
  })
  const { needed, problems } = await check({ ...event, title: '新的一场' })
  expect(needed).toContain('own2')
  expect(problems.map(({ column }) => column)).toEqual(['own2'])

  await add({
    label: { zh: '直播观看人数' },
    kind: 'quantity',
    unit: '人',
    requiredWhen: { column: 'own2', is: ['o1'] },
  })
  await (await office.as('督查专员')).ask(await confirm('own3'))
  const online = await check({ ...event, title: '新的一场', own2: '线上' })
  expect(online.problems.map(({ problem }) => problem.says.zh)).toEqual([
    '「举办方式」是线上时，「直播观看人数」必须填。',
  ])
})

test('改名留下两个名称；看到的版本旧了，改不成', async () => {
  await change('own1', { label: { zh: '宣传品' } })
  expect(await columnOf('own1')).toMatchObject({
    inForce: { label: { zh: '宣传品' } },
    steps: [{ said: { label: { zh: '宣传折页' } } }, { said: { label: { zh: '宣传品' } }, because: '科务会议定' }],
  })
  const late = {
    method: 'POST',
    path: `${path}/own1/change`,
    body: { label: { zh: '别的' }, because: '想改' },
    version: 1,
  }
  expect(await (await office.as('经办人')).refused(late as never)).toMatchObject({ code: 'request.version_conflict' })
  expect(await (await office.as('只读')).refused(late as never)).toMatchObject({ code: 'request.forbidden' })
})

test('停用以后旧行照旧，新行不再填，更正不碰它', async () => {
  await change('own1', { retired: true })
  expect(await own('own1')).toMatchObject({ own: 'retired' })
  const [row] = (await rows()).filter(({ values }) => values.own1 === '120')
  expect(row?.values).toMatchObject({ own1: '120' })
  const fresh = { ...event, title: '停用后的一场', own2: '线下' }
  const { asked, problems } = await check({ ...fresh, own1: '5' })
  expect(asked).not.toContain('own1')
  expect(problems.map(({ problem }) => problem.code)).toEqual(['fact.column_retired'])
  const { own1: _, ...values } = row?.values ?? {}
  const corrected = await (await office.as('经办人')).post<Entry>(
    `/api/entries/${row?.id}/correct`,
    { values: { ...values, venueText: '东岸中学', own2: '线下' }, because: '地点写错了' },
    { version: row?.version ?? 0 },
  )
  expect(corrected.values).toMatchObject({ own1: '120', venueText: '东岸中学' })
  const [, head] = await cellsOf(await (await office.as('经办人')).download('/api/registers/event/sheet?empty=true'))
  expect(head).not.toContain('宣传品')
  const again = {
    method: 'POST',
    path: `${path}/own1/change`,
    body: { label: { zh: '又要' }, because: '想用' },
    version: 3,
  }
  expect(await (await office.as('经办人')).refused(again as never)).toMatchObject({ code: 'own_column.retired' })
})

test.each([
  [{ label: { zh: '身份证号' }, kind: 'text' }, '这是个人的信息'],
  [{ label: { zh: '手机' }, kind: 'text' }, '这是个人的信息'],
  [{ label: { zh: '家庭住址' }, kind: 'longText' }, '这是个人的信息'],
  [{ label: { zh: '举办方式' }, kind: 'text' }, '已经有一列叫「举办方式」'],
  [{ label: { zh: '规模' }, kind: 'choice', options: ['大'] }, '选项不到两个'],
  [{ label: { zh: '规模' }, kind: 'choice', options: ['大', '大'] }, '选项「大」写了两次'],
  [{ label: { zh: '得分' }, kind: 'quantity', unit: '分', min: '10', max: '1' }, '下限比上限大'],
  [{ label: { zh: '说明' }, kind: 'text', maxLength: 0 }, '最多0个字不行'],
  [
    { label: { zh: '说明' }, kind: 'text', requiredWhen: { column: 'nothing', filled: true } },
    '「nothing」这一列没有声明',
  ],
])('设得不对：%o，说出台账、列和改法', async (body, why) => {
  const refused = await refusedColumn(body)
  expect(refused.code).toBe('own_column.wrong')
  expect(refused.says.zh).toContain(`「活动台账」的「${body.label.zh}」这一列不能这样设`)
  expect(refused.says.zh).toContain(why)
})

test('自设列只在自己的台账里，别的台账不受影响', async () => {
  const { registers } = await (await office.as('经办人')).get<{ registers: RegisterShape[] }>('/api/registers')
  expect(registers.filter(({ columns }) => columns.some(({ own }) => own !== null)).map(({ id }) => id)).toEqual([
    'event',
  ])
})
