import type { Entry } from '@guatu/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeEach(async () => {
  office = await openOffice({ today: '2023-06-30' })
  await office.adopt({ text: smallReport })
})
afterEach(() => office.close())

const correct = async (entry: Entry, quantity: string, version: number, because = '重复统计1个') =>
  (await office.as('经办人')).post<Entry>(
    `/api/entries/${entry.id}/correct`,
    { values: { ...entry.values, target: 'T1.1', quantity }, because },
    { version },
  )
const actual = async (on?: string, known?: string) => (await office.working('T1.1', on, known)).working.actual
const entries = async () =>
  (await (await office.as('只读')).get<{ entries: Entry[] }>('/api/registers/progress/entries')).entries

test('更正核实以后，以更正为准，原数仍可查，过去的日子仍照当时所知', async () => {
  const first = await office.report('T1.1', '2023-06-20 6')
  await office.verify(first)
  expect(await actual()).toBe('6')

  office.clock.goTo('2023-07-05')
  const second = await correct(first, '5', 2)
  // What is reported of the row is what was said last: the verified version is not added to the one that waits.
  expect((await office.working('T1.1')).working).toMatchObject({ actual: '6', reported: '5' })
  expect((await office.working('T1.1')).working.badges).toContainEqual({ kind: 'unverified', count: 1 })
  await office.verify(second)
  expect(await actual()).toBe('5')

  expect(await actual('2023-06-30')).toBe('6')
  expect(await actual('2023-06-30', '2023-07-05T23:00:00Z')).toBe('5')
  expect(await actual('2023-06-19', '2023-07-05T23:00:00Z')).toBe('0')
  expect((await entries()).map(({ values, state, corrects }) => [values.quantity, state, corrects])).toEqual([
    ['5', 'verified', first.id],
    ['6', 'corrected', null],
  ])
})

test('更正改了日期，原来的日子就空了出来，可以再填同样的数', async () => {
  const first = await office.report('T1.1', '2023-06-20 6')
  await office.verify(first)
  const moved = await (await office.as('经办人')).post<Entry>(
    `/api/entries/${first.id}/correct`,
    { values: { ...first.values, target: 'T1.1', on: '2023-06-10' }, because: '日期记错' },
    { version: 2 },
  )
  await office.verify(moved)
  await office.verify(await office.report('T1.1', '2023-06-20 6'))
  expect(await actual()).toBe('12')
})

test('更正被退回以后，原行仍然有效，而且可以再更正', async () => {
  const first = await office.report('T1.1', '2023-06-20 6')
  await office.verify(first)
  const wrong = await correct(first, '9', 2)
  const head = await office.as('科室负责人')
  await head.post(`/api/entries/${wrong.id}/return`, { because: '没有依据' }, { version: 1 })
  expect(await actual()).toBe('6')

  const second = await correct(first, '5', 2)
  await office.verify(second)
  expect(await actual()).toBe('5')
})

test('退回要写原因，退回的行不计入，重新填报可以入账', async () => {
  const first = await office.report('T1.1', '2023-06-20 6')
  const head = await office.as('科室负责人')
  const path = `/api/entries/${first.id}/return`
  const silent = await head.refused({ method: 'POST', path, body: { because: '' }, version: 1 })
  expect(silent).toMatchObject({
    code: 'request.invalid',
    says: { zh: '请求的内容 because不合要求：至少2个字', en: expect.stringContaining('the body because is not valid') },
  })
  const nowhere = await head.refused({ method: 'GET', path: '/api/sources/12' })
  expect(nowhere.says.zh).toBe('请求的地址 id不合要求：编号不对')
  const returned = await head.post<Entry>(path, { because: '缺少验收单' }, { version: 1 })
  expect(returned).toMatchObject({ state: 'returned', returnedBecause: '缺少验收单' })
  const again = await office.report('T1.1', '2023-06-20 6')
  await office.verify(again)
  expect(await actual()).toBe('6')
})

test('撤回的行不再计入，也不能再核实', async () => {
  const first = await office.report('T1.1', '2023-06-20 6')
  const clerk = await office.as('经办人')
  await clerk.post(`/api/entries/${first.id}/withdraw`, { because: '填错了目标' }, { version: 1 })
  expect((await office.verify(first)).refused).toMatchObject([{ problem: { code: 'policy.state' } }])
  expect((await office.working('T1.1')).working).toMatchObject({ actual: '0', reported: '0' })
})

test('迟到的事实改变它那一天，不改变那一天当时的墙', async () => {
  office.clock.goTo('2023-07-20')
  await office.verify(await office.report('T1.1', '2023-06-10 6'))
  expect(await actual('2023-06-30')).toBe('0')
  expect(await actual('2023-06-30', '2023-07-20T12:00:00Z')).toBe('6')
})
