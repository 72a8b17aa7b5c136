import { expect, test } from 'vitest'
import { readDay, wrongDay } from './day-typed.ts'

test.each(['2023-08-05', '2023-8-5', '2023/8/5', '2023.8.5', '2023年8月5日', '20230805', ' ２０２３-８-５ '])(
  '%s is the fifth of August',
  (typed) => {
    expect(readDay(typed)).toBe('2023-08-05')
  },
)

test('a day without its year takes the year at hand, and none without one', () => {
  expect(readDay('8.5', '2023-01-01')).toBe('2023-08-05')
  expect(readDay('8月5日', '2024-01-01')).toBe('2024-08-05')
  expect(readDay('8.5')).toBeNull()
})

test.each(['2023-02-29', '2023-13-01', '昨天', '5', '2023-8-5-1'])('%s is no day', (typed) => {
  expect(readDay(typed, '2023-01-01')).toBeNull()
})

test.each([
  ['2023-13-45', 'none'],
  ['abc', 'none'],
  ['2023-08-16', 'late'],
  ['2022-12-31', 'early'],
  ['2023-08-15', null],
])('%s, in a year up to 15 August, is wrong as %s', (typed, why) => {
  expect(wrongDay(readDay(typed), { min: '2023-01-01', max: '2023-08-15' })).toBe(why)
})
