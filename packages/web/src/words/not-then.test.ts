import { expect, test } from 'vitest'
import { notThenWords } from './not-then.ts'

test('a past day says of which year there was no plan yet, and when its first version was registered', () => {
  const versions = [{ adoptedAt: '2026-12-02T02:00:00.000Z' }, { adoptedAt: '2026-11-24T17:00:00.000Z' }]
  expect(notThenWords({ year: 2023, versions })).toBe('到这一天为止，系统里还没有2023年计划（2026年11月25日才登记）。')
})

test('where nothing is known of a plan it says only that there was none', () => {
  expect(notThenWords(null)).toBe('到这一天为止，系统里还没有计划。')
})
