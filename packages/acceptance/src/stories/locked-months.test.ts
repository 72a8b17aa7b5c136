import type { Entry, MonthLock, MonthLocks, MonthPreview } from '@guatu/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeEach(async () => {
  office = await openOffice({ today: '2023-07-03', units: ['城管办', '东岸社区', '西岸社区'] })
  await office.adopt({ text: smallReport })
})
afterEach(() => office.close())

const lock = async (month: string) =>
  (await office.as('督查专员')).post<{ months: MonthLock[] }>(`/api/months/${month}/lock`, {})
const refusedLock = async (month: string) =>
  (await office.as('督查专员')).refused({ method: 'POST', path: `/api/months/${month}/lock`, body: {} })
const actual = async (on?: string, known?: string) => (await office.working('T1.1', on, known)).working.actual
const opening = (more: object = {}) => ({
  target: 'T1.1',
  community: '东岸社区',
  periodStart: '2023-01-01',
  periodEnd: '2023-05-31',
  quantity: '4',
  docTitle: '1至5月完成情况表',
  ...more,
})
const openingsPath = '/api/registers/openingBalance/entries'
const openAt = async (values: object) => (await office.as('经办人')).post<Entry>(openingsPath, { values })
const refusedOpening = async (values: object) =>
  (await office.as('经办人')).refused({ method: 'POST', path: openingsPath, body: { values } })
const rowOf = (unit: string, on: string) => ({ on, target: 'T1.1', unit, quantity: '2', note: '', paper: '' })
const progressPath = '/api/registers/progress/entries'

test('封账以后登记的行标为补录，封账时的数还是那个数', async () => {
  const inTime = await office.report('T1.1', '2023-06-20 6')
  await office.verify(inTime)
  expect(inTime.marks).toEqual([])
  office.clock.goTo('2023-07-05')
  const { months } = await lock('2023-06')
  expect(months).toMatchObject([{ month: '2023-06' }])
  office.clock.goTo('2023-07-10')
  const late = await office.report('T1.1', '2023-06-25 3')
  await office.verify(late)
  expect(late.marks).toEqual(['late'])
  expect((await office.report('T1.1', '2023-07-08 1')).marks).toEqual([])
  // Seen where the row is: in the list, by a filter, on its page, and behind the number of its target.
  const listed = async (more: string) =>
    (await (await office.as('只读')).get<{ entries: Entry[] }>(`/api/registers/progress/entries?limit=50${more}`))
      .entries
  expect((await listed('&mark=late')).map(({ id }) => id)).toEqual([late.id])
  expect(await listed('')).toHaveLength(3)
  expect((await office.working('T1.1')).rows.filter((row) => row.late).map(({ entryId }) => entryId)).toEqual([late.id])
  expect(await actual('2023-06-30', months[0]?.lockedAt)).toBe('6')
  expect(await actual('2023-06-30', '2023-07-10T12:00:00Z')).toBe('9')
})

test('封账前看得到哪个单位还有几行没核实，封账后看得到补录了几行', async () => {
  await office.verify(await office.report('T1.1', '2023-06-20 6'))
  await office.report('T1.1', '2023-06-21 1')
  await office.report('T1.1', '2023-05-21 1')
  const clerk = await office.as('督查专员')
  const preview = await clerk.get<MonthPreview>('/api/months/2023-06')
  expect(preview).toEqual({
    month: '2023-06',
    verified: 1,
    waiting: [{ unit: '公共事务中心', register: 'progress', label: expect.any(Object), rows: 1 }],
  })
  const before = await clerk.get<MonthLocks>('/api/months')
  expect(before).toEqual({ months: [], open: ['01', '02', '03', '04', '05', '06'].map((number) => `2023-${number}`) })
  await lock('2023-06')
  office.clock.goTo('2023-07-05')
  await office.report('T1.1', '2023-06-22 1')
  const after = await clerk.get<MonthLocks>('/api/months')
  expect(after.open).not.toContain('2023-06')
  expect(after.months).toMatchObject([{ month: '2023-06', late: 1 }])
  expect(await clerk.refused({ method: 'GET', path: '/api/months/2023-06' })).toMatchObject({
    code: 'fact.month_locked',
  })
  expect(await clerk.refused({ method: 'GET', path: '/api/months/2023-07' })).toMatchObject({
    code: 'fact.month_running',
  })
  const handler = await office.as('经办人')
  expect(await handler.refused({ method: 'GET', path: '/api/months/2023-05' })).toMatchObject({ kind: 'forbidden' })
})

