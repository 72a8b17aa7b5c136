import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkLog, readLine } from '@guatu/core/audit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeOffice } from '../../office/store.ts'
import { writeAudit } from '../audit.ts'
import { systemClock } from '../clock.ts'
import { type Database, openDatabase } from '../db.ts'
import { newId } from '../ids.ts'
import { keysOf } from '../keys.ts'
import { type FreshDatabase, freshDatabase } from '../testing/fresh-database.ts'
import { entriesAfter } from './entries.ts'
import { checkpointFileOf, keepCheckpoints } from './keep-checkpoints.ts'
import { sealedBy } from './sealing.ts'
import { suites } from './suites.ts'
import { linesOf } from './testing/sample-log.ts'

const keys = keysOf(Buffer.alloc(32, 7))
const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-checkpoints-'))
const officeId = newId()
let fresh: FreshDatabase
let db: Database
beforeAll(async () => {
  fresh = await freshDatabase()
  db = sealedBy(openDatabase(fresh.connections), keys)
  const making = { route: 'POST /api/offices', at: systemClock.now() }
  await makeOffice(db, officeId, { name: '青禾街道', units: [], sampleToday: null }, making)
})
afterAll(async () => {
  await db.close()
  await fresh.drop()
  rmSync(dataFolder, { recursive: true })
})

const actor = { officeId, officerId: newId(), name: '某\r\n某\u202e', post: '督查专员', unitId: newId() }
const record = { route: 'POST /x', object: '/x', outcome: 'done', problemCode: null, detail: { rows: 3 } } as const
const add = (count: number) =>
  db.inOffice(officeId, async (tx) => {
    for (let at = 0; at < count; at += 1) await writeAudit(tx, actor, { ...record, at: systemClock.now() })
  })
const keep = (records: number) =>
  keepCheckpoints({ db, clock: systemClock, dataFolder }, { records, milliseconds: Number.POSITIVE_INFINITY })
const kept = () =>
  readFileSync(checkpointFileOf(dataFolder, officeId), 'utf8')
    .trimEnd()
    .split('\n')
    .map((text) => readLine(text))
    .flatMap((line) => (line?.kind === 'checkpoint' ? [line.value] : []))

test('a checkpoint goes to the file at every so many records, and the log agrees with each of them', async () => {
  await keep(1000)
  await add(1100)
  await keep(1000)
  await keep(1000)
  await add(7)
  await keep(1000)
  await keep(5)
  const checkpoints = kept()
  expect(checkpoints.map(({ size }) => size)).toEqual([1, 1101, 1108])
  const entries = await db.inOffice(officeId, (tx) => entriesAfter(tx, officeId, 0, 5000, 5000))
  const lines = linesOf(entries).map((line, at, all) =>
    at === 0 || at === all.length - 1 ? line.replace(/"office":"[^"]+"/, `"office":"${officeId}"`) : line,
  )
  const needs = { suites, keyOf: (id: string) => keys.of('audit', id), checkpoints }
  expect(checkLog(lines, needs)).toMatchObject({ office: officeId, records: 1108, findings: [] })
})

test('where the file cannot be written nothing is noted either, and the next look makes up for it', async () => {
  await add(3)
  const blocked = join(dataFolder, 'blocked')
  writeFileSync(blocked, '')
  await keepCheckpoints({ db, clock: systemClock, dataFolder: blocked }, { records: 1, milliseconds: 0 })
  expect(kept().at(-1)?.size).toBe(1108)
  await keep(1)
  expect(kept().at(-1)?.size).toBe(1111)
})

test('a record from before the chain cannot be added any more, nor one number given twice', async () => {
  const insert = (seq: number | null) =>
    db.inOffice(officeId, (tx) =>
      tx
        .insertInto('audit')
        .values({
          ...record,
          officeId,
          id: newId(),
          at: systemClock.now(),
          officerId: null,
          officerName: '',
          post: '',
          detail: '{}',
          ...(seq === null ? {} : { seq, suite: 'sha256', prevHash: '', hash: '', mac: '' }),
        })
        .execute(),
    )
  await expect(insert(null)).rejects.toMatchObject({ code: '23514' })
  await expect(insert(1)).rejects.toMatchObject({ code: '23505' })
})
