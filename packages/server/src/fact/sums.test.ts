import type { EntryEvent, Fact } from '@guatu/core/fact'
import { standsOf } from '@guatu/core/fact'
import { figuresOf, type SeenFact } from '@guatu/core/indicator'
import { addDays, type Day, day, decimal, type Instant, instant, sumOf } from '@guatu/core/shared'
import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase, type Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { type FreshDatabase, freshDatabase } from '../platform/testing/fresh-database.ts'
import { recount } from './recount.ts'
import { addEntries, addEvent, entriesOfRegister } from './store.ts'
import { factsOfEntries, sumsByMonth } from './sums.ts'

let fresh: FreshDatabase
let db: Database
beforeAll(async () => {
  fresh = await freshDatabase()
  db = openDatabase(fresh.connections)
})
afterAll(async () => {
  await db.close()
  await fresh.drop()
})

const start = Date.parse('2023-01-02T01:00:00.000Z')
const momentAt = (hours: number): Instant => instant(new Date(start + hours * 3_600_000).toISOString())
const dayAt = (days: number): Day => addDays(day('2022-12-25'), days)

/** One thing that somebody does; numbers choose among the rows that are there. */
type Deed =
  | {
      readonly do: 'enter'
      readonly on: number
      readonly quantity: number
      readonly measure: 'a' | 'b'
      readonly lacks: boolean
    }
  | { readonly do: 'correct'; readonly which: number; readonly on: number; readonly quantity: number }
  | { readonly do: 'verified' | 'returned' | 'withdrawn'; readonly which: number }

const which = fc.nat(30)
const on = fc.nat(40)
const quantity = fc.integer({ min: -3, max: 9 }).filter((n) => n !== 0)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('enter' as const),
      on,
      quantity,
      measure: fc.constantFrom('a' as const, 'b' as const),
      lacks: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('correct' as const), which, on, quantity }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('verified' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('returned' as const, 'withdrawn' as const), which }) },
)

async function newOffice(): Promise<{ officeId: string; officerId: string }> {
  const [officeId, officerId] = [newId(), newId()]
  await db.inOffice(officeId, async (tx) => {
    await tx
      .insertInto('office')
      .values({ id: officeId, name: '试', kind: 'trial', sampleToday: null, createdAt: momentAt(0) })
      .execute()
    await tx
      .insertInto('officer')
      .values({ officeId, id: officerId, name: '甲', position: 1, loginName: null, disabledAt: null })
      .execute()
  })
  return { officeId, officerId }
}

/** Does one thing, whether the office's rules would let it or not: sums have to follow whatever stands in the rows. */
async function does(tx: Tx, officeId: string, officerId: string, one: Deed, now: Instant): Promise<void> {
  const rows = await entriesOfRegister(tx, officeId, 'event')
  if (one.do === 'enter' || one.do === 'correct') {
    const corrected = one.do === 'correct' ? rows[one.which % Math.max(rows.length, 1)] : undefined
    if (one.do === 'correct' && (!corrected || rows.some(({ corrects }) => corrects === corrected.id))) return
    const id = newId()
    const trueOn = dayAt(one.on)
    const entry = {
      id,
      rootId: corrected?.rootId ?? id,
      register: 'event',
      targetId: null,
      trueOn,
      knownAt: now,
      enteredBy: officerId,
      corrects: corrected?.id ?? null,
      number: corrected?.number ?? null,
      status: null,
      move: null,
      late: false,
      content: {},
      naturalKey: id,
      because: '',
      unitId: null,
    }
    const measure = one.do === 'enter' ? one.measure : 'a'
    const lacks = one.do === 'enter' && one.lacks ? (['E1'] as const) : []
    const said = { targetId: null, measure, subject: '', quantity: String(one.quantity), unit: '', trueOn, lacks }
    return addEntries(tx, officeId, [{ entry, facts: [said] }])
  }
  const entry = rows[one.which % Math.max(rows.length, 1)]
  if (entry)
    await addEvent(tx, officeId, entry, { kind: one.do, at: now, by: officerId, because: '' } satisfies EntryEvent)
}

async function seenAt(tx: Tx, officeId: string, knownAt: Instant): Promise<SeenFact[]> {
  const rows = await entriesOfRegister(tx, officeId, 'event')
  const facts = await factsOfEntries(
    tx,
    officeId,
    rows.map(({ id }) => id),
  )
  const stands = standsOf(rows, knownAt)
  return facts
    .filter((fact: Fact) => fact.knownAt <= knownAt)
    .map((fact) => ({
      ...fact,
      ...(stands.get(fact.entryId) ?? { state: 'withdrawn', newest: true }),
      measure: fact.measure ?? '',
      ofCommunity: false,
    }))
}

