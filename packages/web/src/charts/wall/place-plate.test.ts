import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placePlate } from './place-plate.ts'

const slip = { x: 100, pitch: 46, top: 140, base: 320, lineWidth: 4 }

test('hangs above the time line, in three cells where there is room, below it in December', () => {
  const august = placePlate(46, ['逾', '天'], { ...slip, lineY: 208 })
  expect(august.y + august.height).toBeLessThan(208)
  expect(august.cells.map((cell) => cell.words)).toEqual(['46', '天'])
  const tall = placePlate(46, ['逾', '天'], { ...slip, top: 0, lineY: 208 })
  expect(tall.cells.map((cell) => cell.words)).toEqual(['逾', '46', '天'])
  expect(placePlate(3, ['逾', '天'], { ...slip, lineY: 142 }).y).toBeGreaterThan(142)
})

test('never leaves its slip, whatever the day', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 999 }), (gone, days) => {
      const lineY = 320 - gone * 180
      const plate = placePlate(days, ['逾', '天'], { ...slip, lineY })
      expect(plate.width).toBeLessThanOrEqual(46)
      expect(plate.y).toBeGreaterThanOrEqual(140 - 1e-6)
      expect(plate.y + plate.height).toBeLessThanOrEqual(320 + 1e-6)
      for (const cell of plate.cells) expect(cell.y).toBeLessThanOrEqual(plate.y + plate.height)
    }),
  )
})
