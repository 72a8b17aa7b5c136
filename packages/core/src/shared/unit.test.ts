import { describe, expect, test } from 'vitest'
import { mentionsIn } from '../plan/mentions.ts'
import { readUnit, shownValue, storedValue, unitWords } from './unit.ts'
import { unitsTable } from './units-table.ts'

test.each([
  ['亿元', 'CNY', '100000000'],
  ['万平方米', 'm2', '10000'],
  ['千万元', 'CNY', '10000000'],
  ['公里', 'km', '1'],
  ['千瓦', 'kW', '1'],
  ['千伏安', '千伏安', '1'],
  ['万千伏安', '千伏安', '10000'],
  ['千套', '套', '1000'],
  ['百户', 'household', '100'],
  ['万户', 'household', '10000'],
  ['元/平方米', 'CNY/平方米', '1'],
  ['场', '场', '1'],
  ['％', '%', '1'],
  ['', '', '1'],
])('%s is %s, each %s times one', (words, unit, scale) => {
  expect(readUnit(words)).toEqual({ unit, scale })
})

test('every unit with every multiplier means in a form what it means in a report', () => {
  for (const word of unitsTable.keys())
    for (const multiplier of ['', '百', '千', '万', '百万', '千万', '亿', '百亿', '万亿']) {
      const said = `${multiplier}${word}`
      const [read] = mentionsIn(`3${said}`)
      // 百分, 千兆: the multiplier may make another unit of it, and then there is nothing to agree on.
      if (read?.printedUnit !== said) continue
      expect([said, readUnit(said).unit, storedValue('3', said)]).toEqual([said, read.unit, read.value])
      expect(shownValue(read.value, said)).toBe('3')
    }
})

test('the reader reads nearly every unit of the table behind a number', () => {
  const unread = [...unitsTable.keys()].filter((word) => mentionsIn(`3${word}`)[0]?.printedUnit !== word)
  expect(unread).toEqual([])
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
