import { expect, test } from 'vitest'
import { countInChinese, dayInChinese, numberInChinese, yearInChinese } from './numerals.ts'

test.each([
  [0, '零'],
  [8, '八'],
  [10, '十'],
  [15, '十五'],
  [20, '二十'],
  [70, '七十'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [115, '一百一十五'],
  [150, '一百五十'],
  [1001, '一千零一'],
])('%i is written %s', (n, written) => {
  expect(numberInChinese(n)).toBe(written)
})

test('two things are 两, and twelve are 十二', () => {
  expect([1, 2, 12, 20].map(countInChinese)).toEqual(['一', '两', '十二', '二十'])
})

test('a year and a day as the title of a wall chart says them', () => {
  expect(yearInChinese(2023)).toBe('二〇二三')
  expect(dayInChinese('2023-08-15')).toBe('八月十五日')
  expect(dayInChinese('2024-10-30')).toBe('十月三十日')
})
