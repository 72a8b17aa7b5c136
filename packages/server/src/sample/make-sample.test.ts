import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { definitions } from '@guatu/definitions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPaper } from '../plan/read-paper.ts'
import { sealedBy } from '../platform/audit/sealing.ts'
import { systemClock } from '../platform/clock.ts'
import { type Database, openDatabase } from '../platform/db.ts'
import { openFiles } from '../platform/files.ts'
import { newId } from '../platform/ids.ts'
import { keysOf } from '../platform/keys.ts'
import { type FreshDatabase, freshDatabase } from '../platform/testing/fresh-database.ts'
import { quickSamplesOf } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'guatu-sample-'))
let fresh: FreshDatabase
let db: Database
beforeAll(async () => {
  fresh = await freshDatabase()
  db = sealedBy(openDatabase(fresh.connections), keysOf(Buffer.alloc(32, 7)))
})
afterAll(async () => {
  await db.close()
  await fresh.drop()
  rmSync(folder, { recursive: true })
})

const open = () =>
  quickSamplesOf({
    db,
    clock: systemClock,
    registers: definitions.registers,
    readPaper,
    catalogue: definitions.catalogue,
    files: openFiles(folder),
    isWorked: () => true,
  }).begin()
const offices = () => db.reference.selectFrom('office').select(['id', 'kind']).execute()

test('a sample that a kill broke off is made again, and a whole one is left as it is', async () => {
  const half = { id: newId(), name: '半成', kind: 'sample', sampleToday: '2023-10-11', createdAt: systemClock.now() }
  await db.inOffice(half.id, (tx) => tx.insertInto('office').values(half).execute())
  await open()
  const made = await offices()
  expect(made).toHaveLength(1)
  expect(made[0]?.id).not.toBe(half.id)
  await open()
  expect(await offices()).toEqual(made)
})

test('a sample whose year was broken off, plan and all, is made again', async () => {
  const [before] = await offices()
  await db.inOfficeAsOwner(before?.id ?? '', (tx) =>
    tx
      .updateTable('office')
      .set({ sampleToday: null })
      .where('id', '=', before?.id ?? '')
      .execute(),
  )
  await open()
  const made = await offices()
  expect(made).toHaveLength(1)
  expect(made[0]?.id).not.toBe(before?.id)
})

test('the registers that a newcomer looks into first hold some rows, one of them waiting', async () => {
  const [made] = await offices()
  const rows = await db.inOffice(made?.id ?? '', (tx) =>
    tx.selectFrom('entry').where('register', '!=', 'progress').select(['register', 'status']).execute(),
  )
  const registers = new Set(rows.map(({ register }) => register))
  expect([...registers].toSorted()).toEqual(['event', 'facility', 'issue', 'project', 'projectStage', 'reading'])
  expect(rows).toHaveLength(13)
})
