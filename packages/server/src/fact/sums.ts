import { type Delta, deltasMissing, deltasOf, type Entry, type EntryEvent, type Fact } from '@guatu/core/fact'
import { type Day, decimal, type Instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

const column = <T>(rows: readonly T[], of: (row: T) => string | number | null) => sql.val(rows.map(of))

async function addDeltas(tx: Tx, officeId: string, deltas: readonly Delta[]): Promise<void> {
  if (deltas.length === 0) return
  await sql`
    insert into fact_delta (office_id, id, serves, unit, unit_id, true_on, known_at,
      verified_sum, verified_count, verified_rows, reported_sum, reported_count, reported_rows)
    select ${officeId}::uuid, * from unnest(
      ${column(deltas, () => newId())}::uuid[], ${column(deltas, ({ serves }) => serves)}::text[],
      ${column(deltas, ({ unit }) => unit)}::text[], ${column(deltas, ({ unitId }) => unitId)}::uuid[],
      ${column(deltas, ({ trueOn }) => trueOn)}::date[], ${column(deltas, ({ knownAt }) => knownAt)}::timestamptz[],
      ${column(deltas, ({ verified }) => verified.sum)}::numeric[], ${column(deltas, ({ verified }) => verified.count)}::int[],
      ${column(deltas, ({ verified }) => verified.rows)}::int[], ${column(deltas, ({ reported }) => reported.sum)}::numeric[],
      ${column(deltas, ({ reported }) => reported.count)}::int[], ${column(deltas, ({ reported }) => reported.rows)}::int[])`.execute(
    tx,
  )
}

/** The facts of versions of rows. */
export async function factsOfEntries(tx: Tx, officeId: string, entryIds: readonly string[]): Promise<Fact[]> {
  if (entryIds.length === 0) return []
  const { rows } = await sql<Fact>`
    select id, entry_id, target_id, measure, subject, quantity, unit, unit_id, lacks, true_on, known_at from fact
    where office_id = ${officeId} and entry_id = any(${sql.val([...entryIds])}::uuid[])`.execute(tx)
  return rows.map((fact) => ({ ...fact, quantity: decimal(fact.quantity) }))
}

/** Reads every version of the rows that these are versions of. */
type Chains = (ids: readonly string[]) => Promise<readonly Entry[]>

/** A version as it comes in, with what it says. */
interface Added {
  readonly entry: Omit<Entry, 'events'> & { readonly unitId: string | null }
  readonly facts: readonly Omit<Fact, 'id' | 'entryId' | 'knownAt' | 'unitId'>[]
}

const factsSaid = ({ entry, facts }: Added): Fact[] =>
  facts.map((fact) => ({ ...fact, id: '', entryId: entry.id, knownAt: entry.knownAt, unitId: entry.unitId }))

/** Keeps the sums beside versions that were just added; those that follow another change what it counted for. */
export async function sumEntries(tx: Tx, officeId: string, added: readonly Added[], chains: Chains): Promise<void> {
  const fresh = added.filter(({ entry }) => entry.corrects === null)
  const wanted = fresh.flatMap((one) => deltasOf([{ ...one.entry, events: [] }], factsSaid(one)))
  const later = new Set(added.filter(({ entry }) => entry.corrects !== null).map(({ entry }) => entry.id))
  const rows = later.size === 0 ? [] : await chains([...later])
  const facts = await factsOfEntries(
    tx,
    officeId,
    rows.map(({ id }) => id),
  )
  const missing = byRow(rows, facts, (versions, said) =>
    deltasMissing(
      deltasOf(versions, said),
      deltasOf(
        versions.filter(({ id }) => !later.has(id)),
        said.filter(({ entryId }) => !later.has(entryId)),
      ),
    ),
  )
  await addDeltas(tx, officeId, deltasMissing([...wanted, ...missing], []))
}

/** Row by row, which is much less to look through: what is believed of one does not depend on the others, and each has few moments. */
export function byRow(
  rows: readonly Entry[],
  facts: readonly Fact[],
  deltas: (versions: readonly Entry[], said: readonly Fact[]) => readonly Delta[],
): readonly Delta[] {
  const saidBy = Map.groupBy(facts, ({ entryId }) => entryId)
  return [...Map.groupBy(rows, ({ rootId }) => rootId).values()].flatMap((versions) =>
    deltas(
      versions,
      versions.flatMap(({ id }) => saidBy.get(id) ?? []),
    ),
  )
}

/** Something that has just happened to a version, which stands here as it was before. */
export interface Happened {
  readonly entry: Entry
  readonly event: EntryEvent
}

/** Keeps the sums beside what has just happened to rows. */
export async function sumEvents(
  tx: Tx,
  officeId: string,
  happened: readonly Happened[],
  chains: Chains,
): Promise<void> {
  const byId = new Map(happened.map((one) => [one.entry.id, one]))
  const rows = await chains([...byId.keys()])
  const facts = await factsOfEntries(
    tx,
    officeId,
    rows.map(({ id }) => id),
  )
  const missing = byRow(rows, facts, (versions, said) => {
    const before = versions.map((row) => ({ ...row, events: byId.get(row.id)?.entry.events ?? row.events }))
    const after = before.map((row) => {
      const event = byId.get(row.id)?.event
      return event ? { ...row, events: [...row.events, event] } : row
    })
    return deltasMissing(deltasOf(after, said), deltasOf(before, said))
  })
  await addDeltas(tx, officeId, deltasMissing(missing, []))
}

/** What the facts of one target or measure come to between two days, as known at a moment. */
export interface KeptSum {
  readonly serves: string
  readonly unit: string
  readonly verifiedSum: string
  readonly verifiedCount: number
  readonly verifiedRows: number
  readonly reportedSum: string
  readonly reportedCount: number
  readonly reportedRows: number
}

export interface SumAsked {
  readonly serves: readonly string[]
  readonly from: Day | null
  readonly to: Day
  readonly knownAt: Instant
}

const sumsOf = (
  officeId: string,
  { serves, from, to, knownAt }: SumAsked,
  month: ReturnType<typeof sql>,
) => sql<MonthSum>`
    select serves, unit, ${month} as month, sum(verified_sum) as verified_sum,
      sum(verified_count)::int as verified_count, sum(verified_rows)::int as verified_rows,
      sum(reported_sum) as reported_sum, sum(reported_count)::int as reported_count,
      sum(reported_rows)::int as reported_rows
    from fact_delta
    where office_id = ${officeId} and serves = any(${sql.val([...serves])}::text[])
      and true_on between ${from ?? '-infinity'}::date and ${to}::date and known_at <= ${knownAt}
    group by 1, 2, 3`

/** A sum of one month of what is true, the last one up to the day asked for. */
export type MonthSum = KeptSum & { readonly month: Day }

/** The sums of many targets and measures in one question, month by month. What was never reported has no row. */
export async function sumsByMonth(tx: Tx, officeId: string, asked: SumAsked): Promise<MonthSum[]> {
  if (asked.serves.length === 0) return []
  // Of a day without a zone: with one, every row would be taken into the zone of the session and back.
  const { rows } = await sumsOf(officeId, asked, sql`date_trunc('month', true_on::timestamp)::date`).execute(tx)
  return rows
}

/** The same in one sum each, which takes half the time. */
export async function sumsInAll(tx: Tx, officeId: string, asked: SumAsked): Promise<KeptSum[]> {
  if (asked.serves.length === 0) return []
  const { rows } = await sumsOf(officeId, asked, sql`null`).execute(tx)
  return rows
}

/** All deltas of the office as kept, for a recount. */
export async function keptDeltas(tx: Tx, officeId: string): Promise<Delta[]> {
  const { rows } = await sql<{
    serves: string
    unit: string
    unitId: string | null
    trueOn: Day
    knownAt: Instant
    verifiedSum: string
    verifiedCount: number
    verifiedRows: number
    reportedSum: string
    reportedCount: number
    reportedRows: number
  }>`
    select serves, unit, unit_id, true_on, known_at, sum(verified_sum) as verified_sum,
      sum(verified_count)::int as verified_count, sum(verified_rows)::int as verified_rows,
      sum(reported_sum) as reported_sum, sum(reported_count)::int as reported_count,
      sum(reported_rows)::int as reported_rows
    from fact_delta where office_id = ${officeId}
    group by serves, unit, unit_id, true_on, known_at`.execute(tx)
  return rows.map((row) => ({
    serves: row.serves,
    unit: row.unit,
    unitId: row.unitId,
    trueOn: row.trueOn,
    knownAt: row.knownAt,
    verified: { sum: decimal(row.verifiedSum), count: row.verifiedCount, rows: row.verifiedRows },
    reported: { sum: decimal(row.reportedSum), count: row.reportedCount, rows: row.reportedRows },
  }))
}

/** Adds what a recount found missing. */
export const mendSums = addDeltas
