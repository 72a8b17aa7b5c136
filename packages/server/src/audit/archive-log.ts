import { firstPrevHash, hashOf } from '@guatu/core/audit'
import type { Instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import { auditColumns, entriesAfter } from '../platform/audit/entries.ts'
import { trailProblems } from '../platform/audit/problems.ts'
import { suites } from '../platform/audit/suites.ts'
import { type Database, openDatabase, type Tx } from '../platform/db.ts'
import type { DataPlace } from '../platform/postgres/open.ts'
import { reachPostgres } from '../platform/postgres/reach.ts'
import { StartStopped } from '../platform/postgres/stopped.ts'

/** What became of the log of one office. */
export interface Archived {
  readonly name: string
  readonly moved: number
  readonly atHand: number
  readonly archived: number
}

interface Office {
  readonly id: string
  readonly name: string
}

const atOnce = 1000
/** Where the archive of an office ends: the number and the hash that the next record has to follow. */
async function endOf(tx: Tx, officeId: string): Promise<{ seq: number; hash: string }> {
  const { rows } = await sql<{ seq: string; hash: string }>`
    select seq, hash from audit_archive where office_id = ${officeId} order by seq desc limit 1`.execute(tx)
  return { seq: Number(rows[0]?.seq ?? 0), hash: rows[0]?.hash ?? firstPrevHash }
}

/** The last record that is older than the log is kept at hand, and that a checkpoint already covers. */
async function lastToMove(tx: Tx, officeId: string, now: Instant, months: number): Promise<number> {
  const { rows } = await sql<{ through: string | null }>`
    select least(
      coalesce(
        (select min(seq) - 1 from audit where office_id = ${officeId} and seq is not null
          and at >= ${now}::timestamptz - make_interval(months => ${months})),
        (select max(seq) from audit where office_id = ${officeId})),
      (select max(size) from checkpoint where office_id = ${officeId})
    ) as through where exists (select 1 from checkpoint where office_id = ${officeId})`.execute(tx)
  return Number(rows[0]?.through ?? 0)
}

/** Moves the next records, up to `through`; none where all are moved. What does not follow the one before it stays. */
async function moveSome(tx: Tx, { id, name }: Office, through: number, now: Instant): Promise<number> {
  const end = await endOf(tx, id)
  const entries = await entriesAfter(tx, id, end.seq, through, atOnce)
  let before = end
  for (const entry of entries) {
    const follows = entry.seq === before.seq + 1 && entry.prevHash === before.hash
    if (!follows || hashOf(suites, entry.suite, entry.prevHash, entry, entry.mac) !== entry.hash)
      throw new StartStopped(trailProblems('audit.archive_broken', { office: name, seq: before.seq + 1 }))
    before = entry
  }
  if (entries.length === 0) return 0
  await sql`with moved as (
      delete from audit where office_id = ${id} and seq > ${end.seq} and seq <= ${before.seq} returning ${auditColumns})
    insert into audit_archive (${auditColumns}, archived_at) select ${auditColumns}, ${now}::timestamptz from moved`.execute(
    tx,
  )
  return entries.length
}

const countIn = async (tx: Tx, table: 'audit' | 'audit_archive', officeId: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)} where office_id = ${officeId}`.execute(tx)
  return rows[0]?.count ?? 0
}

async function archiveOf(db: Database, office: Office, now: Instant, months: number): Promise<Archived> {
  const through = await db.inOffice(office.id, (tx) => lastToMove(tx, office.id, now, months))
  let moved = 0
  for (let some = -1; some !== 0; moved += some)
    some = await db.inOffice(office.id, (tx) => moveSome(tx, office, through, now))
  return db.inOffice(office.id, async (tx) => ({
    name: office.name,
    moved,
    atHand: await countIn(tx, 'audit', office.id),
    archived: await countIn(tx, 'audit_archive', office.id),
  }))
}

/**
 * Moves the records of every office that are older than so many months to the archive, the oldest first, each by its own
 * link held against the one before it. As the owner of the tables: the server itself can move nothing. Nothing is lost on
 * the way, and searches, exports and checks go on over both. Throws `StartStopped`.
 */
export async function archiveLog(
  { months, monthsMin, now }: { readonly months: number; readonly monthsMin: number; readonly now: Instant },
  place: DataPlace,
): Promise<readonly Archived[]> {
  if (months < monthsMin) throw new StartStopped(trailProblems('audit.archive_too_soon', { months, monthsMin }))
  const postgres = await reachPostgres(place)
  const { owner } = postgres.connections
  const db = openDatabase({ app: owner, owner })
  try {
    const offices = await db.reference.selectFrom('office').select(['id', 'name']).orderBy('createdAt').execute()
    const done: Archived[] = []
    for (const office of offices) done.push(await archiveOf(db, office, now, months))
    return done
  } finally {
    await db.close()
    await postgres.stop()
  }
}
