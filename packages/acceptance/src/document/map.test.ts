import type { CommunityMap, Entry, MapChart, MapPoint } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personIn } from '../authorisation/single-duties.ts'
import { verifyIn } from '../support/bound.ts'
import { openOffice } from '../support/open-office.ts'
import { type Person, personOf } from '../support/person.ts'
import { query } from '../support/query.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let ours: Person
const byTitle = new Map<string, Entry>()

const event = (title: string, more: Readonly<Record<string, string>>) => ({
  title,
  community: '东岸社区',
  leadUnit: '公共事务中心',
  eventType: 'civPractice',
  startAt: '2023-06-15 09:30',
  venueText: '东岸小学',
  venueType: 'campus',
  ...more,
})

async function enter(title: string, more: Readonly<Record<string, string>> = {}): Promise<Entry> {
  const handler = await office.as('经办人')
  const entry = await handler.post<Entry>('/api/registers/event/entries', { values: event(title, more) })
  byTitle.set(title, entry)
  return entry
}

beforeAll(async () => {
  office = await openOffice({ today: '2023-06-12', units: ['东岸社区', '西岸社区'] })
  const [unit] = await query<{ id: string }>(
    office.database.root,
    `select id from unit where office_id = '${office.id}' and name = '东岸社区'`,
  )
  const id = await personIn(office, 'communityStaff', 60, unit?.id ?? '')
  ours = personOf(office.app, '东岸社区', await office.sessionOf(id))
  await verifyIn(office, 'event', await enter('进校园', { place: '113.77,22.71' }))
  await enter('没有坐标的', { venueText: '东岸公园', leadUnit: '东岸社区' })
  await enter('西岸的', { community: '西岸社区', venueText: '西岸广场', leadUnit: '西岸社区', place: '113.78,22.70' })
})
afterAll(() => office.close())

const mapFor = async (who: Person, more = '') => who.get<MapChart>(`/api/map${more}`)
const named = ({ points }: MapChart): readonly string[] => points.map(({ name }) => name)
const cell = ({ cells }: MapChart, id: string) => cells.find((one) => one.id === id)

test('全单位看的人：每个社区一格，有坐标的画出来，没有坐标的数出来、不猜', async () => {
  const map = await mapFor(await office.as('只读'))
  expect(map).toMatchObject({ partial: false, omitted: 0, schematic: { columns: 2, rows: 1 } })
  expect(named(map)).toEqual(['进校园', '西岸的'])
  expect(map.points[0]).toMatchObject({
    id: byTitle.get('进校园')?.id,
    layer: 'event',
    mark: 'running',
    status: { zh: '已计划' },
    cell: '东岸社区',
    places: [[113.77, 22.71]],
  })
  expect(cell(map, '东岸社区')).toMatchObject({ counts: { running: 1, waiting: 1 }, unplaced: 1 })
  expect(cell(map, '西岸社区')).toMatchObject({ counts: { waiting: 1 }, unplaced: 0 })
})

test('社区的人：只有自己社区的行和数，别的社区只有名字', async () => {
  const map = await mapFor(ours)
  expect(map.partial).toBe(true)
  expect(map.points).toEqual([])
  expect(cell(map, '东岸社区')).toMatchObject({ counts: { waiting: 1 }, unplaced: 1 })
  expect(cell(map, '西岸社区')).toMatchObject({ counts: null, unplaced: 0 })
})

test('只要哪几个图层就只给哪几个；不看台账的人没有这张图', async () => {
  const map = await mapFor(await office.as('只读'), '?layers=facility,project')
  expect(map.points).toEqual([])
  expect(map.layers.find(({ id }) => id === 'event')).toMatchObject({ rows: null })
  expect(map.layers.find(({ id }) => id === 'facility')).toMatchObject({ rows: 0 })
  // 企业月度指标只限统计岗，没有坐标也没有图层；诉求没有坐标。
  expect(map.layers.map(({ id }) => id)).not.toContain('enterpriseMetric')
  const refused = await (await office.as('审计管理员')).refused({ method: 'GET', path: '/api/map' })
  expect(refused.code).toBe('request.forbidden')
})

const markOf = (points: readonly MapPoint[], name: string) => points.find((point) => point.name === name)

