import { type Delta, deltasMissing, deltasOf, mergedDeltas } from '@guatu/core/fact'
import { sql } from 'kysely'
import { type Database, openDatabase, type Tx } from '../platform/db.ts'
import type { DataPlace } from '../platform/postgres/open.ts'
import { reachPostgres } from '../platform/postgres/reach.ts'
import { entriesWithCorrections, keepRowsStill } from './store.ts'
import { byRow, factsOfEntries, keptDeltas, mendMonths, mendSums } from './sums.ts'

const rowsAtOnce = 1000

/** 重算: the sums of an office from its raw facts, row by row in the order of their ids. */
async function recounted(tx: Tx, officeId: string): Promise<Delta[]> {
  let all: Delta[] = []
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<{ id: string }>`
      select id from entry where office_id = ${officeId} and corrects is null and id > ${after}::uuid
      order by id limit ${rowsAtOnce}`.execute(tx)
    const last = rows.at(-1)
    if (!last) return all
    after = last.id
    const entries = await entriesWithCorrections(
      tx,
      officeId,
      rows.map(({ id }) => id),
    )
    const facts = await factsOfEntries(
      tx,
      officeId,
      entries.map(({ id }) => id),
    )
    all = mergedDeltas([...all, ...byRow(entries, facts, deltasOf)])
  }
}

export interface Missing {
  readonly changes: readonly Delta[]
  /** How many months did not come to their changes, those included. */
  readonly months: number
}

/** Holds the kept sums against the raw facts; what is missing is added, and told. Nothing is taken away. */
export async function recount(tx: Tx, officeId: string): Promise<Missing> {
  await keepRowsStill(tx, officeId)
  const changes = deltasMissing(await recounted(tx, officeId), await keptDeltas(tx, officeId))
  await mendSums(tx, officeId, changes)
  return { changes, months: await mendMonths(tx, officeId) }
}

/** Makes the sums of offices whose facts are older than the sums. */
export async function recountWhereMissing(db: Database, officeIds: readonly string[]): Promise<void> {
  for (const officeId of officeIds)
    await db.inOffice(officeId, async (tx) => {
      const { rows } = await sql<{ missing: boolean }>`
        select exists (select from fact where office_id = ${officeId})
          and not exists (select from fact_delta where office_id = ${officeId}) as missing`.execute(tx)
      if (rows[0]?.missing) await recount(tx, officeId)
    })
}

export interface Recounted {
  readonly name: string
  /** How many sums were not what the facts say; they are now. */
  readonly mended: number
}

/** Recounts every office there is, each in a transaction of its own. Throws `StartStopped`. */
export async function recountAll(place: DataPlace): Promise<readonly Recounted[]> {
  const postgres = await reachPostgres(place)
  const db = openDatabase(postgres.connections)
  try {
    const offices = await db.reference.selectFrom('office').select(['id', 'name']).orderBy('createdAt').execute()
    const done: Recounted[] = []
    for (const { id, name } of offices) {
      const { changes, months } = await db.inOffice(id, (tx) => recount(tx, id))
      done.push({ name, mended: changes.length > 0 ? changes.length : months })
    }
    return done
  } finally {
    await db.close()
    await postgres.stop()
  }
}
