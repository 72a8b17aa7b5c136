import { instant } from '@guatu/core/shared'
import { makeOffice } from '../../office/store.ts'
import { sealedBy } from '../../platform/audit/sealing.ts'
import { type Database, openDatabase } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { keysOf } from '../../platform/keys.ts'
import { freshDatabase } from '../../platform/testing/fresh-database.ts'

export interface OfficeOnTrial {
  readonly db: Database
  readonly officeId: string
  /** The ids of its people. */
  readonly officers: readonly string[]
  close(): Promise<void>
}

/** An office with its built-in people, on a database of its own. */
export async function officeOnTrial(): Promise<OfficeOnTrial> {
  const database = await freshDatabase()
  const db = sealedBy(openDatabase(database.connections), keysOf(Buffer.alloc(32, 7)))
  const officeId = newId()
  const making = { route: 'POST /api/offices', at: instant('2026-03-02T01:00:00.000Z') }
  await makeOffice(db, officeId, { name: '青禾街道', units: [], sampleToday: null }, making)
  const officers = await db.inOffice(officeId, (tx) =>
    tx.selectFrom('officer').where('officeId', '=', officeId).select('id').orderBy('position').execute(),
  )
  const close = async () => {
    await db.close()
    await database.drop()
  }
  return { db, officeId, officers: officers.map((officer) => officer.id), close }
}
