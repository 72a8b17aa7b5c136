import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, decimal, threshold } from '../../shared/index.ts'
import { madeOf, office } from '../testing/office.ts'
import { mistakesInColumn } from './index.ts'
import { count, money, percentage, quantity } from './number.ts'

const label = { zh: '数', en: 'Figure' }

describe('数量、金额、百分数', () => {
  test.each([
    [quantity(label), '15.40', '15.4'],
    [quantity(label), '-3', '-3'],
    [quantity(label), '1e3', 'fact.quantity_unreadable'],
    [quantity(label), '约12', 'fact.quantity_unreadable'],
    [quantity(label, { unit: 'm2', scale: 2, min: decimal(0) }), '1800.25', '1800.25'],
    [quantity(label, { unit: 'm2', scale: 2, min: decimal(0) }), '1800.255', 'fact.number_too_fine'],
    [quantity(label, { unit: 'm2', scale: 2, min: decimal(0) }), '-1', 'fact.number_below'],
    [count(label, '场'), '12', '12'],
    [count(label, '场'), '12.0', '12'],
    [count(label, '场'), '12.5', 'fact.number_not_whole'],
    [count(label, '人', { max: decimal(5000) }), '5000', '5000'],
    [count(label, '人', { max: decimal(5000) }), '5001', 'fact.number_above'],
    [money(label, '万元'), '155.27', '155.27'],
    [money(label, '万元'), '155.275', 'fact.number_too_fine'],
    [money(label, '元'), '-0.01', 'fact.number_below'],
    [percentage(label), '98.55', '98.55'],
    [percentage(label), '100', '100'],
    [percentage(label), '100.01', 'fact.number_above'],
    [percentage(label, { min: decimal(-100), max: decimal(1000) }), '-14.67', '-14.67'],
    [percentage(label), '85%', 'fact.quantity_unreadable'],
  ] as const)('%o：%s → %s', (column, written, made) => {
    expect(madeOf(column, written)).toBe(made)
  })

  test('不是文字的一概不收', () => {
    for (const value of [true, ['1'], [{ id: 'f', class: 'E1' as const }]])
      expect(madeOf(quantity(label), value)).toBe('fact.value_misshapen')
  })

  test('界限是参数时，按当天生效的那一个', () => {
    const values = [
      { from: day('2023-01-01'), value: decimal(10), source: '旧文' },
      { from: day('2023-07-01'), value: decimal(20), source: '新文' },
    ]
    const least = threshold({ id: 'x', label, unit: 'person', values })
    const column = count(label, '人', { min: least })
    expect(madeOf(column, '15')).toBe('15')
    expect(madeOf(column, '15', { ...office, today: day('2023-07-01') })).toBe('fact.number_below')
  })

  test('精确：多少位都不走样', () => {
    const digits = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.integer({ min: 0, max: 99 }))
    fc.assert(
      fc.property(digits, ([whole, cents]) => {
        const written = `${whole}.${String(cents).padStart(2, '0')}`
        expect(madeOf(money(label, '元'), written)).toBe(written.replace(/\.?0{1,2}$/, ''))
      }),
    )
  })

  test.each([
    [quantity(label, { scale: 1.5 }), 'scale is 1.5; give a whole number from 0 to 10'],
    [quantity(label, { min: decimal(5), max: decimal(4) }), 'min lies above max; exchange them'],
    [quantity(label, { unit: ' ' }), 'unit is empty; name it or leave it out'],
  ])('声明有错：%o', (column, mistake) => {
    expect(mistakesInColumn(column).map(({ en }) => en)).toEqual([mistake])
  })
})
