import { describe, expect, test } from 'vitest'
import { quantity } from './columns/number.ts'
import { target } from './columns/reference.ts'
import { longText, text } from './columns/text.ts'
import { date } from './columns/time.ts'
import { naturalKeyOf, readDay, readDecimal, readRow } from './read-row.ts'
import { register } from './register.ts'
import { visits } from './testing/visits.ts'

const same = (words: string) => ({ zh: words, en: words })
const rows = register({
  id: 'test',
  label: same('试'),
  prefix: 'SHI',
  columns: {
    on: date(same('日期'), { required: true }),
    target: target(same('目标'), { required: true }),
    quantity: quantity(same('完成数'), { required: true }),
    note: longText(same('说明'), 20),
    paper: text(same('文号'), 20),
  },
  key: ['note', 'paper'],
  privacy: 'L2',
  access: visits.access,
  feeds: [{ gives: { quantity: 'quantity' }, datedBy: 'on', serves: { targetIn: 'target' }, says: same('完成数') }],
  source: '测试用',
})
const whole = { on: '2023-06-20', target: 'T1.1', quantity: '6' }

describe('数', () => {
  test.each([
    ['12', '12'],
    [' 15.40 ', '15.4'],
    ['１２．５', '12.5'],
    ['-3', '-3'],
    ['1,234', '1234'],
    ['1,234,567.5', '1234567.5'],
    ['１，２３４', '1234'],
  ])('「%s」读作 %s', (typed, read) => {
    expect(readDecimal(typed)).toBe(read)
  })

  test.each(['1,2', '12 5', '1,23', '12,34,567', '1234,567', ',123', '1,234,', '1,,234', '1 234', '12个', '', '1.2.3'])(
    '「%s」读不出来，也不猜',
    (typed) => {
      expect(readDecimal(typed)).toBeNull()
    },
  )
})

describe('日期', () => {
  test.each(['2023-06-30', '2023/6/30', '2023.6.30', '2023年6月30日', ' ２０２３年６月３０日 ', '2023 年 6 月 30 日'])(
    '「%s」是 2023-06-30',
    (typed) => {
      expect(readDay(typed)).toBe('2023-06-30')
    },
  )

  test.each(['2023-06-31', '2,023-06-30', '2023-06-3 0', '2023-6', '六月三十日'])('「%s」不是一个日期', (typed) => {
    expect(readDay(typed)).toBeNull()
  })
})

describe('一行', () => {
  test.each(['toString', 'constructor', 'hasOwnProperty'])('没有「%s」这一栏，就说没有', (column) => {
    expect(readRow(rows, { ...whole, [column]: '1' }).problems).toMatchObject([
      { column, problem: { code: 'fact.column_unknown' } },
    ])
  })

  test('两行各栏不同，键也不同，哪怕格子里粘进了看不见的分隔符', () => {
    const keyOf = (note: string, paper: string) => {
      const { values, problems } = readRow(rows, { ...whole, note, paper })
      return problems.length === 0 ? naturalKeyOf(rows, values) : null
    }
    expect(keyOf('甲', '乙')).not.toBeNull()
    expect(keyOf('甲\u001f乙', '')).not.toBe(keyOf('甲', '乙\u001f'))
    expect(keyOf('甲\u001f乙', '丙')).not.toBe(keyOf('甲', '乙\u001f丙'))
  })
})
