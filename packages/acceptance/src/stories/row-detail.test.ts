import type { AlikeRows, Entry, EntryDetail, LedgerCounts, SavedViews } from '@guatu/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeEach(async () => {
  office = await openOffice({ today: '2023-06-30' })
  await office.adopt({ text: smallReport })
})
afterEach(() => office.close())

const detail = async (id: string, more = '') => (await office.as('只读')).get<EntryDetail>(`/api/entries/${id}${more}`)
const alike = async (entry: Entry) => (await office.as('科室负责人')).get<AlikeRows>(`/api/entries/${entry.id}/alike`)

test('一行的全部经过：每一版改了什么、谁填谁核、算不算数，一直到报告里的那句话', async () => {
  const first = await office.report('T1.1', '2023-06-20 6', { note: '沿河口袋公园' })
  await office.verify(first)
  office.clock.goTo('2023-07-05')
  const second = await (await office.as('经办人')).post<Entry>(
    `/api/entries/${first.id}/correct`,
    { values: { ...first.values, target: 'T1.1', quantity: '5' }, because: '重复统计1个' },
    { version: 2 },
  )
  await office.verify(second)
  const { entry, versions, facts } = await detail(second.id)
  expect(entry).toMatchObject({ id: second.id, rootId: first.id, state: 'verified' })
  expect(
    versions.map(({ entry: { values, state }, because, events }) => [
      values.quantity,
      state,
      because,
      events.map(({ kind }) => kind),
    ]),
  ).toEqual([
    ['6', 'corrected', '', ['verified']],
    ['5', 'verified', '重复统计1个', ['verified']],
  ])
  expect(versions[0]?.events[0]?.by).not.toBe(versions[0]?.entry.enteredBy)
  expect(facts.map(({ quantity, counted, because }) => [quantity, counted, because.zh])).toEqual([
    ['6', false, '已被更正，以更正为准'],
    ['5', true, '已核实，计入'],
  ])
  expect(facts[0]?.target).toMatchObject({ code: 'T1.1' })
  expect(facts[0]?.target?.sentence).toContain('口袋公园')
  // 过去的那一天，只有当时知道的那一版。
  const then = await detail(first.id, '?on=2023-06-30')
  expect(then.versions.map(({ entry: { state } }) => state)).toEqual(['verified'])
})

test('没有的行直说没有，别的单位的人看不到', async () => {
  const asked = { method: 'GET', path: '/api/entries/00000000-0000-7000-8000-000000000001' } as const
  expect((await (await office.as('只读')).refused(asked)).code).toBe('fact.entry_unknown')
})

test('查重：同一台账前后三天里说的差不多的行并排给出；退回的、自己的更正不算', async () => {
  const first = await office.report('T1.1', '2023-06-20 6', { note: '沿河口袋公园建成开放' })
  const same = await office.report('T1.1', '2023-06-22 2', { note: '沿河口袋公园建成并开放' })
  await office.report('T1.1', '2023-06-25 3', { note: '沿河口袋公园建成开放' })
  await office.report('T1.1', '2023-06-21 1', { note: '义诊' })
  const gone = await office.report('T1.1', '2023-06-19 4', { note: '沿河口袋公园建成开放' })
  await (await office.as('科室负责人')).post(`/api/entries/${gone.id}/return`, { because: '重复' }, { version: 1 })
  expect((await alike(first)).alike.map(({ entry }) => entry.id)).toEqual([same.id])
})

test('目录上的条数和待核实数，与台账里列出来的一样', async () => {
  const rows = [await office.report('T1.1', '2023-06-20 6'), await office.report('T1.1', '2023-06-21 2')]
  await office.verify(...rows.slice(0, 1))
  const { ledgers } = await (await office.as('只读')).get<LedgerCounts>('/api/ledgers')
  expect(ledgers.find(({ register }) => register === 'progress')).toEqual({
    register: 'progress',
    rows: 2,
    waiting: [{ unit: '公共事务中心', rows: 1 }],
  })
})

test('存着的视图各人各的：同名的替换，删了就没有，别人的删不了', async () => {
  const handler = await office.as('经办人')
  const path = '/api/registers/progress/views'
  const view = { asked: { state: 'submitted' }, columns: ['on', 'quantity'] }
  await handler.post(path, { name: '待核实的', view: { asked: {}, columns: null } })
  const { views } = await handler.post<SavedViews>(path, { name: '待核实的', view })
  expect(views.map(({ name, view: saved }) => [name, saved])).toEqual([['待核实的', view]])
  const head = await office.as('科室负责人')
  expect((await head.get<SavedViews>(path)).views).toEqual([])
  const drop = { method: 'POST', path: `/api/views/${views[0]?.id}/drop`, body: {} } as const
  expect((await head.refused(drop)).code).toBe('request.not_found')
  expect((await handler.post<SavedViews>(drop.path, {})).views).toEqual([])
})
