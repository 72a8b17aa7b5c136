import { expect, test } from 'vitest'
import { flipRows } from './testing/flips.ts'

test('every bit of a thousand rows, flipped, is found without the key', () => {
  const counts = flipRows(1000, () => [0, 1, 2, 3, 4, 5, 6, 7])
  expect(counts).toEqual({ flips: counts.flips, noticed: counts.flips, falseAlarms: 0 })
  expect(counts.flips).toBeGreaterThan(1_800_000)
}, 1_200_000)
