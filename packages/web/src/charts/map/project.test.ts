import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { middleOf, projectionOf } from './project.ts'

const lonLat = fc.tuple(
  fc.double({ min: 113.7, max: 113.8, noNaN: true }),
  fc.double({ min: 22.6, max: 22.8, noNaN: true }),
)
const room = { inset: 20, heightMax: 700 }

describe('投影', () => {
  test('都在图里，东在右、北在上，东西南北一样的比例', () => {
    fc.assert(
      fc.property(fc.array(lonLat, { minLength: 2, maxLength: 40 }), (all) => {
        const { width, height, place } = projectionOf(all, 900, room)
        expect(height).toBeLessThanOrEqual(700.001)
        for (const one of all) {
          const { x, y } = place(one)
          expect(x).toBeGreaterThanOrEqual(19.99)
          expect(x).toBeLessThanOrEqual(width - 19.99)
          expect(y).toBeGreaterThanOrEqual(19.99)
          expect(y).toBeLessThanOrEqual(height - 19.99)
        }
        const [lon, lat] = all[0] ?? [0, 0]
        const [here, east, north] = [place([lon, lat]), place([lon + 0.001, lat]), place([lon, lat + 0.001])]
        expect(east.x).toBeGreaterThan(here.x)
        expect(north.y).toBeLessThan(here.y)
        // 纬度 22.7° 上，一度经线是一度纬线的 0.9226。
        expect((east.x - here.x) / (here.y - north.y)).toBeCloseTo(0.9226, 2)
      }),
    )
  })
})

const corner = fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 900 }) })

describe('社区名写在哪里', () => {
  test('长方形写在正中，绕哪个方向都一样', () => {
    const ring = [
      { x: 10, y: 10 },
      { x: 50, y: 10 },
      { x: 50, y: 30 },
      { x: 10, y: 30 },
    ]
    for (const way of [ring, ring.toReversed()]) expect(middleOf(way)).toEqual({ x: 30, y: 20 })
  })

  test('三角形的重心在三角形里；没有面积的也有地方', () => {
    fc.assert(
      fc.property(corner, corner, corner, (a, b, c) => {
        const { x, y } = middleOf([a, b, c])
        expect(x).toBeCloseTo((a.x + b.x + c.x) / 3, 3)
        expect(y).toBeCloseTo((a.y + b.y + c.y) / 3, 3)
      }),
    )
    expect(middleOf([])).toEqual({ x: 0, y: 0 })
  })
})