test('随意的一年：更正、补录、退回、重新核实以后，任何一天、任何时刻的和都等于从事实重算', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(deed, { minLength: 1, maxLength: 25 }),
      fc.array(fc.record({ from: fc.nat(40), to: fc.nat(45), known: fc.nat(30) }), { minLength: 4, maxLength: 4 }),
      async (deeds, questions) => {
        const { officeId, officerId } = await newOffice()
        for (const [i, one] of deeds.entries())
          await db.inOffice(officeId, (tx) => does(tx, officeId, officerId, one, momentAt(i)))
        await db.inOffice(officeId, async (tx) => {
          for (const question of questions) {
            const asked = { from: dayAt(question.from), to: dayAt(question.to), knownAt: momentAt(question.known) }
            const figures = figuresOf(await seenAt(tx, officeId, asked.knownAt))
            const months = await sumsByMonth(tx, officeId, { serves: ['a', 'b'], ...asked })
            for (const measure of ['a', 'b']) {
              const own = months.filter(({ serves }) => serves === measure)
              const told = {
                verified: {
                  sum: sumOf(own.map((month) => decimal(month.verifiedSum))),
                  count: decimal(own.reduce((all, month) => all + month.verifiedCount, 0)),
                  rows: own.reduce((all, month) => all + month.verifiedRows, 0),
                },
                reported: {
                  sum: sumOf(own.map((month) => decimal(month.reportedSum))),
                  count: decimal(own.reduce((all, month) => all + month.reportedCount, 0)),
                  rows: own.reduce((all, month) => all + month.reportedRows, 0),
                },
              }
              expect(told).toEqual({
                verified: figures.summed(measure, asked, 'verified'),
                reported: figures.summed(measure, asked, 'reported'),
              })
            }
          }
          expect(await recount(tx, officeId)).toEqual({ changes: [], months: 0 })
        })
      },
    ),
    { numRuns: 40 },
  )
})

test('和被删了一半，重算补回来，再算一遍什么也不缺', async () => {
  const { officeId, officerId } = await newOffice()
  const deeds: Deed[] = Array.from({ length: 6 }, (_, i) => ({
    do: 'enter',
    on: i,
    quantity: i + 1,
    measure: 'a',
    lacks: false,
  }))
  for (const [i, one] of [...deeds, { do: 'verified', which: 2 } as const].entries())
    await db.inOffice(officeId, (tx) => does(tx, officeId, officerId, one, momentAt(i)))
  const client = new pg.Client(fresh.root)
  await client.connect()
  await client.query('delete from fact_delta where office_id = $1 and true_on < $2', [officeId, dayAt(3)])
  await client.query('update fact_sum set verified_rows = 7, reported_sum = -1 where office_id = $1', [officeId])
  await client.end()
  await db.inOffice(officeId, async (tx) => {
    const { changes, months } = await recount(tx, officeId)
    expect(months).toBe(1)
    expect(changes.map(({ trueOn, reported }) => `${trueOn} ${reported.sum}`).sort()).toEqual([
      '2022-12-25 1',
      '2022-12-26 2',
      '2022-12-27 0',
      '2022-12-27 3',
    ])
    expect(await recount(tx, officeId)).toEqual({ changes: [], months: 0 })
    const kept = await sumsByMonth(tx, officeId, { serves: ['a'], from: null, to: dayAt(40), knownAt: momentAt(30) })
    expect([
      sumOf(kept.map((month) => decimal(month.reportedSum))),
      sumOf(kept.map((month) => decimal(month.verifiedSum))),
    ]).toEqual(['21', '3'])
  })
})

test('应用的角色不能改和，也不能删', async () => {
  const { officeId } = await newOffice()
  const tried = (statement: ReturnType<typeof sql>) => db.inOffice(officeId, (tx) => statement.execute(tx))
  await expect(tried(sql`update fact_delta set reported_sum = 0`)).rejects.toThrow('permission denied')
  await expect(tried(sql`delete from fact_delta`)).rejects.toThrow('permission denied')
  await expect(tried(sql`delete from fact_sum`)).rejects.toThrow('permission denied')
  await expect(tried(sql`update fact_sum set month = '2023-01-01'`)).rejects.toThrow('permission denied')
})
