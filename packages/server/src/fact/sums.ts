import {
  type Change,
  type Delta,
  deltasMissing,
  deltasOf,
  type Entry,
  type EntryEvent,
  type Fact,
} from '@guatu/core/fact'
import { assert, type Day, decimal, type Instant, plus } from '@guatu/core/shared'
import { sql } from 'kysely'
import { atEnd, type Ending, endNow } from '../platform/at-end.ts'
import type { Tx } from '../platform/db.ts'
import { hold } from '../platform/hold.ts'
import { newId } from '../platform/ids.ts'
import { listOf } from '../platform/lists.ts'

const monthOf = (on: Day): string => `${on.slice(0, 7)}-01`

interface OfMonth {
  readonly officeId: string
  readonly deltas: readonly Delta[]
}

/** What deltas come to in each month: the months that are changed, in an order in which no two wait for each other. */
function byMonth(deltas: readonly Delta[]) {
  const grouped = Map.groupBy(deltas, ({ serves, unit, trueOn }) => JSON.stringify([serves, monthOf(trueOn), unit]))
  return [...grouped].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, all]) => totalOf(all))
}

const lastOf = (texts: readonly string[]): string => texts.toSorted().at(-1) ?? ''

function totalOf(all: readonly Delta[]) {
  const [first] = all
  assert(first, 'a group has a member')
  const total = (of: (delta: Delta) => Change) => ({
    sum: all.reduce((sum, delta) => plus(sum, of(delta).sum), decimal(0)),
    count: all.reduce((sum, delta) => sum + of(delta).count, 0),
    rows: all.reduce((sum, delta) => sum + of(delta).rows, 0),
  })
  return {
    serves: first.serves,
    unit: first.unit,
    month: monthOf(first.trueOn),
    lastTrueOn: lastOf(all.map(({ trueOn }) => trueOn)),
    lastKnownAt: lastOf(all.map(({ knownAt }) => knownAt)),
    verified: total(({ verified }) => verified),
    reported: total(({ reported }) => reported),
  }
}

// Months are changed in place, so whoever works them out anew does so alone.
const monthsOf = (officeId: string): string => `months ${officeId}`

/** Adds to the months what a transaction changed, when it is nearly over: until then nobody waits for it. */
const monthsAtEnd: Ending<OfMonth> = {
  async run(tx, items) {
    for (const [officeId, own] of Map.groupBy(items, (item) => item.officeId)) {
      await hold(tx, monthsOf(officeId))
      await addToMonths(tx, officeId, byMonth(own.flatMap(({ deltas }) => deltas)))
    }
  },
}

async function addToMonths(tx: Tx, officeId: string, months: readonly ReturnType<typeof totalOf>[]): Promise<void> {
  await sql`
    insert into fact_sum (office_id, serves, unit, month, last_true_on, last_known_at,
      verified_sum, verified_count, verified_rows, reported_sum, reported_count, reported_rows)
    select ${officeId}::uuid, * from unnest(
      ${listOf(months, ({ serves }) => serves)}::text[], ${listOf(months, ({ unit }) => unit)}::text[],
      ${listOf(months, ({ month }) => month)}::date[], ${listOf(months, ({ lastTrueOn }) => lastTrueOn)}::date[],
      ${listOf(months, ({ lastKnownAt }) => lastKnownAt)}::timestamptz[],
      ${listOf(months, ({ verified }) => verified.sum)}::numeric[], ${listOf(months, ({ verified }) => verified.count)}::int[],
      ${listOf(months, ({ verified }) => verified.rows)}::int[], ${listOf(months, ({ reported }) => reported.sum)}::numeric[],
      ${listOf(months, ({ reported }) => reported.count)}::int[], ${listOf(months, ({ reported }) => reported.rows)}::int[])
    on conflict (office_id, serves, month, unit) do update set
      last_true_on = greatest(fact_sum.last_true_on, excluded.last_true_on),
      last_known_at = greatest(fact_sum.last_known_at, excluded.last_known_at),
      verified_sum = fact_sum.verified_sum + excluded.verified_sum,
      verified_count = fact_sum.verified_count + excluded.verified_count,
      verified_rows = fact_sum.verified_rows + excluded.verified_rows,
      reported_sum = fact_sum.reported_sum + excluded.reported_sum,
      reported_count = fact_sum.reported_count + excluded.reported_count,
      reported_rows = fact_sum.reported_rows + excluded.reported_rows`.execute(tx)
}

