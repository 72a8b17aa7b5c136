import type { Entry, EntryDetail } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { heldEvent, verifyIn } from '../support/bound.ts'
import { openOffice } from '../support/open-office.ts'
import { query } from '../support/query.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let planned: Entry
beforeAll(async () => {
  office = await openOffice({ today: '2023-06-12', units: ['东岸社区'] })
  planned = await (await office.as('经办人')).post('/api/registers/event/entries', {
    values: {
      community: '东岸社区',
      leadUnit: '公共事务中心',
      title: '垃圾分类进校园',
      eventType: 'civPractice',
      startAt: '2023-06-15 09:30',
      venueText: '东岸小学',
      venueType: 'campus',
    },
  })
  await verifyIn(office, 'event', planned)
})
afterAll(() => office.close())

const seen = async (entry: Entry, more = '') =>
  (await (await office.as('经办人')).get<EntryDetail>(`/api/entries/${entry.id}${more}`)).entry

test('到期未反馈是算出来的，不是写进去的：时钟走到那天就变，一行也没有多', async () => {
  // 活动 6 月 15 日（周四）开始，五个工作日到 22 日。
  office.clock.goTo('2023-06-25')
  expect(await seen(planned)).toMatchObject({ status: 'planned', due: null })
  const rows = () => query(office.database.root, `select id from entry where office_id = '${office.id}'`)
  const before = await rows()
  office.clock.goTo('2023-06-26')
  expect(await seen(planned)).toMatchObject({
    status: 'planned',
    due: { move: 'lapse', on: '2023-06-25', late: true, to: 'noResult' },
  })
  expect(await rows()).toEqual(before)
})

test('过去的一天照那天看，还没到期', async () => {
  expect((await seen(planned, '?on=2023-06-25')).due).toBeNull()
})

test('办了一步又被退回，时限照旧：那一步没有走成', async () => {
  const due = { move: 'lapse', on: '2023-06-25', late: true, to: 'noResult' }
  const { version } = await seen(planned)
  const path = `/api/entries/${planned.id}/move`
  const moved = await (await office.as('经办人')).post<Entry>(
    path,
    { move: 'hold', values: {}, because: '' },
    { version },
  )
  expect(await seen(planned)).toMatchObject({ due, correctedBy: moved.id })
  const because = { because: '还没有开展' }
  await (await office.as('科室负责人')).post(`/api/entries/${moved.id}/return`, because, { version: moved.version })
  expect(await seen(planned)).toMatchObject({ status: 'planned', due, correctedBy: null })
})

test('从自动到的那一步接着办：补登记已开展，时限改催登记结果', async () => {
  const current = await seen(planned)
  expect(current.moves).toContain('hold')
  const held = await (await office.as('经办人')).post<Entry>(
    `/api/entries/${planned.id}/move`,
    { move: 'hold', values: {}, because: '' },
    { version: current.version },
  )
  expect(held).toMatchObject({ status: 'held', due: { move: 'record', on: '2023-06-20', late: true, to: null } })
  expect((await seen(planned)).correctedBy).toBe(held.id)
})

test('按时限办理的一行：还有几天、超没超期', async () => {
  const event = await heldEvent(office, '普法集市', '2023-06-23')
  expect(event.due).toEqual({ move: 'record', on: '2023-06-27', late: false, to: null, byWeekdays: false })
  office.clock.goTo('2023-06-29')
  expect((await seen(event)).due).toMatchObject({ move: 'record', late: true })
})

test('台账按时限筛：只列已超期的，或几天内到期的；办了、退了的不列', async () => {
  const handler = await office.as('经办人')
  const values = {
    community: '东岸社区',
    leadUnit: '公共事务中心',
    eventType: 'civPractice',
    startAt: '2023-09-19 09:30',
    venueText: '东岸小学',
    venueType: 'campus',
  }
  const enter = (title: string, status: string, startAt = values.startAt) =>
    handler.post<Entry>('/api/registers/event/entries', { values: { ...values, title, startAt }, status })
  // 开展后三个工作日内登记结果：9月19日（周二）开展，到22日；12日开展的到15日。
  office.clock.goTo('2023-09-20')
  await enter('早开展的', 'held', '2023-09-12 09:30')
  await enter('刚开展的', 'held')
  const titles = async (due: string) =>
    (await handler.get<{ entries: Entry[] }>(`/api/registers/event/entries?each=row&due=${due}`)).entries
      .map((entry) => entry.values.title)
      .toSorted()
  office.clock.goTo('2023-09-22')
  // 前面几件活动也一直没有登记结果。
  const before = ['垃圾分类进校园', '普法集市']
  expect(await titles('late')).toEqual(['早开展的', ...before].toSorted())
  expect(await titles('3')).toEqual(['刚开展的'])
  office.clock.goTo('2023-09-25')
  expect(await titles('late')).toEqual(['刚开展的', '早开展的', ...before].toSorted())
  expect(await titles('3')).toEqual([])
})
