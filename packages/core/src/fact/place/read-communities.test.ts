import { describe, expect, test } from 'vitest'
import type { LonLat } from './area.ts'
import { toBd09 } from './bd09.ts'
import { toGcj02 } from './gcj02.ts'
import { communitiesFrom } from './read-communities.ts'

const names = ['东岸社区', '西岸社区']
const box = (west: number, east: number): LonLat[] => [
  [west, 22.69],
  [east, 22.69],
  [east, 22.73],
  [west, 22.73],
]
const west = box(113.75, 113.77)
const east = box(113.77, 113.79)
const area = { ring: box(113.74, 113.8).map(([lon, lat]): LonLat => [lon, lat < 22.7 ? 22.68 : 22.74]), marginM: 100 }

const feature = (properties: object, ring: readonly LonLat[], more: object = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]], ...more },
})
const whole = (...features: readonly object[]) => JSON.stringify({ type: 'FeatureCollection', features })
const two = [feature({ NAME: '西岸' }, west), feature({ 名称: '东岸社区', code: 1 }, east)] as const
const read = (text: string) => communitiesFrom(text, { names, area })
const codeOf = (text: string) => {
  const found = read(text)
  return found.ok ? null : found.problem.code
}

describe('读社区边界', () => {
  test('一个社区一个面，名字带不带「社区」都认，按单位里的顺序', () => {
    expect(read(whole(...two))).toEqual({
      ok: true,
      value: [
        { name: '东岸社区', rings: [east] },
        { name: '西岸社区', rings: [west] },
      ],
    })
  })

  test('多个面、带洞的面，环都留着；写明是 4490 的也收', () => {
    const island = box(113.781, 113.782)
    const several = { type: 'MultiPolygon', coordinates: [[[...east, east[0]]], [[...island, island[0]]]] }
    const text = JSON.stringify({
      ...JSON.parse(whole(two[0], feature({ name: '东岸' }, east, several))),
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4490' } },
    })
    const found = read(text)
    expect(found.ok && found.value[0]?.rings).toEqual([east, island])
  })

  test('还没画辖区范围，就不查界外', () => {
    const far = feature({ name: '西岸' }, box(113.5, 113.52))
    expect(communitiesFrom(whole(far, two[1]), { names, area: null }).ok).toBe(true)
    expect(codeOf(whole(far, two[1]))).toBe('community_map.outside')
  })

  test('一个社区也没有的单位', () => {
    const found = communitiesFrom(whole(...two), { names: [], area })
    expect(found.ok ? null : found.problem.code).toBe('community_map.no_communities')
  })

  const moved = (by: (place: LonLat) => LonLat, ring: readonly LonLat[]) => ring.map(by)
  const many = Array.from({ length: 5_001 }, (_, i): LonLat => [113.75 + i / 1e6, 22.7 + (i % 2) / 1e4])
  test.each([
    ['不是 GeoJSON', '沿江路以东', 'community_map.unreadable'],
    ['单个面', JSON.stringify(two[0]), 'community_map.unreadable'],
    ['一条线', whole(feature({ name: '西岸' }, west, { type: 'LineString' })), 'community_map.unreadable'],
    ['没有名字', whole(feature({ id: 7 }, west)), 'community_map.unnamed'],
    ['别处的社区', whole(feature({ name: '南岸社区' }, west)), 'community_map.unnamed'],
    ['写了两个社区', whole(feature({ name: '西岸', old: '东岸' }, west)), 'community_map.unnamed'],
    ['同一个社区两次', whole(two[0], two[0]), 'community_map.twice'],
    ['少一个社区', whole(two[0]), 'community_map.missing'],
    [
      '经纬度反了',
      whole(
        feature(
          { name: '西岸' },
          moved(([a, b]) => [b, a], west),
        ),
        two[1],
      ),
      'community_map.swapped',
    ],
    [
      '手机地图的坐标',
      whole(two[1], feature({ name: '西岸' }, moved(toGcj02, box(113.78, 113.8)))),
      'community_map.shifted',
    ],
    [
      '百度地图的坐标',
      whole(two[1], feature({ name: '西岸' }, moved(toBd09, box(113.78, 113.8)))),
      'community_map.shifted',
    ],
    [
      '投影坐标',
      whole(...two).replace('{', '{"crs":{"type":"name","properties":{"name":"EPSG:4547"}},'),
      'community_map.system',
    ],
    ['角太多', whole(feature({ name: '西岸' }, many), two[1]), 'community_map.too_fine'],
  ])('%s：说出哪里不对', (_, text, code) => {
    expect(codeOf(text)).toBe(code)
  })
})
