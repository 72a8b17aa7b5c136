import { expect, test } from 'vitest'
import { day } from './day.ts'
import { decimal } from './quantity.ts'
import { inForce, type ThresholdValue, threshold, wholeInForce } from './threshold.ts'

const values: readonly ThresholdValue[] = [
  { from: day('2023-01-01'), value: decimal(14), source: '本单位规定' },
  { from: day('2023-07-01'), value: decimal('7.5'), source: '本单位规定' },
]
const days = threshold({ id: 'some.days', label: { zh: '天数', en: 'Days' }, unit: 'day', values })

test.each([
  ['2022-12-31', null],
  ['2023-01-01', '14'],
  ['2023-06-30', '14'],
  ['2023-07-01', '7.5'],
])('on %s, %s is in force', (on, value) => {
  expect(inForce(days, day(on))).toBe(value)
})

test('a whole number is given as one; none in force, or half a day, is a mistake and no nought', () => {
  expect(wholeInForce(days, day('2023-06-30'))).toBe(14)
  expect(() => wholeInForce(days, day('2022-12-31'))).toThrow('some.days: no value is in force on 2022-12-31')
  expect(() => wholeInForce(days, day('2023-07-01'))).toThrow('some.days: 7.5 is no whole number of days')
})

test.each([
  ['no value', [], 'no value; declare one'],
  ['no source', [{ from: day('2023-01-01'), value: decimal(1), source: ' ' }], 'names no source'],
  ['out of order', values.toReversed(), '2023-01-01 does not follow 2023-07-01'],
] as const)('declared with %s, it stops the start', (_what, declared, says) => {
  expect(() => threshold({ ...days, values: declared })).toThrow(says)
})