test('没过完的月不能封，封了的不能再封，也没有解封', async () => {
  expect(await refusedLock('2023-07')).toMatchObject({ code: 'fact.month_running' })
  await lock('2023-06')
  expect(await refusedLock('2023-06')).toMatchObject({ code: 'fact.month_locked' })
  const handler = await office.as('经办人')
  expect(await handler.refused({ method: 'POST', path: '/api/months/2023-05/lock', body: {} })).toMatchObject({
    kind: 'forbidden',
  })
})

test('期初数一次登记，核实后计入；同一社区这段日子再逐笔登记要退回', async () => {
  const kept = await openAt(opening())
  expect(kept.marks).toEqual(['unitemised'])
  const head = await office.as('科室负责人')
  await head.post('/api/registers/openingBalance/verify', { ids: [kept.id] })
  expect(await actual()).toBe('4')
  const handler = await office.as('经办人')
  const refused = (unit: string, on: string) =>
    handler.refused({ method: 'POST', path: progressPath, body: { values: rowOf(unit, on) } })
  expect(await refused('东岸社区', '2023-05-20')).toMatchObject({
    code: 'fact.covered_by_opening',
    says: { zh: '2023-01-01至2023-05-31已经按期初数登记，再逐笔登记就重复了。' },
  })
  await handler.post(progressPath, { values: rowOf('西岸社区', '2023-05-20') })
  await handler.post(progressPath, { values: rowOf('东岸社区', '2023-06-20') })
})

test('已经逐笔登记的日子不能再补期初数；两份期初数不能交叉；目标和计量项只填一个', async () => {
  const handler = await office.as('经办人')
  await handler.post(progressPath, { values: rowOf('东岸社区', '2023-03-20') })
  expect(await refusedOpening(opening())).toMatchObject({ code: 'fact.rows_there_already' })
  await openAt(opening({ periodEnd: '2023-02-28' }))
  expect(await refusedOpening(opening({ periodStart: '2023-02-01', periodEnd: '2023-03-10' }))).toMatchObject({
    code: 'fact.covered_by_opening',
  })
  await openAt(opening({ community: '西岸社区' }))
  const both = opening({ measure: 'practiceActivities', unit: '场', community: '街道本级' })
  expect(await refusedOpening(both)).toMatchObject({ code: 'fact.rule_broken' })
  expect(await refusedOpening({ ...both, target: '', measure: '没有这一项' })).toMatchObject({
    code: 'fact.choice_unknown',
  })
})

test('一起贴进来的两份期初数也不能交叉，只收先出现的一份；和逐笔的行同时登记，只有一边收下', async () => {
  const handler = await office.as('经办人')
  const rows = [opening(), opening({ periodStart: '2023-02-01', periodEnd: '2023-06-10' })]
  const batch = await handler.post<{ rows: { code: string | null }[] }>('/api/registers/openingBalance/batch', {
    rows,
    preview: true,
  })
  expect(batch.rows.map(({ code }) => code)).toEqual([null, 'fact.covered_by_opening'])

  const asked = (path: string, values: Record<string, string>) =>
    handler.ask({ method: 'POST', path, body: { values } })
  const answers = await Promise.all([
    asked('/api/registers/openingBalance/entries', opening()),
    asked(progressPath, rowOf('东岸社区', '2023-05-20')),
  ])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
})
