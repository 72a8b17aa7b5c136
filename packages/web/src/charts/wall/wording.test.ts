import { expect, test } from 'vitest'
import { wallAsOf } from './wording.ts'

test('the day of a wall has its year only where that is not the year of the plan', () => {
  expect(wallAsOf('2023-08-15', 2023)).toBe('截至八月十五日')
  expect(wallAsOf('2026-11-25', 2023)).toBe('截至二〇二六年十一月二十五日')
})