test('时限过了、自己走到的环节，照那天看；过去的一天照那天知道的看', async () => {
  const before = (await office.as('只读')).get<MapChart>('/api/map')
  expect(markOf((await before).points, '进校园')).toMatchObject({ mark: 'running' })
  office.clock.goTo('2023-06-26')
  const viewer = await office.as('只读')
  expect(markOf((await mapFor(viewer)).points, '进校园')).toMatchObject({
    mark: 'running',
    status: { zh: '未反馈' },
  })
  await enter('后来补的', { place: '113.76,22.70', venueText: '东岸路口' })
  expect(named(await mapFor(viewer))).toContain('后来补的')
  const then = await mapFor(viewer, '?on=2023-06-25')
  expect(named(then)).not.toContain('后来补的')
  expect(markOf(then.points, '进校园')).toMatchObject({ status: { zh: '已计划' } })
})

test('退回的不在图上；更正以后在更正的地方', async () => {
  const handler = await office.as('经办人')
  const { id, version } = byTitle.get('后来补的') as Entry
  const values = event('后来补的', { place: '113.75,22.69', venueText: '东岸路口' })
  const corrected = await handler.post<Entry>(`/api/entries/${id}/correct`, { values, because: '点偏了' }, { version })
  const viewer = await office.as('只读')
  expect(markOf((await mapFor(viewer)).points, '后来补的')).toMatchObject({
    id: corrected.id,
    places: [[113.75, 22.69]],
  })
  const because = { because: '地点要核' }
  const west = byTitle.get('西岸的') as Entry
  await (await office.as('科室负责人')).post(`/api/entries/${west.id}/return`, because, { version: west.version })
  await handler.post(`/api/entries/${corrected.id}/withdraw`, because, { version: corrected.version })
  const map = await mapFor(viewer)
  expect(markOf(map.points, '西岸的')).toBeUndefined()
  expect(markOf(map.points, '后来补的')).toMatchObject({ id, places: [[113.76, 22.7]] })
})

const ringOf = (west: number, east: number) => [
  [west, 22.69],
  [east, 22.69],
  [east, 22.73],
  [west, 22.73],
  [west, 22.69],
]
const communities = (...named: readonly (readonly [name: string, west: number, east: number])[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: named.map(([name, west, east]) => ({
      type: 'Feature',
      properties: { name },
      geometry: { type: 'Polygon', coordinates: [ringOf(west, east)] },
    })),
  })
const draw = (map: string, version: number) =>
  ({
    method: 'POST',
    path: '/api/area/communities',
    body: { map, source: '民政局2021年勘界' },
    version,
  }) as const

test('换上自己的社区边界：查过才收，按版本换；以前的日子还是示意图', async () => {
  const clerk = await office.as('督查专员')
  expect(await clerk.get('/api/area/communities')).toEqual({ version: 0, map: null })
  const area = { boundary: '113.74,22.68,113.80,22.74', marginM: 100, source: '民政局2021年勘界' }
  expect((await clerk.ask({ method: 'POST', path: '/api/area', body: area, version: 0 })).status).toBe(200)
  const both = communities(['东岸', 113.77, 113.79], ['西岸社区', 113.75, 113.77])
  for (const [map, code] of [
    ['沿江路以东', 'community_map.unreadable'],
    [communities(['东岸', 113.77, 113.79]), 'community_map.missing'],
    [communities(['东岸', 113.77, 113.79], ['南岸', 113.75, 113.77]), 'community_map.unnamed'],
    [communities(['东岸', 113.77, 113.9], ['西岸', 113.75, 113.77]), 'community_map.outside'],
  ] as const)
    expect((await clerk.refused(draw(map, 0))).code).toBe(code)
  expect((await (await office.as('经办人')).refused(draw(both, 0))).code).toBe('request.forbidden')

  office.clock.goTo('2023-06-28')
  const drawn = await clerk.ask<CommunityMap>(draw(both, 0))
  expect(drawn.body).toMatchObject({ version: 1, map: { communities: ['东岸社区', '西岸社区'], corners: 8 } })
  expect((await clerk.refused(draw(both, 0))).code).toBe('request.version_conflict')

  const viewer = await office.as('只读')
  const map = await mapFor(viewer)
  expect(map.drawn).toMatchObject({ version: 1, source: '民政局2021年勘界' })
  expect(cell(map, '东岸社区')?.rings).toEqual([ringOf(113.77, 113.79).slice(0, -1)])
  const then = await mapFor(viewer, '?on=2023-06-27')
  expect(then.drawn).toBeNull()
  expect(cell(then, '东岸社区')?.rings).toBeNull()
})
