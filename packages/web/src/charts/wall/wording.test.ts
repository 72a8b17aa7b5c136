import { expect, test } from 'vitest'
import { sampleWall } from './fixtures.ts'
import { wallAsOf, wallKnown, wallScope } from './wording.ts'

test('the day of a wall has its year only where that is not the year of the plan', () => {
  expect(wallAsOf('2023-08-15', 2023)).toBe('截至八月十五日')
  expect(wallAsOf('2026-11-25', 2023)).toBe('截至二〇二六年十一月二十五日')
})

test.each([
  ['what is announced', { areas: 9, tasks: 80 }, '九个方面八十项任务'],
  ['what is there, where nothing is announced', { areas: null, tasks: null }, null],
  ['what is there, where later papers added to what was announced', { areas: 1, tasks: 10 }, null],
])('the wall names %s', (_what, announced, says) => {
  const { length } = sampleWall.areas.flatMap((area) => area.tasks)
  const there = wallScope({ ...sampleWall, announced: { areas: sampleWall.areas.length, tasks: length } })
  expect(wallScope({ ...sampleWall, announced })).toBe(says ?? there)
})

test('a past day says whether it is shown as it was known then or with what a later day knew', () => {
  const said = (knownAt: string) => wallKnown({ on: '2023-07-31', knownAt, today: '2024-02-01', year: 2023 })
  expect(said('2023-07-31T15:59:59.999Z')).toBe('按当日所知')
  expect(said('2023-08-31T15:59:59.999Z')).toBe('按八月三十一日所知')
  expect(said('2024-01-02T04:00:00Z')).toBe('按二〇二四年一月二日所知')
  expect(said('2024-02-01T15:59:59.999Z')).toBe('按今日所知')
})
