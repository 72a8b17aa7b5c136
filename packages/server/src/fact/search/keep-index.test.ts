import { longText, type Register, register, text } from '@guatu/core/fact'
import { instant, searchWords } from '@guatu/core/shared'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase, tellChanged } from '../../platform/db.ts'
import { freshDatabase } from '../../platform/testing/fresh-database.ts'
import { registersOf } from '../registers.ts'
import { blockSize } from './blocks.ts'
import { findRows } from './find-rows.ts'
import { cursorsOf, versionsIn } from './index-store.ts'
import { bringUp, watchSearch } from './keep-index.ts'

const idOf = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [officeId, officerId] = [idOf(0), '00000000-0000-7000-8000-000000000003']
const now = instant('2023-07-01T00:00:00.000Z')
const words = (zh: string) => ({ zh, en: zh })
const by = (duty: 'handler' | 'unitHead') => [{ duties: [duty], relation: 'office' as const }]

const pools = (privacy?: 'L3'): Register =>
  register({
    id: 'pool',
    label: words('水池台账'),
    prefix: 'SC',
    columns: {
      name: text(words('名称'), 40, { required: true }),
      more: longText(words('情况'), 200, privacy ? { privacy } : {}),
    },
    key: ['name'],
    privacy: 'L2',
    access: { read: by('handler'), write: by('handler'), verify: by('unitHead') },
    feeds: [],
    source: '测试',
  })
const kept = registersOf([pools()])

let database: Awaited<ReturnType<typeof freshDatabase>>
let db: Database
beforeAll(async () => {
  database = await freshDatabase()
  db = openDatabase(database.connections)
  await db.inOfficeAsOwner(officeId, async (tx) => {
    await tx.insertInto('office').values({ id: officeId, name: '青禾街道', kind: 'trial', createdAt: now }).execute()
    await tx.insertInto('officer').values({ officeId, id: officerId, name: '甲', position: 1 }).execute()
  })
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

/** Adds rows, each called by its number. */
const add = (from: number, to: number, more = '水质良好') =>
  db.inOffice(officeId, async (tx) => {
    await sql`
      insert into entry (office_id, id, root_id, register, true_on, known_at, entered_by, content, natural_key, because, number_year, serial)
      select ${officeId}::uuid, id, id, 'pool', '2023-06-01', '2023-06-02', ${officerId}::uuid,
        jsonb_build_object('name', '第' || n || '口水池', 'more', ${more}::text), 'k' || n, '', 2023, n
      from (select n, ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid as id
        from generate_series(${from}::int, ${to}::int) n) r`.execute(tx)
    await tellChanged(tx, officeId)
  })
const inIndex = () => db.inOffice(officeId, async (tx) => versionsIn(await cursorsOf(tx, officeId)))
const asked = (typed: string, registers = kept) =>
  db.inOffice(officeId, async (tx) => {
    const seat = {
      officeId,
      officerId,
      postId: '',
      name: '甲',
      post: '经办',
      unit: '',
      unitId: '',
      duties: ['handler'],
    }
    const ask = {
      office: { id: officeId },
      seat: { ...seat, line: [] },
      now,
      within: { all: true, units: [], enteredBy: null },
    } as unknown as Parameters<typeof findRows>[1]
    return findRows(tx, ask, await registers.all(tx, officeId), { typed, words: searchWords(typed), limit: 5 })
  })
const titles = async (typed: string, registers = kept) => (await asked(typed, registers)).hits.map(({ title }) => title)
const rowsMade = blockSize + 300

test('索引落后时照实说建到了哪里，最近的行照样找得到；建了一段停下，重开接着建，一行不多一行不少', async () => {
  await add(1, rowsMade)
  expect(await titles(`第${rowsMade}口`)).toEqual([`第${rowsMade}口水池`])
  expect(await titles('第77口')).toEqual([])
  expect((await asked('第77口')).behind).toEqual({ through: null })

  await bringUp({ db, registers: kept }, officeId, () => true)
  expect(await inIndex()).toBe(blockSize)
  expect(await titles('第77口')).toEqual(['第77口水池'])
  expect((await asked('第77口')).behind).toEqual({ through: '2023-06-02T00:00:00.000Z' })

  const again = openDatabase(database.connections)
  await Promise.all([bringUp({ db: again, registers: kept }, officeId), bringUp({ db, registers: kept }, officeId)])
  await again.close()
  expect(await inIndex()).toBe(rowsMade)
  expect((await asked('第77口')).behind).toBeNull()
  expect(await titles(`第${rowsMade - 1}口`)).toEqual([`第${rowsMade - 1}口水池`])
  expect((await asked('水池')).more).toBe(true)
  for (const number of ['SC-2023-00333', 'sc202300333', 'ＳＣ-2023-333'])
    expect(await titles(number)).toEqual(['第333口水池'])
})

test('一步做到一半断掉，什么也没留下，下一步照样做', async () => {
  await add(rowsMade + 1, rowsMade + 1)
  const broken: Database = {
    ...db,
    inOffice: (id, work) =>
      db.inOffice(id, async (tx) => {
        await work(tx)
        throw new Error('断了')
      }),
  }
  await expect(bringUp({ db: broken, registers: kept }, officeId)).rejects.toThrow('断了')
  expect(await inIndex()).toBe(rowsMade)
  await bringUp({ db, registers: kept }, officeId)
  expect(await inIndex()).toBe(rowsMade + 1)
})

test('跟着台账走：有变动就补上；时钟倒拨漏下的行，下一次巡查时重建补回', async () => {
  await db.inOffice(officeId, (tx) =>
    sql`
      insert into entry (office_id, id, root_id, register, true_on, known_at, entered_by, content, natural_key, because, number_year, serial)
      values (${officeId}, '01800000-0000-7000-8000-000000000001', '01800000-0000-7000-8000-000000000001', 'pool', '2023-06-01',
        '2023-06-02', ${officerId}, '{"name": "漏下的水池"}', 'k', '', 2023, 999999)`.execute(tx),
  )
  await bringUp({ db, registers: kept }, officeId)
  expect(await titles('漏下的')).toEqual([])
  const end = await watchSearch({ db, registers: kept })
  await expect.poll(() => titles('漏下的'), { timeout: 20_000, interval: 200 }).toEqual(['漏下的水池'])
  await expect.poll(inIndex, { timeout: 20_000, interval: 200 }).toBe(rowsMade + 2)
  await add(rowsMade + 2, rowsMade + 2)
  await expect.poll(inIndex, { timeout: 20_000, interval: 200 }).toBe(rowsMade + 3)
  await end()
})

test('一栏改为需知悉：旧索引立刻不用，重建以后里面没有它的字', async () => {
  const closed = registersOf([pools('L3')])
  expect(await titles('水质')).toHaveLength(5)
  expect(await titles('水质', closed)).toEqual([])
  await bringUp({ db, registers: closed }, officeId)
  expect(await inIndex()).toBe(rowsMade + 3)
  const { rows } = await db.inOffice(officeId, (tx) =>
    sql<{
      word: string
    }>`select distinct word from search_word where office_id = ${officeId} and word in ('水质', '水池')`.execute(tx),
  )
  expect(rows.map(({ word }) => word)).toEqual(['水池'])
})
