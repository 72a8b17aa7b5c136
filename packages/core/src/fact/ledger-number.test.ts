import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ledgerNumber, readLedgerNumber } from './ledger-number.ts'

const events = { prefix: 'HD' }

test('编号是前缀、年份、序号；序号不足五位的补零，超过的照写', () => {
  expect(ledgerNumber(events, { year: 2023, serial: 12 })).toBe('HD-2023-00012')
  expect(ledgerNumber(events, { year: 2023, serial: 123_456 })).toBe('HD-2023-123456')
})

test.each([
  'HD-2023-00012',
  'hd-2023-12',
  'ＨＤ－２０２３－０００１２',
  ' HD—2023—00012 ',
  'HD 2023 00012',
  'HD202300012',
])('表里写成「%s」也认得', (text) => {
  expect(readLedgerNumber(events, text)).toEqual({ year: 2023, serial: 12 })
})

test.each(['', '12', 'XM-2023-00012', 'HD-2023', 'HD-2023-00000', 'HD-2023-1.5', 'HD-23-00012', 'HD-2023-00012-1'])(
  '「%s」不是这本台账的编号',
  (text) => {
    expect(readLedgerNumber(events, text)).toBeNull()
  },
)

test('写出去的编号，读回来还是它；两行的编号不会写成一样', () => {
  const number = fc.record({
    year: fc.integer({ min: 1900, max: 2999 }),
    serial: fc.integer({ min: 1, max: 9_999_999 }),
  })
  fc.assert(
    fc.property(number, number, (one, other) => {
      expect(readLedgerNumber(events, ledgerNumber(events, one))).toEqual(one)
      const same = one.year === other.year && one.serial === other.serial
      expect(ledgerNumber(events, one) === ledgerNumber(events, other)).toBe(same)
    }),
  )
})
