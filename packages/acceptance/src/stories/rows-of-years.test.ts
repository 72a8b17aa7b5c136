import type { Entry, Plan } from '@guatu/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeEach(async () => {
  office = await openOffice({ today: '2023-07-03' })
  await office.adopt({ text: smallReport })
})
afterEach(() => office.close())

const path = '/api/registers/progress/entries'
const rowOn = (on: string, quantity: string) => ({
  on,
  target: 'T1.1',
  unit: '公共事务中心',
  quantity,
  note: '',
  paper: '',
})
const refusedOn = async (on: string) =>
  (await office.as('经办人')).refused({ method: 'POST', path, body: { values: rowOn(on, '9') } })

test('跨年度的目标，从计划那一年起就可以填报，到期那一年也可以', async () => {
  const { target } = await office.working('T1.1')
  const later = { to: { due: '2024-06' }, because: '会议议定顺延', adoptedOn: '2023-07-03', paperNumber: '' }
  await (await office.as('督查专员')).post(`/api/targets/${target.id}/settle`, later, { version: 1 })
  await office.verify(await office.report('T1.1', '2023-06-20 3'))
  office.clock.goTo('2024-03-01')
  await office.verify(await office.report('T1.1', '2024-02-20 4'))
  const { working, span, curve } = await office.working('T1.1', '2024-03-01')
  expect(working.actual).toBe('7')
  expect(span).toEqual({ from: '2023-01-01', to: '2024-12-31' })
  const actualOn = (on: string) => curve.find((point) => point.on === on)?.actual
  expect(['2023-06-30', '2024-01-31', '2024-03-01', '2024-06-30'].map(actualOn)).toEqual(['3', '3', '7', null])
  expect((await refusedOn('2022-12-31')).code).toBe('fact.day_out_of_year')
})

test('计划那一年过了再看，曲线仍是那一年的', async () => {
  await office.verify(await office.report('T1.1', '2023-06-20 3'))
  office.clock.goTo('2025-02-01')
  const { span, curve } = await office.working('T1.1', '2025-02-01')
  expect(span).toEqual({ from: '2023-01-01', to: '2023-12-31' })
  expect(curve.filter(({ on }) => on < '2024-01-01')).toHaveLength(12)
})

test('两年的计划里编号相同的目标：行记到它自己那一年的目标下，去年的迟报也能补', async () => {
  office.clock.goTo('2024-02-01')
  await office.adopt({ text: smallReport.replaceAll('2023', '2024'), year: 2024 })
  const targetOf = (plan: Plan) => plan.tasks[0]?.targets[0]?.id
  const late = await office.report('T1.1', '2023-12-20 3')
  const fresh = await office.report('T1.1', '2024-01-20 4')
  const idOf = async (year: number) => targetOf(await office.plan(year))
  expect([late, fresh].map((entry: Entry) => entry.targetId)).toEqual([await idOf(2023), await idOf(2024)])
  expect((await refusedOn('2022-06-01')).says.zh).toBe('2022-06-01不在2024年计划之内。')
})
