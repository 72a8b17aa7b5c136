import { expect, test } from 'vitest'
import { holdsPrivateNumber, tellsOfAPerson } from './private-number.ts'

test.each([
  ['440301199001011234', true],
  ['44030119900101123x', true],
  ['４４０３０１１９９００１０１１２３４', true],
  ['440301 19900101 1234', true],
  ['440301900101123', true],
  ['13800138000', true],
  ['+86 138-0013-8000', true],
  ['王芳（13800138000）', true],
  ['1380013800', false],
  ['23800138000', false],
  ['2023-06-30', false],
  ['工号0231', false],
  ['wang.fang', false],
  ['138001380001234567890', false],
  ['6222 0212 3456 7890 128', true],
  ['卡号：６２２２０２１２３４５６７８９０１２８', true],
  ['4111-1111-1111-1111', true],
  ['合同编号6222021234567890127', false],
  ['4111111111111112', false],
])('%s：%s', (words, found) => {
  expect(holdsPrivateNumber(words)).toBe(found)
})

test('企业的统一社会信用代码不算，哪怕全是数字；里面有出生日期的算', () => {
  expect(tellsOfAPerson('企业91350100M000100Y43已验收')).toBe(false)
  expect(tellsOfAPerson('企业91350100M000100Y43，电话13800138000')).toBe(true)
  expect(tellsOfAPerson('经办人440301199001011234')).toBe(true)
})
