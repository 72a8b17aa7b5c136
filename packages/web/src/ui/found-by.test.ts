import { expect, test } from 'vitest'
import { isFoundBy } from './found-by.ts'

const label = 'T30.1　新建口袋公园不少于12个'

test.each([
  ['', true],
  ['T30', true],
  ['t30.1', true],
  ['Ｔ３０．１', true],
  ['公园 t30', true],
  ['公园　口袋', true],
  [' 公园 ', true],
  ['T3.1', false],
  ['公园 T31', false],
])('「%s」', (typed, found) => {
  expect(isFoundBy(label, typed)).toBe(found)
})
