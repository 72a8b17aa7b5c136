import { type Day, day, instant } from '@guatu/core/shared'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase, type Tx } from '../platform/db.ts'
import { hold } from '../platform/hold.ts'
import { newId } from '../platform/ids.ts'
import { type FreshDatabase, freshDatabase } from '../platform/testing/fresh-database.ts'
import { addEntries, type NewEntry } from './store.ts'

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

const now = instant('2023-07-01T01:00:00.000Z')

/** An office of its own with one officer; returns both ids. */
async function opened(): Promise<{ officeId: string; officerId: string }> {
  const [officeId, officerId] = [newId(), newId()]
  await db.inOffice(officeId, async (tx) => {
    await tx
      .insertInto('office')
      .values({ id: officeId, name: '试', kind: 'trial', sampleToday: null, createdAt: now })
      .execute()
    await tx
      .insertInto('officer')
      .values({ officeId, id: officerId, name: '甲', position: 1, loginName: null, disabledAt: null })
      .execute()
  })
  return { officeId, officerId }
}

interface Handed {
  readonly register: 'event' | 'issue'
  readonly rows: readonly Day[]
  /** Something goes wrong after the rows were kept. */
  readonly fails: boolean
}

const rowOn = (register: string, trueOn: Day, enteredBy: string): NewEntry => {
  const id = newId()
  return {
    facts: [],
    entry: {
      id,
      rootId: id,
      register,
      targetId: null,
      trueOn,
      knownAt: now,
      enteredBy,
      corrects: null,
      number: null,
      status: null,
      move: null,
      late: false,
      content: {},
      naturalKey: id,
      because: '',
      unitId: null,
    },
  }
}

const batch: fc.Arbitrary<Handed> = fc.record({
  register: fc.constantFrom('event' as const, 'issue' as const),
  rows: fc.array(fc.constantFrom(day('2022-12-31'), day('2023-01-01'), day('2023-06-30')), {
    minLength: 1,
    maxLength: 6,
  }),
  fails: fc.boolean(),
})

test('几个人同时报，有的中途失败：每本台账每年的编号从1起连着，不重不漏', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { minLength: 2, maxLength: 8 }), async (all) => {
      const { officeId, officerId } = await opened()
      const enter = (tx: Tx, { register, rows }: Handed) =>
        addEntries(
          tx,
          officeId,
          rows.map((on) => rowOn(register, on, officerId)),
        )
      await Promise.all(
        all.map((one) =>
          db
            .inOffice(officeId, async (tx) => {
              await hold(tx, `register ${officeId} ${one.register}`)
              await enter(tx, one)
              if (one.fails) throw new Error('power cut')
            })
            .catch((error: Error) => expect(error.message).toBe('power cut')),
        ),
      )
      const kept = await db.inOfficeAsOwner(officeId, async (tx) => {
        const { rows } = await sql<{ ledger: string; serials: number[]; wrong: number }>`
          select register || number_year as ledger, array_agg(serial order by serial) as serials,
            count(*) filter (where number_year <> extract(year from true_on))::int as wrong
          from entry where office_id = ${officeId} group by register, number_year`.execute(tx)
        return rows
      })
      const expected = new Map<string, number>()
      for (const { register, rows, fails } of all)
        for (const on of fails ? [] : rows) {
          const ledger = `${register}${on.slice(0, 4)}`
          expected.set(ledger, (expected.get(ledger) ?? 0) + 1)
        }
      expect(new Map(kept.map(({ ledger, serials }) => [ledger, serials]))).toEqual(
        new Map([...expected].map(([ledger, count]) => [ledger, Array.from({ length: count }, (_, i) => i + 1)])),
      )
      expect(kept.every(({ wrong }) => wrong === 0)).toBe(true)
    }),
    { numRuns: 15 },
  )
})
