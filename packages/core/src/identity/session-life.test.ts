import { expect, test } from 'vitest'
import { instant } from '../shared/index.ts'
import { mlps3 } from './profile.ts'
import { isOver, isSeenAnew, isStale } from './session-life.ts'

const at = (minutes: number) =>
  instant(new Date(Date.parse('2026-03-02T00:00:00.000Z') + minutes * 60_000).toISOString())

test.each([
  // started, last seen, now, of an administrator, over
  [0, 0, 29, false, false],
  [0, 0, 30, false, true],
  [0, 0, 31, false, true],
  [0, 0, 9, true, false],
  [0, 0, 10, true, true],
  [0, 0, 11, true, true],
  [0, 300, 329, false, false],
  [0, 300, 331, false, true],
  [0, 718, 719, false, false],
  [0, 719, 720, false, true],
  [0, 719, 721, false, true],
  [0, 719, 721, true, true],
])('begun at minute %i, seen at %i, asked at %i, administrator %s: over %s', (started, seen, now, admin, over) => {
  expect(isOver({ startedAt: at(started), lastSeenAt: at(seen) }, at(now), admin, mlps3)).toBe(over)
})

test('being seen is noted once a minute, and a sign-in is over after ten', () => {
  const times = { startedAt: at(0), lastSeenAt: at(5) }
  expect([isSeenAnew(times, at(5.9), mlps3), isSeenAnew(times, at(6), mlps3)]).toEqual([false, true])
  expect([isStale(times, at(9.9), mlps3), isStale(times, at(10), mlps3)]).toEqual([false, true])
})
