import { expect, test } from 'vitest'
import { slipBeside } from './use-slip-keys.ts'

// Two decks: three slips above, two below, the second of them under the third above.
const boxes = [
  { left: 0, width: 10, top: 0 },
  { left: 10, width: 10, top: 0 },
  { left: 20, width: 10, top: 0 },
  { left: 0, width: 10, top: 100 },
  { left: 19, width: 10, top: 100 },
]

test.each([
  [0, 'ArrowRight', 1],
  [2, 'ArrowRight', 3],
  [3, 'ArrowLeft', 2],
  [2, 'ArrowDown', 4],
  [4, 'ArrowUp', 2],
  [1, 'Home', 0],
  [1, 'End', 4],
  [0, 'ArrowLeft', null],
  [4, 'ArrowDown', null],
  [0, 'Enter', null],
])('from %i, %s goes to %s', (from, key, to) => {
  expect(slipBeside(boxes, from, key)).toBe(to)
})
