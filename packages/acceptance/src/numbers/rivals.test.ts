import type { Entry, EvidenceBrought, MonthLock } from '@guatu/contract'
import { recount } from '@guatu/server/fact/recount'
import { openDatabase } from '@guatu/server/platform/db'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { filesForm } from '../support/office.ts'
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

test('几个人同时审核同一版，一个成功，其余都被告知有人先改过', async () => {
  const read = await office.bringIn({ text: smallReport })
  const clerk = await office.as('督查专员')
  const asked = { method: 'POST', path: `/api/sources/${read.id}/decisions`, version: 0 } as const
  const all = await Promise.all(
    read.items.map((item) => clerk.ask<{ code?: string }>({ ...asked, body: { do: 'confirm', keys: [item.key] } })),
  )
  expect(all.filter((answer) => answer.status === 200)).toHaveLength(1)
  const lost = all.filter((answer) => answer.status !== 200).map((answer) => answer.body.code)
  expect(new Set(lost)).toEqual(new Set(['request.version_conflict']))
})

test('同时采用同一份材料，只成为一版', async () => {
  const read = await office.bringIn({ text: smallReport })
  const clerk = await office.as('督查专员')
  const body = { withOpen: true, adoptedOn: '2023-07-01', paperNumber: '' }
  const asked = { method: 'POST', path: `/api/sources/${read.id}/adopt`, body, version: 0 } as const
  const all = await Promise.all([1, 2, 3, 4, 5, 6].map(() => clerk.ask<{ code?: string }>(asked)))
  expect(all.map((answer) => answer.status).toSorted()).toEqual([200, 409, 409, 409, 409, 409])
  expect(await count('plan_version')).toBe(1)
})

test('两份材料同时采用，先后成为两版，后一版不丢前一版', async () => {
  const clerk = await office.as('督查专员')
  const body = { withOpen: true, adoptedOn: '2023-07-01', paperNumber: '' }
  const first = await office.bringIn({ text: smallReport })
  const second = await office.bringIn({ text: '一、其他\n\n8.完善公园设施。改造步道5条。\n', kind: 'assigned' })
  const adopted = [first, second].map(({ id }) =>
    clerk.ask<{ version: number }>({ method: 'POST', path: `/api/sources/${id}/adopt`, body, version: 0 }),
  )
  const versions = (await Promise.all(adopted)).map((answer) => answer.body.version)
  expect(versions.toSorted()).toEqual([1, 2])
  const tasks = await query<{ n: number }>(
    office.database.root,
    'select count(*)::int as n from task where version = 2',
  )
  expect(tasks[0]?.n).toBe(first.tasks.length + 1)
})

test('同一行同时被更正两次，只有一次成立', async () => {
  await office.adopt({ text: smallReport })
  const clerk = await office.as('经办人')
  const first = await clerk.post<Entry>(path, { values })
  const asked = (quantity: string) =>
    clerk.ask<{ code?: string }>({
      method: 'POST',
      path: `/api/entries/${first.id}/correct`,
      body: { values: { ...values, quantity }, because: '重复统计' },
      version: 1,
    })
  const all = await Promise.all(['5', '4', '3'].map(asked))
  expect(all.map((answer) => answer.status).toSorted()).toEqual([200, 409, 409])
  expect(await count('entry')).toBe(2)
})

test('同一行同时登记几次，只入账一次，其余都说明已登记过', async () => {
  await office.adopt({ text: smallReport })
  const clerk = await office.as('经办人')
  const entering = { method: 'POST', path, body: { values } } as const
  const pasting = {
    method: 'POST',
    path: '/api/registers/progress/batch',
    body: { rows: [values], preview: false },
  } as const
  const all = await Promise.all(
    [entering, pasting, entering, pasting, entering, entering].map((asked) =>
      clerk.ask<{ accepted?: number; code?: string }>(asked),
    ),
  )
  const entered = all.filter(({ status, body }) => status === 201 || body.accepted === 1)
  expect(entered).toHaveLength(1)
  expect(await count('entry')).toBe(1)
})

test('同时核实与退回同一行，只有一个成立', async () => {
  await office.adopt({ text: smallReport })
  const entry = await (await office.as('经办人')).post<Entry>(path, { values })
  const head = await office.as('科室负责人')
  const because = { because: '缺少验收单' }
  const [verified, returned] = await Promise.all([
    office.verify(entry),
    head.ask({ method: 'POST', path: `/api/entries/${entry.id}/return`, body: because, version: 1 }),
  ])
  expect(Number(verified.verified === 1) + Number(returned.status === 200)).toBe(1)
  expect(await count('entry_event')).toBe(1)
})

const patient = { timeout: 20_000 }
const waiting = async () => (await query(office.database.root, 'select 1 from pg_locks where not granted')).length

