import type { Entry, MapChart, MapPoint } from '@guatu/contract'
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
