import { definitions } from '@guatu/definitions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../platform/db.ts'
import { freshDatabase } from '../platform/testing/fresh-database.ts'
import { registersOf } from './registers.ts'

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [officeId, officerId, createdAt] = [idOf(1), idOf(3), '2023-01-01T00:00:00Z']

let database: Awaited<ReturnType<typeof freshDatabase>>
let db: Database
beforeAll(async () => {
  database = await freshDatabase()
  db = openDatabase(database.connections)
  await db.inOfficeAsOwner(officeId, async (tx) => {
    await tx.insertInto('office').values({ id: officeId, name: '青禾街道', kind: 'trial', createdAt }).execute()
    await tx.insertInto('officer').values({ officeId, id: officerId, name: '甲', position: 1 }).execute()
  })
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

const registers = registersOf(definitions.registers)

const keep = (id: number, columnId: string) =>
  db.inOffice(officeId, (tx) =>
    tx
      .insertInto('ownColumnStep')
      .values({
        officeId,
        id: idOf(id),
        register: 'progress',
        columnId,
        seq: 1,
        kind: 'changed',
        content: JSON.stringify({
          column: { kind: 'text', label: { zh: columnId, en: columnId }, maxLength: 40, own: 'open' },
          retired: false,
        }),
        because: '',
        byOfficer: officerId,
        at: createdAt,
      })
      .execute(),
  )

const labels = () =>
  db.inOffice(officeId, async (tx) => {
    const register = await registers.of(tx, officeId, 'progress')
    return register.ok ? Object.values(register.value.columns).map(({ label }) => label.zh) : []
  })

test('编号较小的一步后到，也立即看得到', async () => {
  await keep(90, 'own1')
  expect(await labels()).toContain('own1')
  await keep(80, 'own2')
  expect(await labels()).toEqual(expect.arrayContaining(['own1', 'own2']))
})