test('正在核实的行，同时附不上核实的人没有看过的凭证', async () => {
  await office.adopt({ text: smallReport })
  const handler = await office.as('经办人')
  const entry = await handler.post<Entry>(path, { values })
  const form = filesForm(new File(['验收单'], '验收单.txt'))
  const { body } = await handler.ask<EvidenceBrought>({ method: 'POST', path: '/api/evidence', form })
  const slow = new pg.Client(office.database.root)
  await slow.connect()
  try {
    // The verification has looked at the row and gets no further until this lets go.
    await slow.query('begin')
    await slow.query('lock table entry_event in exclusive mode')
    const verified = office.verify(entry)
    await expect.poll(waiting, patient).toBe(1)
    const ids = body.files.map(({ evidence }) => evidence?.id)
    const attached = handler.ask<{ code?: string }>({
      method: 'POST',
      path: `/api/entries/${entry.id}/evidence`,
      body: { ids },
    })
    await Promise.race([attached, expect.poll(waiting, patient).toBe(2)])
    await slow.query('rollback')
    expect((await verified).verified).toBe(1)
    expect((await attached).body.code).toBe('policy.state')
  } finally {
    await slow.end()
  }
  expect(await count('entry_evidence')).toBe(0)
})

/** Asks for one thing and, once it has looked at the row and gets no further, for another; then lets both go on. */
async function oneAfterTheOther<A, B>(
  first: () => Promise<A>,
  second: () => Promise<B>,
  meanwhile: () => void = () => {},
): Promise<[A, B]> {
  const slow = new pg.Client(office.database.root)
  await slow.connect()
  try {
    await slow.query('begin')
    await slow.query('lock table fact_delta in exclusive mode')
    const earlier = first()
    await expect.poll(waiting, patient).toBe(1)
    const later = second()
    await Promise.race([later, expect.poll(waiting, patient).toBe(2)])
    meanwhile()
    await slow.query('rollback')
    return [await earlier, await later]
  } finally {
    await slow.end()
  }
}

test('正在核实的行更正不了，正在更正的行退不回：后来的一个被告知，留存的和与事实一致', async () => {
  await office.adopt({ text: smallReport })
  const [handler, head] = [await office.as('经办人'), await office.as('科室负责人')]
  const correcting = ({ id }: Entry) =>
    handler.ask<{ code?: string }>({
      method: 'POST',
      path: `/api/entries/${id}/correct`,
      body: { values: { ...values, quantity: '5' }, because: '重复统计' },
      version: 1,
    })
  const returning = ({ id }: Entry) =>
    head.ask<{ code?: string }>({
      method: 'POST',
      path: `/api/entries/${id}/return`,
      body: { because: '缺少验收单' },
      version: 1,
    })
  const [entry, other] = [
    await handler.post<Entry>(path, { values }),
    await handler.post<Entry>(path, { values: { ...values, on: '2023-06-21' } }),
  ]

  const [verified, corrected] = await oneAfterTheOther(
    () => office.verify(entry),
    () => correcting(entry),
  )
  expect(verified.verified).toBe(1)
  expect(corrected).toMatchObject({ status: 409, body: { code: 'request.version_conflict' } })

  const [done, returned] = await oneAfterTheOther(
    () => correcting(other),
    () => returning(other),
  )
  expect(done.status).toBe(200)
  expect(returned.status).toBe(409)
  expect(await count('entry_event')).toBe(1)

  const db = openDatabase(office.database.connections)
  try {
    expect(await db.inOffice(office.id, (tx) => recount(tx, office.id))).toEqual({ changes: [], months: 0 })
  } finally {
    await db.close()
  }
})

test('正在登记的行还没有落定，重算等它', async () => {
  await office.adopt({ text: smallReport })
  const handler = await office.as('经办人')
  const db = openDatabase(office.database.connections)
  try {
    let isOver = false
    const recounting = async () => {
      const missing = await db.inOffice(office.id, (tx) => recount(tx, office.id))
      isOver = true
      return missing
    }
    const [, counted] = await oneAfterTheOther(
      () => handler.post<Entry>(path, { values }),
      recounting,
      () => expect(isOver).toBe(false),
    )
    expect(counted).toEqual({ changes: [], months: 0 })
    expect(await db.inOffice(office.id, (tx) => recount(tx, office.id))).toEqual({ changes: [], months: 0 })
  } finally {
    await db.close()
  }
})

test('封账等正在登记的行落定，封账的时刻就是等到的那一刻', async () => {
  await office.adopt({ text: smallReport })
  const [handler, clerk] = [await office.as('经办人'), await office.as('督查专员')]
  const [entered, { months }] = await oneAfterTheOther(
    () => handler.post<Entry>(path, { values }),
    () => clerk.post<{ months: MonthLock[] }>('/api/months/2023-06/lock', {}),
    () => office.clock.goTo('2023-07-02'),
  )
  expect(entered.marks).toEqual([])
  expect(months.map(({ lockedAt }) => lockedAt.slice(0, 10))).toEqual(['2023-07-02'])
})
