import { expect, test } from 'vitest'
import { instant } from '../shared/index.ts'
import { accountFailed, accountWait, addressFailed, addressWait, delaySeconds, type Failures } from './delay.ts'
import { mlps3 } from './profile.ts'

const start = Date.parse('2026-03-02T01:00:00.000Z')
const at = (seconds: number) => instant(new Date(start + seconds * 1000).toISOString())

test('five failures are free, then the wait doubles up to a quarter of an hour, for ever', () => {
  const waits = [0, 4, 5, 6, 7, 8, 14, 15, 16, 1000].map((failures) => delaySeconds(failures, mlps3))
  expect(waits).toEqual([0, 0, 1, 2, 4, 8, 512, 900, 900, 900])
})

/** Tries as fast as anybody can for so many seconds, and counts what was looked at. */
function triesWithin(seconds: number): number {
  let kept: Failures | null = null
  let looked = 0
  for (let now = 0; now < seconds; now += 1)
    while (accountWait(kept, at(now), mlps3) === 0) {
      kept = accountFailed(kept, at(now), mlps3)
      looked += 1
    }
  return looked
}

test('whoever guesses without a pause is looked at five times, fourteen times in a quarter of an hour, and hardly more', () => {
  expect(triesWithin(1)).toBe(5)
  expect(triesWithin(900)).toBe(14)
  expect(triesWithin(12 * 3600)).toBeLessThan(70)
})

test('a day without a failure is forgotten', () => {
  const kept = { failures: 20, since: at(0), lastAt: at(0) }
  expect(accountWait(kept, at(1), mlps3)).toBe(899)
  expect(accountWait(kept, at(900), mlps3)).toBe(0)
  expect(accountFailed(kept, at(901), mlps3).failures).toBe(21)
  expect(accountFailed(kept, at(86_400), mlps3).failures).toBe(1)
})

test('an address has its quarter of an hour from its first failure on', () => {
  let kept: Failures | null = null
  for (let tried = 0; tried < 250; tried += 1) {
    expect(addressWait(kept, at(tried), mlps3)).toBe(0)
    kept = addressFailed(kept, at(tried), mlps3)
  }
  expect(addressWait(kept, at(250), mlps3)).toBe(650)
  expect(addressWait(kept, at(900), mlps3)).toBe(0)
  expect(addressFailed(kept, at(900), mlps3).failures).toBe(1)
})
