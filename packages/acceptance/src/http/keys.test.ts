import { randomUUID } from 'node:crypto'
import type { Entry } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { query } from '../support/query.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  office = await openOffice({ today: '2023-07-01' })
  await office.adopt({ text: smallReport })
})
afterAll(() => office.close())

const path = '/api/registers/progress/entries'
const valuesOf = (quantity: string) => ({
  values: { on: '2023-06-20', target: 'T1.1', unit: '城管办', quantity, note: '', paper: '' },
})
const entries = async () =>
  (await query<{ n: number }>(office.database.root, 'select count(*)::int as n from entry'))[0]?.n ?? -1

test('同一个键64次同时送达，只登记一行，每次同一个答复；换了内容就拒绝', async () => {
  const clerk = await office.as('经办人')
  const before = await entries()
  const key = randomUUID()
  const asked = { method: 'POST', path, body: valuesOf('6'), key } as const
  const all = await Promise.all(Array.from({ length: 64 }, () => clerk.ask<Entry>(asked)))
  expect(new Set(all.map((answer) => answer.status))).toEqual(new Set([201]))
  expect(new Set(all.map((answer) => answer.body.id)).size).toBe(1)
  expect(await entries()).toBe(before + 1)
  const other = await clerk.ask<{ code: string }>({ ...asked, body: valuesOf('7') })
  expect([other.status, other.body.code]).toEqual([409, 'request.key_reused'])
})

test('别人用过的键，同样的内容，也得不到别人的答复', async () => {
  const key = randomUUID()
  const body = { because: '缺少验收单' }
  const entry = await office.report('T1.1', '2023-06-21 6')
  const asked = { method: 'POST', path: `/api/entries/${entry.id}/return`, body, version: 1, key } as const
  expect((await (await office.as('科室负责人')).ask(asked)).status).toBe(200)
  const officers = await query<{ id: string }>(
    office.database.root,
    `select distinct split_part(key, ' ', 1) as id from idempotency where key like '% ${key}'`,
  )
  expect(officers).toHaveLength(1)
  const stranger = await (await office.as('督查专员')).ask<{ id?: string; code?: string }>(asked)
  expect(stranger.status).toBeGreaterThanOrEqual(400)
  expect(stranger.body.id).toBeUndefined()
})