/** Works the months of an office out anew from its changes, and says how many were not what these come to. */
export async function mendMonths(tx: Tx, officeId: string): Promise<number> {
  await hold(tx, monthsOf(officeId))
  const { numAffectedRows } = await sql`
    insert into fact_sum (office_id, serves, unit, month, last_true_on, last_known_at,
      verified_sum, verified_count, verified_rows, reported_sum, reported_count, reported_rows)
    select office_id, serves, unit, date_trunc('month', true_on::timestamp)::date, max(true_on), max(known_at),
      sum(verified_sum), sum(verified_count), sum(verified_rows),
      sum(reported_sum), sum(reported_count), sum(reported_rows)
    from fact_delta where office_id = ${officeId} group by 1, 2, 3, 4
    on conflict (office_id, serves, month, unit) do update set
      last_true_on = excluded.last_true_on, last_known_at = excluded.last_known_at,
      verified_sum = excluded.verified_sum, verified_count = excluded.verified_count,
      verified_rows = excluded.verified_rows, reported_sum = excluded.reported_sum,
      reported_count = excluded.reported_count, reported_rows = excluded.reported_rows
    where (fact_sum.last_true_on, fact_sum.last_known_at, fact_sum.verified_sum, fact_sum.verified_count,
        fact_sum.verified_rows, fact_sum.reported_sum, fact_sum.reported_count, fact_sum.reported_rows)
      is distinct from (excluded.last_true_on, excluded.last_known_at, excluded.verified_sum, excluded.verified_count,
        excluded.verified_rows, excluded.reported_sum, excluded.reported_count, excluded.reported_rows)`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Adds deltas beside the months, which are then no more what the deltas come to. */
async function insertDeltas(tx: Tx, officeId: string, deltas: readonly Delta[]): Promise<void> {
  if (deltas.length === 0) return
  await sql`
    insert into fact_delta (office_id, id, serves, unit, unit_id, true_on, known_at,
      verified_sum, verified_count, verified_rows, reported_sum, reported_count, reported_rows)
    select ${officeId}::uuid, * from unnest(
      ${listOf(deltas, () => newId())}::uuid[], ${listOf(deltas, ({ serves }) => serves)}::text[],
      ${listOf(deltas, ({ unit }) => unit)}::text[], ${listOf(deltas, ({ unitId }) => unitId)}::uuid[],
      ${listOf(deltas, ({ trueOn }) => trueOn)}::date[], ${listOf(deltas, ({ knownAt }) => knownAt)}::timestamptz[],
      ${listOf(deltas, ({ verified }) => verified.sum)}::numeric[], ${listOf(deltas, ({ verified }) => verified.count)}::int[],
      ${listOf(deltas, ({ verified }) => verified.rows)}::int[], ${listOf(deltas, ({ reported }) => reported.sum)}::numeric[],
      ${listOf(deltas, ({ reported }) => reported.count)}::int[], ${listOf(deltas, ({ reported }) => reported.rows)}::int[])`.execute(
    tx,
  )
}

async function addDeltas(tx: Tx, officeId: string, deltas: readonly Delta[]): Promise<void> {
  await insertDeltas(tx, officeId, deltas)
  if (deltas.length > 0) atEnd(tx, monthsAtEnd, { officeId, deltas })
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

/** What versions that come in add to the sums: what the first ones say at once, the later ones after a look at their rows. */
export interface Adding {
  readonly fresh: readonly Delta[]
  readonly later: ReadonlySet<string>
}

export function sumsOfFresh(added: readonly Added[]): Adding {
  const [first = [], others = []] = [true, false].map((is) =>
    added.filter(({ entry }) => (entry.corrects === null) === is),
  )
  return {
    fresh: deltasMissing(
      first.flatMap((one) => deltasOf([{ ...one.entry, events: [] }], factsSaid(one))),
      [],
    ),
    later: new Set(others.map(({ entry }) => entry.id)),
  }
}

/** Keeps the sums beside versions that were just added; those that follow another change what it counted for. */
export async function sumEntries(tx: Tx, officeId: string, { fresh, later }: Adding, chains: Chains): Promise<void> {
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
  await addDeltas(tx, officeId, deltasMissing([...fresh, ...missing], []))
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

// A month of which all is asked for is told by its kept sum; of any other, its changes are added up. The months are looked
// through once for each, which takes less than holding them in between.
function sumsOf(officeId: string, { serves, from, to, knownAt }: SumAsked, month: ReturnType<typeof sql>) {
  const begin = sql`${from ?? '-infinity'}::date`
  const asked = sql`m.office_id = ${officeId} and m.serves = any(${listOf(serves, (one) => one)}::text[])`
  const isWhole = sql`m.last_true_on <= ${to}::date and m.last_known_at <= ${knownAt} and m.month >= ${begin}`
  return sql<MonthSum>`
    select serves, unit, ${month} as month, sum(verified_sum) as verified_sum,
      sum(verified_count)::int as verified_count, sum(verified_rows)::int as verified_rows,
      sum(reported_sum) as reported_sum, sum(reported_count)::int as reported_count,
      sum(reported_rows)::int as reported_rows
    from (
      select m.serves, m.unit, m.month, m.verified_sum, m.verified_count, m.verified_rows, m.reported_sum,
        m.reported_count, m.reported_rows
      from fact_sum m where ${asked} and ${isWhole}
      union all
      select m.serves, m.unit, m.month, d.verified_sum, d.verified_count, d.verified_rows, d.reported_sum,
        d.reported_count, d.reported_rows
      from fact_sum m cross join lateral (
        select * from fact_delta where office_id = ${officeId} and serves = m.serves and unit = m.unit
          and true_on between greatest(m.month, ${begin}) and least(m.last_true_on, ${to}::date)
          and known_at <= ${knownAt}
        offset 0) d
      where ${asked} and m.month <= ${to}::date and m.month > ${begin} - 31 and not (${isWhole})) part
    group by 1, 2, 3`
}

/** A sum of one month of what is true, the last one up to the day asked for. */
export type MonthSum = KeptSum & { readonly month: Day }

/** The sums of many targets and measures in one question, month by month. What was never reported has no row. */
export async function sumsByMonth(tx: Tx, officeId: string, asked: SumAsked): Promise<MonthSum[]> {
  if (asked.serves.length === 0) return []
  await endNow(tx, monthsAtEnd)
  const { rows } = await sumsOf(officeId, asked, sql`month`).execute(tx)
  return rows
}

/** The same in one sum each. */
export async function sumsInAll(tx: Tx, officeId: string, asked: SumAsked): Promise<KeptSum[]> {
  if (asked.serves.length === 0) return []
  await endNow(tx, monthsAtEnd)
  const { rows } = await sumsOf(officeId, asked, sql`null`).execute(tx)
  return rows
}

/** The sums of what some units alone report, month by month, and the last day that each month speaks of. */
export type UnitSum = MonthSum & { readonly last: Day }

/** As `sumsByMonth`, of the rows of these units only: added up of their changes, for months are kept for all units together. */
export async function sumsOfUnits(
  tx: Tx,
  officeId: string,
  { serves, to, knownAt }: Omit<SumAsked, 'from'>,
  unitIds: readonly string[],
): Promise<UnitSum[]> {
  if (serves.length === 0 || unitIds.length === 0) return []
  const { rows } = await sql<UnitSum>`
    select serves, unit, date_trunc('month', true_on::timestamp)::date as month, max(true_on) as last,
      sum(verified_sum) as verified_sum, sum(verified_count)::int as verified_count,
      sum(verified_rows)::int as verified_rows, sum(reported_sum) as reported_sum,
      sum(reported_count)::int as reported_count, sum(reported_rows)::int as reported_rows
    from fact_delta
    where office_id = ${officeId} and serves = any(${listOf(serves, (one) => one)}::text[])
      and unit_id = any(${listOf(unitIds, (one) => one)}::uuid[]) and true_on <= ${to} and known_at <= ${knownAt}
    group by 1, 2, 3
    having sum(reported_rows) > 0 or sum(verified_rows) > 0`.execute(tx)
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

/** Adds what a recount found missing; the months are mended afterwards. */
export const mendSums = insertDeltas
