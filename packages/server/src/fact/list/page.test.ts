import { count, type EntryEvent, type EntryState, register, statesOf, text } from '@guatu/core/fact'
import { type Day, day, type Instant, instant } from '@guatu/core/shared'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase, type Tx } from '../../platform/db.ts'
import { freshDatabase } from '../../platform/testing/fresh-database.ts'
import type { KeptEntry } from '../store.ts'
import type { Query } from './asked.ts'
import { type Page, pageOf } from './page.ts'

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const officeId = idOf(1)
const unitId = idOf(2)
const officerId = idOf(3)

const words = (zh: string) => ({ zh, en: zh })
const by = (duty: 'handler' | 'unitHead') => [{ duties: [duty], relation: 'office' as const }]
const pools = register({
  id: 'pool',
  label: words('水池台账'),
  prefix: 'SC',
  columns: {
    name: text(words('名称'), 40, { required: true }),
    visitors: count(words('人次'), '人次'),
  },
  key: ['name'],
  privacy: 'L1',
  access: { read: by('handler'), write: by('handler'), verify: by('unitHead') },
  feeds: [],
  source: '测试',
})

let database: Awaited<ReturnType<typeof freshDatabase>>
let db: Database
beforeAll(async () => {
  database = await freshDatabase()
  db = openDatabase(database.connections)
  await db.inOfficeAsOwner(officeId, async (tx) => {
    const createdAt = '2023-01-01T00:00:00Z'
    await tx.insertInto('office').values({ id: officeId, name: '青禾街道', kind: 'trial', createdAt }).execute()
    await tx
      .insertInto('unit')
      .values({ officeId, id: unitId, name: '城管办', kind: 'department', createdAt })
      .execute()
    await tx.insertInto('officer').values({ officeId, id: officerId, name: '甲', position: 1 }).execute()
  })
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

/** The nth minute of a morning: everything in a chain happens in one of sixty. */
const minute = (n: number): Instant => instant(`2023-06-01T01:${String(n).padStart(2, '0')}:00.000Z`)

interface Step {
  readonly after: number
  readonly known: number
  readonly events: readonly { readonly kind: EntryEvent['kind']; readonly at: number }[]
}
const step: fc.Arbitrary<Step> = fc.record({
  after: fc.nat({ max: 20 }),
  known: fc.nat({ max: 3 }),
  events: fc.array(
    fc.record({
      kind: fc.constantFrom('verified' as const, 'returned' as const, 'withdrawn' as const),
      at: fc.nat({ max: 9 }),
    }),
    { maxLength: 2 },
  ),
})

let last = 100
/** A row with its corrections, each of any version before it: more than the doors let in, so that the rule itself is held. */
function chainFrom(steps: readonly Step[]): KeptEntry[] {
  const rows: KeptEntry[] = []
  let now = 0
  for (const [i, { after, known, events }] of steps.entries()) {
    now += known
    last += 1
    const corrects = i === 0 ? null : (rows[after % i]?.id ?? null)
    const id = idOf(last)
    rows.push({
      id,
      rootId: rows[0]?.id ?? id,
      register: pools.id,
      number: rows[0]?.number ?? { year: 2023, serial: last },
      targetId: null,
      trueOn: day('2023-05-01'),
      knownAt: minute(now),
      enteredBy: officerId,
      corrects,
      status: null,
      move: null,
      late: false,
      events: events
        .map(({ kind, at }) => ({ kind, at: minute(now + at), by: officerId, because: '' }))
        .toSorted((a, b) => (a.at < b.at ? -1 : 1)),
      content: { name: `第${last}行` },
      naturalKey: id,
      because: '',
      unitId,
    })
  }
  return rows
}

async function keep(tx: Tx, rows: readonly KeptEntry[]): Promise<void> {
  for (const { events, content, number, ...entry } of rows) {
    await tx
      .insertInto('entry')
      .values({
        officeId,
        ...entry,
        content: JSON.stringify(content),
        numberYear: number.year,
        serial: number.serial,
      })
      .execute()
    for (const [i, { kind, at, by, because }] of events.entries())
      await tx
        .insertInto('entryEvent')
        .values({ officeId, entryId: entry.id, seq: i + 1, kind, at, byOfficer: by, because })
        .execute()
  }
}

const everything = [{ all: true, units: [], enteredBy: null }]
const pageFor = async (tx: Tx, query: Partial<Query>, knownAt: Instant, on: Day = day('2023-12-31')): Promise<Page> => {
  const asked: Query = { limit: 500, way: 'up', each: 'version', ...query }
  const page = await pageOf(tx, {
    officeId,
    register: pools,
    query: asked,
    asOf: { on, knownAt },
    within: everything,
    unitId: null,
    due: null,
    targets: [],
  })
  if (!page.ok) throw new Error(page.problem.code)
  return page.value
}

/** Works on rows that are gone again afterwards. */
const inPassing = async (rows: readonly KeptEntry[], look: (tx: Tx) => Promise<void>): Promise<void> => {
  const over = new Error('over')
  await db
    .inOffice(officeId, async (tx) => {
      await keep(tx, rows)
      await look(tx)
      throw over
    })
    .catch((error: unknown) => {
      if (error !== over) throw error
    })
}

const states: readonly EntryState[] = ['submitted', 'verified', 'returned', 'withdrawn', 'corrected']
const chains = fc.array(fc.array(step, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 6 })

test('数据库里算的状态，和规则本身对任意的更正、核实、退回、撤回都一样，任何时刻也一样', async () => {
  await fc.assert(
    fc.asyncProperty(chains, fc.nat({ max: 25 }), async (made, moment) => {
      const rows = made.flatMap(chainFrom)
      const knownAt = minute(moment)
      const known = rows.filter((row) => row.knownAt <= knownAt)
      const expected = statesOf(rows, knownAt)
      await inPassing(rows, async (tx) => {
        for (const state of states) {
          const wanted = known.filter(({ id }) => expected.get(id) === state).map(({ id }) => id)
          const page = await pageFor(tx, { state }, knownAt)
          expect(page.ids.toSorted(), state).toEqual(wanted.toSorted())
          expect(page.total).toBe(wanted.length)
        }
      })
    }),
    { numRuns: 60 },
  )
})

test('台账一行只列一次：列没有被退回、撤回的最新一版，都退回了就列最后一版，状态照那一版', async () => {
  await fc.assert(
    fc.asyncProperty(chains, fc.nat({ max: 25 }), async (made, moment) => {
      const grown = made.map(chainFrom)
      const knownAt = minute(moment)
      const newest = grown.flatMap((chain) => {
        const known = chain.filter((row) => row.knownAt <= knownAt)
        const of = statesOf(chain, knownAt)
        const ownOf = (row: KeptEntry) => row.events.filter(({ at }) => at <= knownAt).at(-1)?.kind ?? 'submitted'
        const standing = known.filter((row) => ['submitted', 'verified'].includes(ownOf(row)))
        const row = standing.at(-1) ?? known.at(-1)
        return row ? [{ id: row.id, state: of.get(row.id) }] : []
      })
      await inPassing(grown.flat(), async (tx) => {
        const page = await pageFor(tx, { each: 'row' }, knownAt)
        expect(page.ids).toEqual(newest.map(({ id }) => id).reverse())
        for (const state of states) {
          const wanted = newest.filter((row) => row.state === state).map(({ id }) => id)
          expect((await pageFor(tx, { each: 'row', state }, knownAt)).ids, state).toEqual(wanted.reverse())
        }
      })
    }),
    { numRuns: 60 },
  )
})

const plain = (name: string, visitors?: string): KeptEntry => {
  const [row] = chainFrom([{ after: 0, known: 0, events: [] }])
  if (!row) throw new Error('a chain has a first row')
  return { ...row, content: { name, ...(visitors === undefined ? {} : { visitors }) } }
}
const named = async (tx: Tx, rows: readonly KeptEntry[], query: Partial<Query>): Promise<string[]> => {
  const { ids } = await pageFor(tx, query, minute(30))
  return ids.map((id) => String(rows.find((row) => row.id === id)?.content.name))
}

test('按数的大小排，不按字面；没填的总在最后；一页接一页，不漏不重', async () => {
  const rows = [plain('甲', '9'), plain('乙', '100'), plain('丙'), plain('丁', '9'), plain('戊', '12.5'), plain('己')]
  await inPassing(rows, async (tx) => {
    const up = ['丁', '甲', '戊', '乙', '己', '丙']
    const down = ['乙', '戊', '丁', '甲', '己', '丙']
    expect(await named(tx, rows, { sort: 'visitors' })).toEqual(up)
    expect(await named(tx, rows, { sort: 'visitors', way: 'down' })).toEqual(down)
    for (const way of ['up', 'down'] as const) {
      const found: string[] = []
      let after: string | undefined
      do {
        const page = await pageFor(tx, { sort: 'visitors', way, limit: 2, ...(after ? { after } : {}) }, minute(30))
        expect(page.total).toBe(6)
        found.push(...page.ids.map((id) => String(rows.find((row) => row.id === id)?.content.name)))
        after = page.next ?? undefined
      } while (after)
      expect(found).toEqual(way === 'up' ? up : down)
    }
  })
})

test('按列筛选：从多少到多少、填没填；文字里找，引号和反斜杠照样找得到', async () => {
  const rows = [plain('甲"池"', '9'), plain('乙\\池', '100'), plain('丙池')]
  await inPassing(rows, async (tx) => {
    expect(await named(tx, rows, { columns: { visitors: { from: '10' } } })).toEqual(['乙\\池'])
    expect(await named(tx, rows, { columns: { visitors: { to: '9' } } })).toEqual(['甲"池"'])
    expect(await named(tx, rows, { columns: { visitors: { filled: false } } })).toEqual(['丙池'])
    expect(await named(tx, rows, { columns: { name: { is: ['丙池'] } } })).toEqual(['丙池'])
    expect(await named(tx, rows, { text: '甲"' })).toEqual(['甲"池"'])
    expect(await named(tx, rows, { text: '\\' })).toEqual(['乙\\池'])
    expect(await named(tx, rows, { text: '池' })).toHaveLength(3)
    expect(await named(tx, rows, { text: 'name' })).toEqual([])
  })
})

test('没有的列、不是数的界限，直说，不当没有这个条件', async () => {
  const refused = (query: Partial<Query>) =>
    db.inOffice(officeId, (tx) => pageFor(tx, query, minute(30))).catch((error: Error) => error.message)
  expect(await refused({ columns: { depth: { is: ['1'] } } })).toBe('fact.column_unknown')
  expect(await refused({ sort: 'depth' })).toBe('fact.column_unknown')
  expect(await refused({ columns: { visitors: { from: '多' } } })).toBe('fact.quantity_unreadable')
})
