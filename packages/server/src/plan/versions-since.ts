import { officersOf } from '../office/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Since } from '../platform/http.ts'
import { historyOf } from './plan-store.ts'

/** The versions that a year's plan went through after one that somebody had seen, the earliest first. */
export async function versionsSince(tx: Tx, officeId: string, year: number, version: number): Promise<Since[]> {
  const later = (await historyOf(tx, officeId, year)).filter((one) => one.version > version)
  const people = await officersOf(tx, officeId)
  return later.map((one) => ({
    by: people.find(({ id }) => id === one.adoptedBy)?.name ?? '',
    at: one.adoptedAt,
    did: { zh: `第${one.version}版`, en: `version ${one.version}` },
    because: one.says,
  }))
}
