import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkSignOf, isUscc } from '../../shared/index.ts'
import { madeOf } from '../testing/office.ts'
import { uscc } from './uscc.ts'

const column = uscc({ zh: '统一社会信用代码', en: 'USCC' })

// The first is the example of GB 32100-2015 itself, the next five are made up, the last two are printed on the licences
// of well-known firms.
test.each([
  '91350100M000100Y43',
  '91440306ABCD00015R',
  '91440306ABCD00023L',
  '91440306TETT000363',
  '91440306XY12345661',
  '91440306C63F0CD040',
  '914403001922038216',
  '9144030071526726XG',
])('%s 校验位正确', (code) => {
  expect(madeOf(column, code)).toBe(code)
})

// Worked by hand: value × weight over 17 places, the sum modulo 31, 31 less the rest.
test('国标示例：加权和 1640，余 28，校验位 3；余 0 时校验位 0', () => {
  const first = '91350100M000100Y4'
  const values = [9, 1, 3, 5, 0, 1, 0, 0, 21, 0, 0, 0, 1, 0, 0, 30, 4]
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  const sum = values.reduce((all, value, at) => all + value * (weights[at] ?? 0), 0)
  expect([sum, sum % 31, checkSignOf(first)]).toEqual([1640, 28, '3'])
  expect(checkSignOf('91440306C63F0CD04')).toBe('0')
})

test.each([
  ['小写字母改成大写', ' 91350100m000100y43', '91350100M000100Y43'],
  ['全角改成半角', '９１３５０１００Ｍ０００１００Ｙ４３', '91350100M000100Y43'],
  ['中间有空格', '9135 0100 M000 100Y 43', '91350100M000100Y43'],
  ['校验位错', '91350100M000100Y4Z', 'fact.uscc_form'],
  ['校验位错一位', '91350100M000100Y44', 'fact.uscc_check'],
  ['抄错一位', '91350200M000100Y43', 'fact.uscc_check'],
  ['两位对调', '91531000M000100Y43', 'fact.uscc_check'],
  ['少一位', '91350100M000100Y4', 'fact.uscc_form'],
  ['多一位', '91350100M000100Y433', 'fact.uscc_form'],
  ['字母 O 当成 0', '9135O100M000100Y43', 'fact.uscc_confused'],
  ['字母 I 当成 1', '9I350100M000100Y43', 'fact.uscc_confused'],
  ['字母 O 换成 0 也不对', '9135O200M000100Y43', 'fact.uscc_form'],
  ['旧的注册号', '440306103386570', 'fact.uscc_form'],
  ['空话', '无', 'fact.uscc_form'],
])('%s', (_, written, made) => {
  expect(madeOf(column, written)).toBe(made)
})

const sign = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY')

test('任何 17 位都恰有一个校验位；改动任何一位就通不过', () => {
  const places = fc.tuple(fc.array(sign, { minLength: 17, maxLength: 17 }), fc.nat(17), sign)
  fc.assert(
    fc.property(places, ([first, at, other]) => {
      const code = first.join('') + checkSignOf(first.join(''))
      expect(isUscc(code)).toBe(true)
      fc.pre(code[at] !== other)
      expect(isUscc(code.slice(0, at) + other + code.slice(at + 1))).toBe(false)
    }),
  )
})
