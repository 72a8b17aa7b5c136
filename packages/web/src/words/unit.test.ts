import { describe, expect, test } from 'vitest'
import { readUnit, shownValue, storedValue, unitWords } from './unit.ts'

test.each([
  ['亿元', 'CNY', 8],
  ['万平方米', 'm2', 4],
  ['千万元', 'CNY', 7],
  ['公里', 'km', 0],
  ['千瓦', 'kW', 0],
  ['千套', '套', 3],
  ['万户', 'household', 4],
  ['场', '场', 0],
  ['%', '%', 0],
  ['', '', 0],
])('%s is read as %s moved by %i', (words, unit, places) => {
  expect(readUnit(words)).toEqual({ unit, places })
})

describe('what is shown and what is stored are one amount', () => {
  test.each([
    ['155000000000', '亿元', '1550'],
    ['793000000', '亿元', '7.93'],
    ['5000000', '万平方米', '500'],
    ['19', 'μg/m3', '19'],
    ['0.7', '', '0.7'],
  ])('%s in %s is %s', (stored, unit, shown) => {
    expect(shownValue(stored, unit)).toBe(shown)
    expect(storedValue(shown, unit)).toBe(stored)
  })

  test('what is no number is handed back as typed', () => {
    expect(storedValue('十二', '亿元')).toBe('十二')
  })
})

test('a canonical unit without printed words is written in words', () => {
  expect(unitWords('CNY')).toBe('元')
  expect(unitWords('CNY', '亿元')).toBe('亿元')
  expect(unitWords('场')).toBe('场')
})
