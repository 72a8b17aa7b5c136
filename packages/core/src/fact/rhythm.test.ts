import { expect, test } from 'vitest'
import { day } from '../shared/index.ts'
import { freshness, isLate, type PeriodType, periodEnd, periodStart, periodsWords, type Rhythm } from './rhythm.ts'

const rhythm = (every: PeriodType, lagDays: number, from = '2023-01-01'): Rhythm => ({
  every,
  lagDays,
  from: day(from),
})
const seen = (of: Rhythm, last: string | null, on: string) => {
  const { missing: _, ...rest } = freshness(of, new Set(last === null ? [] : [day(last)]), day(on))
  return rest
}
const missing = (of: Rhythm, ...through: readonly string[]) =>
  periodsWords(of.every, freshness(of, new Set(through.map(day)), day('2024-01-31')).missing)

test.each<[PeriodType, string, string, string]>([
  ['hour', '2023-06-15', '2023-06-15', '2023-06-15'],
  ['day', '2023-06-15', '2023-06-15', '2023-06-15'],
  ['month', '2023-02-15', '2023-02-01', '2023-02-28'],
  ['month', '2024-02-29', '2024-02-01', '2024-02-29'],
  ['month', '2023-12-31', '2023-12-01', '2023-12-31'],
  ['quarter', '2023-05-01', '2023-04-01', '2023-06-30'],
  ['quarter', '2023-12-31', '2023-10-01', '2023-12-31'],
  ['year', '2024-07-01', '2024-01-01', '2024-12-31'],
])('%s：%s 所在的期间从 %s 到 %s', (every, on, from, to) => {
  expect([periodStart(every, day(on)), periodEnd(every, day(on))]).toEqual([from, to])
})

test('月报允许迟十天：第十天还不算迟，第十一天起未更新，带着上一次的日子', () => {
  const monthly = rhythm('month', 10)
  expect(seen(monthly, '2023-04-30', '2023-06-10')).toEqual({ state: 'current', last: '2023-04-30', due: '2023-04-30' })
  expect(seen(monthly, '2023-04-30', '2023-06-11')).toEqual({ state: 'stale', last: '2023-04-30', due: '2023-05-31' })
  expect(seen(monthly, '2023-05-31', '2023-06-11').state).toBe('current')
})

test('从没来过的数：到期以前是未到期，到期以后是未更新，没有上一次', () => {
  const monthly = rhythm('month', 10, '2023-05-01')
  expect(seen(monthly, null, '2023-06-10')).toEqual({ state: 'notDue', last: null, due: null })
  expect(seen(monthly, null, '2023-06-11')).toEqual({ state: 'stale', last: null, due: '2023-05-31' })
})

test('约定从月中开始的，这个月的数也要', () => {
  expect(seen(rhythm('month', 0, '2023-05-20'), null, '2023-06-01').state).toBe('stale')
  expect(seen(rhythm('month', 0, '2023-06-01'), null, '2023-06-30').state).toBe('notDue')
})

test('日报按天、季报按季、年报按年', () => {
  expect(seen(rhythm('day', 1), '2023-06-28', '2023-06-30').state).toBe('current')
  expect(seen(rhythm('day', 1), '2023-06-27', '2023-06-30').state).toBe('stale')
  expect(seen(rhythm('hour', 0), '2023-06-29', '2023-06-30').state).toBe('current')
  expect(seen(rhythm('quarter', 20), '2023-03-31', '2023-07-20').state).toBe('current')
  expect(seen(rhythm('quarter', 20), '2023-03-31', '2023-07-21').state).toBe('stale')
  expect(seen(rhythm('year', 60, '2022-01-01'), '2022-12-31', '2024-02-29').state).toBe('current')
  expect(seen(rhythm('year', 60, '2022-01-01'), '2022-12-31', '2024-03-01').state).toBe('stale')
})

test('乱序到的数只看最远的一期：补来的旧数不改变现在的状态', () => {
  const through = new Set(['2023-06-29', '2023-03-01'].map(day))
  expect(freshness(rhythm('day', 1), through, day('2023-06-30')).state).toBe('current')
})

test('最近一期以前空着的期要说出来：缺哪几期', () => {
  const monthly = rhythm('month', 10)
  expect(missing(monthly, '2023-01-31', '2023-04-30', '2023-06-30')).toBe('2023-02、03、05')
  expect(missing(monthly, '2023-01-31', '2023-02-28')).toBe('')
  expect(missing(monthly)).toBe('')
  // Through which day a month's figure goes does not matter: it is a figure of that month.
  expect(missing(monthly, '2023-01-31', '2023-02-15', '2023-03-31')).toBe('')
  expect(missing(rhythm('month', 10, '2022-11-01'), '2022-11-30', '2023-03-31')).toBe('2022-12～2023-02')
  expect(missing(rhythm('quarter', 20, '2022-10-01'), '2022-12-31', '2023-09-30')).toBe('2023-Q1、Q2')
  expect(missing(rhythm('year', 60, '2020-01-01'), '2020-12-31', '2022-12-31')).toBe('2021')
  expect(missing(rhythm('day', 2), '2023-01-02', '2023-01-09', '2023-02-02')).toBe('2023-01-01、03～08、10～02-01')
})

test('迟报：期满后超过宽限的日子才来', () => {
  const monthly = rhythm('month', 10)
  expect(isLate(monthly, day('2023-05-31'), day('2023-06-10'))).toBe(false)
  expect(isLate(monthly, day('2023-05-31'), day('2023-06-11'))).toBe(true)
  // Before its period is over nothing is late.
  expect(isLate(monthly, day('2023-06-30'), day('2023-06-15'))).toBe(false)
})
