import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBd09, toBd09 } from './bd09.ts'
import { fromGcj02, toGcj02 } from './gcj02.ts'
import { areaFrom } from './read-area.ts'

const ring = [
  [113.74, 22.68],
  [113.8, 22.68],
  [113.8, 22.74],
] as const
const polygon = { type: 'Polygon', coordinates: [[...ring, ring[0]]] }
const feature = { type: 'Feature', properties: { name: '街道' }, geometry: polygon }
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })

describe('读辖区范围', () => {
  test.each([
    ['一个面', JSON.stringify(polygon)],
    ['一个要素', JSON.stringify(feature)],
    ['只有一个要素的集合', collection(feature)],
  ])('%s', (_, text) => {
    expect(areaFrom(text)).toEqual({ ok: true, value: ring })
  })

  test('四个数：西南东北', () => {
    const read = areaFrom(' 113.74, 22.68，113.80 22.74 ')
    expect(read.ok && read.value).toEqual([...ring.slice(0, 2), [113.8, 22.74], [113.74, 22.74]])
  })

  test.each([
    ['两个要素', collection(feature, feature), 'area.several'],
    ['多面', JSON.stringify({ type: 'MultiPolygon', coordinates: [] }), 'area.several'],
    ['一条线', JSON.stringify({ type: 'LineString', coordinates: ring }), 'area.unreadable'],
    ['东西反了的框', '113.80,22.68,113.74,22.74', 'area.unreadable'],
    ['不是范围', '沿江路以东', 'area.unreadable'],
    ['坏了的JSON', '{"type":"Polygon",', 'area.unreadable'],
    ['经纬度反了', '22.68,113.74,22.74,113.80', 'area.swapped'],
    ['全省', '110,20,116,25', 'area.too_large'],
  ])('%s：说出哪里不对', (_, text, code) => {
    const read = areaFrom(text)
    expect(read.ok ? null : read.problem.code).toBe(code)
  })
})

const metresApart = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]): number =>
  Math.hypot((a - c) * 111_320 * Math.cos((b * Math.PI) / 180), (b - d) * 111_320)

describe('BD-09', () => {
  test('公开的换算结果', () => {
    const [lon, lat] = toBd09([116.404, 39.915])
    expect([lon.toFixed(9), lat.toFixed(9)]).toEqual(['116.410369494', '39.921336994'])
  })

  test('全国各处：换过去再换回来不差一厘米', () => {
    const degrees = fc.tuple(
      fc.double({ min: 80, max: 125, noNaN: true }),
      fc.double({ min: 20, max: 50, noNaN: true }),
    )
    fc.assert(
      fc.property(degrees, (real) => {
        expect(metresApart(fromBd09(toBd09(toGcj02(real))), real)).toBeLessThan(0.01)
        expect(metresApart(fromBd09(toBd09(real)), fromGcj02(real))).toBeLessThan(0.01)
      }),
    )
  })
})
