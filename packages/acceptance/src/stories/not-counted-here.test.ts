import type { BatchResult, CheckedDraft } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bind, targetSaying } from '../support/bound.ts'
import { openOffice } from '../support/open-office.ts'
import { bringSheet, cellsOf, savedSheet } from '../support/sheets.ts'

let office: Awaited<ReturnType<typeof openOffice>>
const says = { zh: expect.stringMatching(/^T1\.1按指标「.+」取数，这一行存下也不计入；要计入，请填活动台账。$/) }
beforeAll(async () => {
  office = await openOffice({ today: '2023-06-20', units: ['城管办'] })
  await office.adopt({
    text: '东岸街道2023年工作报告\n2023年重点工作任务\n1.推进文明创建。开展文明实践活动进社区、进校园不少于12场。\n2.建设公园。新建口袋公园12个。',
  })
  await bind(office, [(await targetSaying(office, '文明实践活动')).id, 'practiceActivities'])
})
afterAll(() => office.close())

const row = (target: string, more: object = {}) => ({
  on: '2023-06-19',
  target,
  unit: '公共事务中心',
  quantity: '1',
  note: '',
  paper: '',
  ...more,
})
const handler = () => office.as('经办人')

test('填表时就说：目标已按指标取数，这一行不计入，该填哪本台账；没绑定的目标不说', async () => {
  const check = async (values: object) =>
    (await handler()).post<CheckedDraft>('/api/registers/progress/check', { values })
  expect(await check(row('T1.1'))).toMatchObject({ problems: [], notes: [says] })
  expect((await check(row('T2.1'))).notes).toEqual([])
})

test('粘贴先看一遍时逐行说，录入照录', async () => {
  const paste = async (preview: boolean) =>
    (await handler()).post<BatchResult>('/api/registers/progress/batch', {
      rows: [row('T1.1'), row('T2.1'), row('T1.1', { quantity: '-1' })],
      preview,
    })
  const looked = await paste(true)
  expect(looked.rows.map(({ ok, note }) => [ok, note])).toEqual([
    [true, expect.objectContaining(says)],
    [true, null],
    [false, null],
  ])
  expect((await paste(false)).accepted).toBe(2)
})

test('表格导入先看时说有几行，交回的表里那几行也写着', async () => {
  const seen = await bringSheet(
    await handler(),
    'progress',
    await savedSheet([
      ['日期', '目标', '填报单位', '完成数'],
      ['2023-06-18', 'T1.1', '公共事务中心', 2],
      ['2023-06-18', 'T2.1', '公共事务中心', 2],
    ]),
  )
  expect(seen).toMatchObject({ counts: { new: 2, refused: 0 }, notes: [{ says, rows: 1 }] })
  await (await handler()).post(`/api/imports/${seen.id}/accept`, {}, { version: seen.version })
  const [head = [], ...rows] = await cellsOf(await (await handler()).download(`/api/imports/${seen.id}/result`))
  const at = head.indexOf('处理结果')
  expect(rows.map((cells) => cells[at])).toEqual([
    expect.stringMatching(/^已导入，编号JZ-2023-\d{5}；T1\.1按指标/),
    expect.stringMatching(/^已导入，编号JZ-2023-\d{5}$/),
  ])
})
