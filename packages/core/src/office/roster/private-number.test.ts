import { expect, test } from 'vitest'
import { holdsPrivateNumber } from './private-number.ts'

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
])('%s：%s', (words, found) => {
  expect(holdsPrivateNumber(words)).toBe(found)
})
