import type { BatchSteps, Entry } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { query } from '../support/query.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  office = await openOffice({ today: '2023-07-03' })
  await office.adopt({ text: smallReport })
})
afterAll(() => office.close())

const seen = (entries: readonly Entry[]) => entries.map(({ id, version }) => ({ id, version }))
const returned = async (entries: readonly object[], preview = false) =>
  (await office.as('科室负责人')).post<BatchSteps>('/api/registers/progress/return', {
    entries,
    because: '数对不上',
    preview,
  })
const corrected = async (entries: readonly object[], values: object, preview = false) =>
  (await office.as('经办人')).post<BatchSteps>('/api/registers/progress/correct', {
    entries,
    values,
    because: '按台账更正',
    preview,
  })
const rows = async () => {
  const page = await (await office.as('只读')).get<{ entries: Entry[] }>('/api/registers/progress/entries')
  return new Map(page.entries.map((entry) => [entry.id, entry]))
}
const threeRows = async (day: string) => [
  await office.report('T1.1', `${day} 1`),
  await office.report('T1.1', `${day} 2`),
  await office.report('T1.1', `${day} 3`),
]
const codes = ({ refused }: BatchSteps) => refused.map(({ id, problem }) => [id, problem.code])

test('一次退回几行：先看一遍什么也不动；退得了的退回，退不了的一行一个理由', async () => {
  const [a, b, c] = (await threeRows('2023-06-20')) as [Entry, Entry, Entry]
  await office.verify(c)
  const asked = [...seen([a, b]), { id: c.id, version: 1 }, { id: office.id, version: 1 }]
  const looked = await returned(asked, true)
  expect(looked.done).toBe(2)
  expect((await rows()).get(a.id)?.state).toBe('submitted')
  const done = await returned(asked)
  expect(done).toEqual(looked)
  expect(codes(done)).toEqual([
    [c.id, 'request.version_conflict'],
    [office.id, 'fact.entry_unknown'],
  ])
  const after = await rows()
  expect([a, b, c].map(({ id }) => after.get(id)?.state)).toEqual(['returned', 'returned', 'verified'])
  expect(after.get(a.id)?.returnedBecause).toBe('数对不上')
  expect(codes(await returned([{ id: a.id, version: 2 }]))).toEqual([[a.id, 'policy.state']])
})

test('一次更正几行：每行一版新的，照样另一人核实；没填的栏不动；各行自己的错各自说', async () => {
  const all = await threeRows('2023-06-21')
  const [a, b, c] = all as [Entry, Entry, Entry]
  await office.verify(a)
  const current = await rows()
  const asked = seen(all.map(({ id }) => current.get(id) as Entry))
  expect(await corrected(asked, { paper: '青街〔2023〕9号' }, true)).toEqual({ done: 3, refused: [] })
  expect((await rows()).size).toBe(current.size)
  expect(await corrected(asked, { paper: '青街〔2023〕9号' })).toEqual({ done: 3, refused: [] })
  const after = [...(await rows()).values()]
  const fixed = after.filter(({ corrects }) => corrects !== null)
  expect(fixed.map(({ values, state }) => [values.quantity, values.paper, state]).toSorted()).toEqual(
    ['1', '2', '3'].map((quantity) => [quantity, '青街〔2023〕9号', 'submitted']),
  )
  // 原数照计，核实以后才换；已有一版在等的，不能再更正。
  expect(after.find(({ id }) => id === a.id)?.state).toBe('verified')
  expect(codes(await corrected([{ id: a.id, version: 2 }], { note: '再改' }))).toEqual([
    [a.id, 'fact.correction_waiting'],
  ])
  const wrong = await corrected(seen(fixed), { quantity: '-1' })
  expect(wrong.done).toBe(0)
  expect(wrong.refused.map(({ problem }) => problem.code)).toEqual(Array(3).fill('fact.quantity_not_positive'))
  const own = await (await office.as('经办人')).ask<{ code: string }>({
    method: 'POST',
    path: '/api/registers/progress/return',
    body: { entries: seen([b, c]), because: '自己退自己', preview: false },
  })
  expect(own.body.code).toBe('request.forbidden')
})

test('一次请求一条审计记录', async () => {
  const all = await threeRows('2023-06-22')
  const count = async () => {
    const [row] = await query<{ n: string }>(
      office.database.root,
      `select count(*) as n from audit where route = 'POST /api/registers/:register/return'`,
    )
    return Number(row?.n)
  }
  const before = await count()
  expect(await returned(seen(all))).toEqual({ done: 3, refused: [] })
  expect(await count()).toBe(before + 1)
})

const visit = (title: string) => ({
  title,
  eventType: '文明实践活动',
  startAt: '2023-06-30 09:30',
  endAt: '2023-06-30 11:00',
  venueText: '文化广场',
  venueType: '进社区',
  community: '街道本级',
  leadUnit: '公共事务中心',
})
const moved = async (move: string, entries: readonly object[], more: object = {}) =>
  (await office.as('经办人')).post<BatchSteps>('/api/registers/event/move', {
    entries,
    move,
    values: {},
    because: '',
    preview: false,
    ...more,
  })

test('一次办理几行：先看一遍；流程许可的各出一版、照样另一人核实，不许可的一行一个理由', async () => {
  const handler = await office.as('经办人')
  const enter = (title: string, status?: string) =>
    handler.post<Entry>('/api/registers/event/entries', { values: visit(title), ...(status ? { status } : {}) })
  const [a, b] = [await enter('垃圾分类'), await enter('科普集市')]
  const c = await enter('义诊', 'held')
  const asked = seen([a, b, c])
  const looked = await moved('hold', asked, { preview: true })
  expect(looked.done).toBe(2)
  expect(looked.refused.map(({ id, problem }) => [id, problem.code])).toEqual([[c.id, 'fact.move_unknown']])
  expect(await moved('hold', asked)).toEqual(looked)
  const page = await handler.get<{ entries: Entry[] }>('/api/registers/event/entries?each=row')
  expect(page.entries.map(({ values, status, state, move }) => [values.title, status, state, move]).toSorted()).toEqual(
    [
      ['义诊', 'held', 'submitted', null],
      ['垃圾分类', 'held', 'submitted', 'hold'],
      ['科普集市', 'held', 'submitted', 'hold'],
    ],
  )
  // 再办一次：前一版已经被接替；缺材料的说缺什么。
  expect(codes(await moved('hold', seen([a])))).toEqual([[a.id, 'policy.state']])
  expect(codes(await moved('record', seen([c])))).toEqual([[c.id, 'fact.needed_here']])
})
