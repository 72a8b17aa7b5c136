import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slotsIn } from './slots.ts'
import { type Spot, spotAt, spotBeside } from './spots.ts'

const length = fc.double({ min: 20, max: 2000, noNaN: true })
const spot = (x: number, y: number, point = 0): Spot => ({ x, y, r: 6, point })

describe('格子里排点', () => {
  test('多少个点都排得下：都在格子里，互不相叠，先左右后上下', () => {
    fc.assert(
      fc.property(length, length, fc.integer({ min: 1, max: 4000 }), (width, height, count) => {
        const { pitch, places } = slotsIn({ x: 10, y: 20, width, height }, count, 24)
        expect(places).toHaveLength(count)
        expect(pitch).toBeLessThanOrEqual(24)
        const near = pitch / 2 - 1e-6
        for (const [i, { x, y }] of places.entries()) {
          expect(x - near).toBeGreaterThanOrEqual(10)
          expect(x + near).toBeLessThanOrEqual(10 + width)
          expect(y - near).toBeGreaterThanOrEqual(20)
          expect(y + near).toBeLessThanOrEqual(20 + height)
          const before = places[i - 1]
          if (before) expect(y > before.y + near || x > before.x + near).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('没有点，或者没有地方', () => {
    expect(slotsIn({ x: 0, y: 0, width: 100, height: 100 }, 0, 24).places).toEqual([])
    expect(slotsIn({ x: 0, y: 0, width: 0, height: 100 }, 5, 24).places).toEqual([])
  })
})

const coordinate = fc.integer({ min: 0, max: 1000 })
const many = fc
  .array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 60 })
  .map((all) => all.map(([x, y], i) => spot(x, y, i)))

describe('点中哪一个', () => {
  test('点在谁身上就是谁；手指宽以外谁也不是', () => {
    fc.assert(
      fc.property(many, fc.nat(), (spots, seed) => {
        const meant = spots[seed % spots.length] as Spot
        const found = spots[spotAt(spots, meant) ?? -1]
        expect(found).toMatchObject({ x: meant.x, y: meant.y })
        expect(spotAt(spots, { x: -100, y: -100 })).toBeNull()
      }),
    )
  })

  test('两个都近，取更近的', () => {
    expect(spotAt([spot(0, 0), spot(10, 0)], { x: 6, y: 0 })).toBe(1)
  })
})

describe('方向键', () => {
  const grid = [spot(0, 0), spot(20, 0), spot(40, 0), spot(0, 20), spot(20, 20)]

  test.each([
    [0, 'ArrowRight', 1],
    [1, 'ArrowDown', 4],
    [4, 'ArrowUp', 1],
    [1, 'ArrowLeft', 0],
    [0, 'ArrowLeft', null],
    [2, 'PageDown', 3],
    [0, 'PageUp', null],
    [2, 'Home', 0],
    [0, 'End', 4],
    [0, 'Enter', null],
  ] as const)('从第 %i 个按 %s', (from, key, to) => {
    expect(spotBeside(grid, from, key)).toBe(to)
  })

  test('往右走一定更右；Page Down 从头能走遍每一个', () => {
    fc.assert(
      fc.property(many, fc.nat(), (spots, seed) => {
        const from = seed % spots.length
        const right = spotBeside(spots, from, 'ArrowRight')
        if (right !== null) expect(spots[right]?.x).toBeGreaterThan(spots[from]?.x ?? 0)
        const walked = [0]
        for (let at = spotBeside(spots, 0, 'PageDown'); at !== null; at = spotBeside(spots, at, 'PageDown'))
          walked.push(at)
        expect(walked).toEqual([...spots.keys()])
      }),
    )
  })
})
