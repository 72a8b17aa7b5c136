import { expect, test } from 'vitest'
import { percent } from './percent.ts'

test.each([
  ['0.7314', '73.1%'],
  ['1', '100%'],
  ['0', '0%'],
  ['1.28505', '128.5%'],
])('%s is shown as %s', (ratio, shown) => {
  expect(percent(ratio)).toBe(shown)
})
