import { expect, test } from 'vitest'
import { turnedWorse } from './turned.ts'

test('由绿转黄、由黄转红、新有的红灯都算转坏', () => {
  expect(turnedWorse('green', 'yellow')).toBe(true)
  expect(turnedWorse('yellow', 'red')).toBe(true)
  expect(turnedWorse('noData', 'red')).toBe(true)
  expect(turnedWorse(null, 'red')).toBe(true)
})

test('没有变、转好、转成没有数据都不算', () => {
  expect(turnedWorse('red', 'red')).toBe(false)
  expect(turnedWorse('red', 'orange')).toBe(false)
  expect(turnedWorse('green', 'noData')).toBe(false)
  expect(turnedWorse('green', 'blue')).toBe(false)
})
