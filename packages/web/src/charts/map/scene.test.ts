import type { MapChart, MapPoint } from '@guatu/contract'
import { describe, expect, test } from 'vitest'
import { sceneOf } from './scene.ts'
import { spotAt } from './spots.ts'

const ring: [number, number][] = [
  [113.75, 22.69],
  [113.77, 22.69],
  [113.77, 22.73],
  [113.75, 22.73],
]
const point = (id: string, cell: string, more: Partial<MapPoint> = {}): MapPoint => ({
  id,
  layer: 'facility',
  number: id,
  name: id,
  mark: 'standing',
  status: null,
  cell,
  shape: 'point',
  places: [[113.76, 22.71]],
  ...more,
})
const chart = (points: MapPoint[], drawn: boolean): MapChart => ({
  on: '2023-06-30',
  knownAt: '2023-06-30T15:59:59.999Z',
  partial: false,
  layers: [],
  drawn: drawn ? { version: 1, source: '勘界', at: '2023-06-01T00:00:00.000Z' } : null,
  schematic: { columns: 2, rows: 1 },
  cells: ['甲', '乙'].map((id, column) => ({
    id,
    label: { zh: id, en: id },
    column,
    row: 0,
    rings: drawn && id === '甲' ? [ring] : null,
    counts: {},
    unplaced: 0,
  })),
  points,
  omitted: 0,
})

describe('排图', () => {
  test('示意图：点都在自己社区的格子里，坐标一样的也不叠', () => {
    const { spots, cells } = sceneOf(chart([point('1', '甲'), point('2', '乙'), point('3', '甲')], false), 800)
    expect(cells).toHaveLength(2)
    expect(spots.filter(({ x }) => x < 400).map((spot) => spot.point)).toEqual([0, 2])
    expect(new Set(spots.map(({ x, y }) => `${x} ${y}`)).size).toBe(3)
  })

  test('有边界：点在坐标上，一样的坐标就在一处；没有边界的社区不画，点还在', () => {
    const line = point('3', '乙', {
      shape: 'line',
      places: [
        [113.752, 22.7],
        [113.754, 22.7],
        [113.756, 22.7],
      ],
    })
    const { spots, cells, outlines } = sceneOf(chart([point('1', '甲'), point('2', '乙'), line], true), 800)
    expect(cells.map(({ cell }) => cell.id)).toEqual(['甲'])
    expect(spots).toHaveLength(3)
    expect(spots[0]).toMatchObject({ x: spots[1]?.x, y: spots[1]?.y })
    expect(spots[0]?.x).toBeCloseTo(400)
    expect(outlines).toHaveLength(1)
    expect(outlines[0]).not.toContain('Z')
  })

  test('一处有几个点：急的排在前面，点中的是它', () => {
    const late = point('2', '乙', { mark: 'late' })
    const { spots } = sceneOf(chart([point('1', '甲'), late, point('3', '甲')], true), 800)
    expect(spots.map((spot) => spot.point)).toEqual([1, 0, 2])
    expect(spotAt(spots, spots[2] ?? { x: 0, y: 0 })).toBe(0)
  })

  test.each([true, false])('纸上不高过一张（有边界：%s）', (drawn) => {
    expect(sceneOf(chart([point('1', '甲')], drawn), 1000, 300).height).toBeLessThanOrEqual(300.001)
  })

  test('还没有社区，也没有点', () => {
    const none = { ...chart([], false), cells: [], schematic: { columns: 0, rows: 0 } }
    expect(sceneOf(none, 800)).toMatchObject({ cells: [], spots: [], height: 0 })
  })
})
