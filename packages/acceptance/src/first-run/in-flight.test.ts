import pg from 'pg'
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

const entering = {
  method: 'POST',
  path: '/api/registers/progress/entries',
  body: { values: { on: '2023-06-20', target: 'T1.1', unit: '城管办', quantity: '6', note: '', paper: '' } },
} as const
const entries = async () => (await query(office.database.root, 'select 1 from entry')).length
const waiting = async () =>
  (await query(office.database.root, "select 1 from pg_locks where locktype = 'advisory' and not granted")).length

test('转正式那一刻正在路上的提交：替身已经撤了，不再由替身写进去；转完以前提交的照常算数', async () => {
  const clerk = await office.as('经办人')
  expect((await clerk.ask(entering)).status).toBe(201)
  const promoting = new pg.Client(office.database.root)
  await promoting.connect()
  try {
    await promoting.query('begin')
    await promoting.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`kind of office ${office.id}`])
    const inFlight = clerk.refused(entering)
    await expect.poll(waiting).toBe(1)
    await promoting.query("update office set kind = 'formal' where id = $1", [office.id])
    await promoting.query('commit')
    expect((await inFlight).code).toBe('request.no_seat')
  } finally {
    await promoting.end()
  }
  expect(await entries()).toBe(1)
})
