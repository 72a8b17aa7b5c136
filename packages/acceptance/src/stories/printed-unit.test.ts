import { afterEach, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'

const text = `青禾街道2023年工作报告
2023年重点工作任务
一、建设宜居城区
1.增加供电能力。全年新增变压器容量200千伏安。
2.扩大投资。全年完成投资1.5亿元。
3.保供电。全年新增储能容量5万千瓦时。
`

let office: Awaited<ReturnType<typeof openOffice>>
afterEach(() => office.close())

test.each([
  ['T1.1', '3', '千伏安', { value: '200', actual: '3' }],
  ['T2.1', '0.3', '亿元', { value: '150000000', actual: '30000000' }],
  ['T3.1', '3', '万千瓦时', { value: '50000', actual: '30000' }],
])('%s：按报告的单位填%s%s，墙上也是多少', async (code, typed, unit, { value, actual }) => {
  office = await openOffice({ today: '2023-07-01' })
  await office.adopt({ text })
  await office.verify(await office.report(code, `2023-06-20 ${typed}`))

  const { target } = await office.working(code)
  expect(target).toMatchObject({ value, printedUnit: unit })
  expect(target.working).toMatchObject({ actual, says: { zh: expect.stringContaining(`${typed}${unit}`) } })
})
