import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal } from '../../shared/index.ts'
import { liesIn } from '../place/area.ts'
import { fromGcj02, toGcj02 } from '../place/gcj02.ts'
import { area, madeOf, office } from '../testing/office.ts'
import { coordinates } from './coordinates.ts'
import { checkValue } from './index.ts'
import type { Coordinates } from './value.ts'

const column = coordinates({ zh: '坐标', en: 'Coordinates' }, ['point', 'polygon'])
const at = (...points: readonly (readonly [string, string])[]): Coordinates['points'] =>
  points.map(([lon, lat]) => [decimal(lon), decimal(lat)] as const)
const point = (lon: string, lat: string, system: Coordinates['system'] = 'CGCS2000'): Coordinates => ({
  system,
  shape: 'point',
  points: at([lon, lat]),
})

const metresApart = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]): number =>
  Math.hypot((a - c) * 111_320 * Math.cos((b * Math.PI) / 180), (b - d) * 111_320)

describe('GCJ-02', () => {
  // The vectors that googollee/eviltransform has published since 2013.
  test.each([
    ['上海', [121.5272106, 31.1774276], [121.531541859215, 31.17530398364597]],
    ['深圳', [113.912316, 22.543847], [113.9171764808363, 22.540796131694766]],
    ['北京', [116.377817, 39.911954], [116.38404722455657, 39.91334545536069]],
  ] as const)('%s：公开的换算结果', (_, real, shown) => {
    const [lon, lat] = toGcj02(real)
    expect([lon.toFixed(10), lat.toFixed(10)]).toEqual([shown[0].toFixed(10), shown[1].toFixed(10)])
    expect(metresApart(fromGcj02(shown), real)).toBeLessThan(0.01)
  })

  test('全国各处：换过去再换回来不差一厘米，偏移在一百到八百米之间', () => {
    const degrees = fc.tuple(
      fc.double({ min: 80, max: 125, noNaN: true }),
      fc.double({ min: 20, max: 50, noNaN: true }),
    )
    fc.assert(
      fc.property(degrees, (real) => {
        const shown = toGcj02(real)
        expect(metresApart(fromGcj02(shown), real)).toBeLessThan(0.01)
        expect(metresApart(shown, real)).toBeLessThan(800)
      }),
    )
  })
})

describe('辖区范围', () => {
  test.each([
    ['中间', [113.77, 22.71], true],
    ['边上', [113.74, 22.7], true],
    ['界外四百米', [113.7361, 22.71], true],
    ['界外六百米', [113.7341, 22.71], false],
    ['角外', [113.803, 22.743], true],
    ['角外太远', [113.804, 22.744], false],
    ['外地', [116.4, 39.9], false],
  ] as const)('%s', (_, place, inside) => {
    expect(liesIn(area, place)).toBe(inside)
  })

  test('凹进去的地方不算', () => {
    const ring = [
      [0, 0],
      [0.1, 0],
      [0.1, 0.1],
      [0.05, 0.02],
      [0, 0.1],
    ] as const
    expect(liesIn({ ring, marginM: 100 }, [0.05, 0.08])).toBe(false)
    expect(liesIn({ ring, marginM: 100 }, [0.05, 0.01])).toBe(true)
  })
})

describe('坐标一栏', () => {
  test.each<[string, Coordinates, unknown]>([
    ['辖区内的点', point('113.7700', '22.71'), point('113.77', '22.71')],
    ['经纬度反了', point('22.71', '113.77'), 'fact.place_swapped'],
    ['外地', point('116.4', '39.9'), 'fact.place_outside'],
    ['明说是 GCJ-02', point('113.77', '22.71', 'GCJ-02'), 'fact.place_shifted'],
    [
      '两点一线，这里不收',
      { system: 'CGCS2000', shape: 'line', points: at(['113.77', '22.71'], ['113.78', '22.71']) },
      'fact.place_shape',
    ],
    [
      '两个点不成面',
      { system: 'CGCS2000', shape: 'polygon', points: at(['113.77', '22.71'], ['113.78', '22.71']) },
      'fact.place_unreadable',
    ],
    [
      '两个点不是一个点',
      { system: 'CGCS2000', shape: 'point', points: at(['113.77', '22.71'], ['113.78', '22.71']) },
      'fact.place_unreadable',
    ],
    [
      '一角在外的面',
      { system: 'CGCS2000', shape: 'polygon', points: at(['113.77', '22.71'], ['113.78', '22.71'], ['113.9', '22.8']) },
      'fact.place_outside',
    ],
    ['没有这么大的度数', point('1137700', '22.71'), 'fact.place_unreadable'],
  ])('%s', (_, value, made) => {
    expect(madeOf(column, value)).toEqual(made)
  })

  test('没画辖区的单位，不查界', () => {
    expect(madeOf(column, point('116.4', '39.9'), { ...office, area: null })).toEqual(point('116.4', '39.9'))
  })

  test('地图上点的坐标落在界外时认得出，换算好的就是原来的地方', () => {
    const places = fc.tuple(
      fc.double({ min: 113.7951, max: 113.8, noNaN: true }),
      fc.double({ min: 22.69, max: 22.73, noNaN: true }),
    )
    fc.assert(
      fc.property(places, (real) => {
        const shown = toGcj02(real)
        fc.pre(!liesIn(area, shown))
        const checked = checkValue(column, point(shown[0].toFixed(9), shown[1].toFixed(9)), office)
        expect(checked).toMatchObject({ ok: false, problem: { code: 'fact.place_shifted' } })
        const offered = checked.ok ? null : (checked.problem.facts.offered as Coordinates)
        const [lon, lat] = offered?.points[0] ?? []
        expect(metresApart([Number(lon), Number(lat)], real)).toBeLessThan(0.02)
        expect(offered && madeOf(column, offered)).toEqual(offered)
      }),
    )
  })
})
