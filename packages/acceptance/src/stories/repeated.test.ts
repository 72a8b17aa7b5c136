import { randomUUID } from 'node:crypto'
import type { Entry, Review } from '@guatu/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { query } from '../support/query.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeEach(async () => {
  office = await openOffice({ today: '2023-07-01' })
})
afterEach(() => office.close())

const path = '/api/registers/progress/entries'
const values = { on: '2023-06-20', target: 'T1.1', unit: '城管办', quantity: '6', note: '', paper: '' }
const count = async (table: string): Promise<number> =>
  (await query<{ n: number }>(office.database.root, `select count(*)::int as n from ${table}`))[0]?.n ?? -1

test('同一次提交送达多次，只登记一次，每次都得到同一个答复', async () => {
  await office.adopt({ text: smallReport })
  const clerk = await office.as('经办人')
  const key = randomUUID()
  const audits = await count('audit')
  const first = await clerk.post<Entry>(path, { values }, { key })
  const replays = await Promise.all([1, 2, 3, 4].map(() => clerk.post<Entry>(path, { values }, { key })))
  for (const replay of replays) expect(replay).toEqual(first)
  expect(await count('entry')).toBe(1)
  expect(await count('audit')).toBe(audits + 1)
})

test('同一个键同时送达，也只登记一次', async () => {
  await office.adopt({ text: smallReport })
  const clerk = await office.as('经办人')
  const key = randomUUID()
  const all = await Promise.all([1, 2, 3, 4, 5].map(() => clerk.post<Entry>(path, { values }, { key })))
  expect(new Set(all.map((entry) => entry.id)).size).toBe(1)
  expect(await count('entry')).toBe(1)
})

test('同一个键用于另一次提交，被拒绝', async () => {
  await office.adopt({ text: smallReport })
  const clerk = await office.as('经办人')
  const key = randomUUID()
  await clerk.post(path, { values }, { key })
  const other = { method: 'POST', path, body: { values: { ...values, quantity: '7' } }, key } as const
  expect((await clerk.refused(other)).code).toBe('request.key_reused')
  expect(await count('entry')).toBe(1)
})

test('被拒绝的提交不占用它的键：改正后可以用同一个键再提交', async () => {
  await office.adopt({ text: smallReport })
  const clerk = await office.as('经办人')
  const key = randomUUID()
  const wrong = { method: 'POST', path, body: { values: { ...values, quantity: '-1' } }, key } as const
  expect((await clerk.refused(wrong)).code).toBe('fact.quantity_not_positive')
  await clerk.post(path, { values }, { key })
  expect(await count('entry')).toBe(1)
})

test('依据旧版本的审核被拒绝，说明现在是第几版，什么也没有覆盖', async () => {
  const read = await office.bringIn({ text: smallReport })
  const clerk = await office.as('督查专员')
  const decisions = `/api/sources/${read.id}/decisions`
  const [first, second] = read.items
  await clerk.post(decisions, { do: 'confirm', keys: [first?.key] }, { version: 0 })
  const late = { method: 'POST', path: decisions, body: { do: 'reject', keys: [second?.key] }, version: 0 } as const
  expect(await clerk.refused(late)).toMatchObject({
    code: 'request.version_conflict',
    facts: { yours: 0, current: 1 },
  })
  const now = await clerk.get<Review>(`/api/sources/${read.id}`)
  expect(now.counts).toMatchObject({ confirmed: 1, rejected: 0 })
})

test('过了认得的期限，旧的键连同存着的答复都清掉；期限以内的一个不少', async () => {
  await office.adopt({ text: smallReport })
  const clerk = await office.as('经办人')
  const [old, late] = [randomUUID(), randomUUID()]
  await clerk.post<Entry>(path, { values }, { key: old })
  office.clock.goTo('2023-07-20')
  await clerk.post<Entry>(path, { values: { ...values, quantity: '2' } }, { key: late })
  // 92 days after the first, less after the second; the first change of that hour sweeps.
  office.clock.goTo('2023-10-02')
  await clerk.post<Entry>(path, { values: { ...values, quantity: '3' } })
  const known = (key: string) =>
    query(office.database.root, `select 1 from idempotency where key like '%${key}'`).then(({ length }) => length)
  await expect.poll(() => known(old)).toBe(0)
  expect(await known(late)).toBe(1)
  expect(await count('entry')).toBe(3)
})
