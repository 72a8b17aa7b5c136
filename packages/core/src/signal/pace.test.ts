import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, compare, day, decimal } from '../shared/index.ts'
import { plannedOn } from './pace.ts'

const year = { startsOn: day('2023-01-01'), dueOn: day('2023-12-31') }

test.each([
  ['700', true, '2023-06-30', '350', '时间过半、任务过半'],
  ['700', true, '2023-01-31', '58', '58.33 场只算 58 场'],
  ['180', true, '2023-08-18', '113', '105 + 15×18÷31 = 113.7'],
  ['15.4', false, '2023-06-30', '7.7', '公顷不取整'],
  ['12', true, '2022-12-31', '0', '年度以前不应有进度'],
  ['12', true, '2023-12-31', '12', '到期即全数'],
])('%s（取整 %s）到 %s 应达 %s：%s', (target, whole, on, planned) => {
  expect(plannedOn(decimal(target), whole, year, day(on))).toBe(planned)
})

test('六月底前完成的，三月底应达一半', () => {
  expect(plannedOn(decimal(10), true, { ...year, dueOn: day('2023-06-30') }, day('2023-03-31'))).toBe('5')
})

test.each([
  ['2023-06-30', '6', '六个月是十八个月的三分之一'],
  ['2023-12-31', '12', '跨过年末不归零，也不提前到顶'],
  ['2024-03-31', '15', '十五个月'],
  ['2024-06-30', '18', '到期即全数'],
  ['2022-12-31', '0', '计划年度以前不应有进度'],
])('2023年计划、次年六月底到期的18个，到 %s 应达 %s：%s', (on, planned) => {
  expect(plannedOn(decimal(18), true, { ...year, dueOn: day('2024-06-30') }, day(on))).toBe(planned)
})

test('应达数只增不减，也从不超过目标', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: 0, max: 363 }),
      fc.boolean(),
      (value, gone, whole) => {
        const target = decimal(value)
        const today = plannedOn(target, whole, year, addDays(day('2023-01-01'), gone))
        const tomorrow = plannedOn(target, whole, year, addDays(day('2023-01-01'), gone + 1))
        expect(compare(today, tomorrow)).toBeLessThanOrEqual(0)
        expect(compare(tomorrow, target)).toBeLessThanOrEqual(0)
      },
    ),
  )
})
