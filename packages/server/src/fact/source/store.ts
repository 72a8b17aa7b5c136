import type { Freshness, PeriodType, Rhythm } from '@guatu/core/fact'
import { freshness } from '@guatu/core/fact'
import { type AsOf, type Day, type Decimal, decimal, type Instant, instant, yearOf } from '@guatu/core/shared'
import { sql } from 'kysely'
import { noteChanged } from '../../platform/audit/changed.ts'
import type { Tx } from '../../platform/db.ts'

export interface KeptSystem {
  readonly id: string
  readonly name: string
  readonly unitId: string
  readonly basis: string
  readonly declaredBy: string
  readonly declaredAt: Instant
}

export interface KeptSeries {
  readonly id: string
  readonly systemId: string
  readonly code: string
  readonly measure: string
  readonly community: string
  readonly place: string
  readonly periodType: PeriodType
  readonly unit: string
  readonly lagDays: number
  readonly rhythmSource: string
  readonly expectedFrom: Day
  /** Its own bounds, in its unit; null on a side that it leaves to the measure. */
  readonly lowest: Decimal | null
  readonly highest: Decimal | null
  readonly declaredBy: string
  readonly declaredAt: Instant
  readonly endedBy: string | null
  readonly endedAt: Instant | null
}

export interface KeptKey {
  readonly id: string
  readonly systemId: string
  readonly issuedBy: string
  readonly issuedAt: Instant
  readonly untilAt: Instant | null
  readonly lastSeenAt: Instant | null
  readonly revokedBy: string | null
  readonly revokedAt: Instant | null
}

/** Two series that name the same take the same rows, by whatever code or system they come. */
export const namesTheSame = (
  a: Pick<KeptSeries, 'measure' | 'community' | 'place' | 'periodType'>,
  b: Pick<KeptSeries, 'measure' | 'community' | 'place' | 'periodType'>,
): boolean =>
  a.measure === b.measure && a.community === b.community && a.place === b.place && a.periodType === b.periodType

export const rhythmOf = ({ periodType, lagDays, expectedFrom }: KeptSeries): Rhythm => ({
  every: periodType,
  lagDays,
  from: expectedFrom,
})

const momentOf = (at: string | null): Instant | null => (at === null ? null : instant(new Date(at).toISOString()))

/** The systems that were declared by a moment, in the order in which they were. */
export async function systemsOf(tx: Tx, officeId: string, knownAt: Instant): Promise<KeptSystem[]> {
  const rows = await tx
    .selectFrom('sourceSystem')
    .where('officeId', '=', officeId)
    .where('declaredAt', '<=', knownAt)
    .select(['id', 'name', 'unitId', 'basis', 'declaredBy', 'declaredAt'])
    .orderBy('declaredAt')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, declaredAt: instant(new Date(row.declaredAt).toISOString()) }))
}

export const systemById = async (tx: Tx, officeId: string, id: string, now: Instant): Promise<KeptSystem | null> =>
  (await systemsOf(tx, officeId, now)).find((system) => system.id === id) ?? null

/** Every series that was declared by a moment; when it ended only as far as that was known then. */
export async function seriesOf(tx: Tx, officeId: string, knownAt: Instant): Promise<KeptSeries[]> {
  const rows = await tx
    .selectFrom('sourceSeries')
    .where('officeId', '=', officeId)
    .where('declaredAt', '<=', knownAt)
    .selectAll()
    .orderBy('declaredAt')
    .orderBy('id')
    .execute()
  return rows.map((kept) => {
    const { officeId: _, ...row } = kept
    const endedAt = momentOf(row.endedAt)
    const ended = endedAt !== null && endedAt <= knownAt
    return {
      ...row,
      periodType: row.periodType as PeriodType,
      expectedFrom: row.expectedFrom as Day,
      lowest: row.lowest === null ? null : decimal(row.lowest),
      highest: row.highest === null ? null : decimal(row.highest),
      declaredAt: instant(new Date(row.declaredAt).toISOString()),
      endedBy: ended ? row.endedBy : null,
      endedAt: ended ? endedAt : null,
    }
  })
}

export async function addSystem(tx: Tx, officeId: string, system: KeptSystem): Promise<void> {
  noteChanged(tx, null, system)
  await tx
    .insertInto('sourceSystem')
    .values({ officeId, ...system })
    .execute()
}

export async function addSeries(
  tx: Tx,
  officeId: string,
  series: readonly Omit<KeptSeries, 'endedBy' | 'endedAt'>[],
): Promise<void> {
  for (const one of series) noteChanged(tx, null, one)
  await tx
    .insertInto('sourceSeries')
    .values(series.map((one) => ({ officeId, ...one })))
    .execute()
}

/** Ends a series; false where there is none, true also where it had ended. */
export async function endSeries(tx: Tx, officeId: string, id: string, by: string, now: Instant): Promise<boolean> {
  const found = (await seriesOf(tx, officeId, now)).find((one) => one.id === id)
  if (!found) return false
  if (found.endedAt !== null) return true
  const ended = { endedBy: by, endedAt: now }
  noteChanged(tx, found, { ...found, ...ended })
  await tx
    .updateTable('sourceSeries')
    .set(ended)
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute()
  return true
}

const keys = (tx: Tx, officeId: string) =>
  tx
    .selectFrom('sourceKey')
    .where('officeId', '=', officeId)
    .select(['id', 'systemId', 'issuedBy', 'issuedAt', 'untilAt', 'lastSeenAt', 'revokedBy', 'revokedAt'])

type KeyRow = Awaited<ReturnType<ReturnType<typeof keys>['execute']>>[number]

const keyFrom = (row: KeyRow): KeptKey => ({
  ...row,
  issuedAt: instant(new Date(row.issuedAt).toISOString()),
  untilAt: momentOf(row.untilAt),
  lastSeenAt: momentOf(row.lastSeenAt),
  revokedAt: momentOf(row.revokedAt),
})

/** Newest first. */
export const keysOf = async (tx: Tx, officeId: string): Promise<KeptKey[]> =>
  (await keys(tx, officeId).orderBy('issuedAt', 'desc').orderBy('id', 'desc').execute()).map(keyFrom)

export async function keyWith(tx: Tx, officeId: string, keyHash: string): Promise<KeptKey | null> {
  const row = await keys(tx, officeId).where('keyHash', '=', keyHash).executeTakeFirst()
  return row ? keyFrom(row) : null
}

/** Adds a key; those that were in force hold beside it until a moment. */
export async function addKey(
  tx: Tx,
  officeId: string,
  key: Pick<KeptKey, 'id' | 'systemId' | 'issuedBy' | 'issuedAt'> & { readonly keyHash: string },
  overlapUntil: Instant,
): Promise<void> {
  const inForce = await keys(tx, officeId)
    .where('systemId', '=', key.systemId)
    .where('untilAt', 'is', null)
    .where('revokedAt', 'is', null)
    .execute()
  for (const one of inForce.map(keyFrom)) noteChanged(tx, one, { ...one, untilAt: overlapUntil })
  const { keyHash: _, ...added } = key
  noteChanged(tx, null, added)
  await tx
    .updateTable('sourceKey')
    .set({ untilAt: overlapUntil })
    .where('officeId', '=', officeId)
    .where('systemId', '=', key.systemId)
    .where('untilAt', 'is', null)
    .where('revokedAt', 'is', null)
    .execute()
  await tx
    .insertInto('sourceKey')
    .values({ officeId, ...key })
    .execute()
}

export async function seeKey(tx: Tx, officeId: string, id: string, now: Instant): Promise<void> {
  await tx
    .updateTable('sourceKey')
    .set({ lastSeenAt: now })
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .execute()
}

/** Takes a key back; who did so first stays on record. False where there is no such key. */
export async function revokeKey(tx: Tx, officeId: string, id: string, by: string, now: Instant): Promise<boolean> {
  const found = await keys(tx, officeId).where('id', '=', id).executeTakeFirst()
  if (!found) return false
  if (found.revokedAt !== null) return true
  const kept = keyFrom(found)
  noteChanged(tx, kept, { ...kept, revokedBy: by, revokedAt: now })
  await tx
    .updateTable('sourceKey')
    .set({ revokedBy: by, revokedAt: now })
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .execute()
  return true
}

/** Which reading of which series a row is. */
export interface KeptReading {
  readonly entryId: string
  readonly seriesId: string
  readonly through: Day
  readonly knownAt: Instant
}

export async function addReadings(tx: Tx, officeId: string, readings: readonly KeptReading[]): Promise<void> {
  if (readings.length === 0) return
  await tx
    .insertInto('sourceReading')
    .values(readings.map((one) => ({ officeId, ...one })))
    .execute()
}

/** A series with how far it had come. */
export interface SeriesSeen extends KeptSeries {
  readonly seen: Freshness
}

/** Readings of series as they bear on freshness: through which day, since when known, and when somebody sent them back. */
export interface Arrived {
  readonly seriesId: string
  readonly through: Day
  readonly knownAt: Instant
  readonly fallenAt: Instant | null
}

/** Whatever one series reported, another of its system reports when it is declared anew: they are of the same figure. */
const isOfSame = (a: KeptSeries, b: KeptSeries): boolean => a.systemId === b.systemId && namesTheSame(a, b)

/** The series with how far each had come: what one that ended has brought is there for the one that came after it. */
const seenBy = (series: readonly KeptSeries[], arrived: readonly Arrived[], { on, knownAt }: AsOf): SeriesSeen[] => {
  const standing = arrived.filter(
    (one) => one.through <= on && one.knownAt <= knownAt && (one.fallenAt === null || one.fallenAt > knownAt),
  )
  const bySeries = Map.groupBy(standing, ({ seriesId }) => seriesId)
  const known = series.filter(({ declaredAt }) => declaredAt <= knownAt)
  return known.map((one) => {
    const line = known.filter((other) => isOfSame(one, other) && other.declaredAt <= one.declaredAt)
    const through = line.flatMap(({ id }) => bySeries.get(id) ?? []).map(({ through: day }) => day)
    return { ...one, seen: freshness(rhythmOf(one), new Set(through), on) }
  })
}

/** The readings of each series on a day, as known at a moment: those that nobody had sent back by then. */
async function standingOf(tx: Tx, officeId: string, ids: readonly string[], { on, knownAt }: AsOf): Promise<Arrived[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ readonly seriesId: string; readonly through: Day }>`
    select distinct r.series_id, r.through from source_reading r
    where r.office_id = ${officeId} and r.series_id = any(${sql.val([...ids])}::uuid[])
      and r.through <= ${on} and r.known_at <= ${knownAt}
      and not exists (select 1 from entry_event v where v.office_id = r.office_id and v.entry_id = r.entry_id
        and v.kind in ('returned', 'withdrawn') and v.at <= ${knownAt})`.execute(tx)
  return rows.map((row) => ({ ...row, knownAt, fallenAt: null }))
}

/** How far each series had come on a day, as known at a moment. Measures left out are all of them. */
export async function seriesSeen(
  tx: Tx,
  officeId: string,
  asOf: AsOf,
  measures?: readonly string[],
): Promise<SeriesSeen[]> {
  const known = (await seriesOf(tx, officeId, asOf.knownAt)).filter(
    ({ measure }) => measures === undefined || measures.includes(measure),
  )
  const ids = known.map(({ id }) => id)
  return seenBy(known, await standingOf(tx, officeId, ids, asOf), asOf)
}

/** The oldest of days, null where one of them is. */
export const oldestOf = (days: readonly (Day | null)[]): Day | null =>
  days.includes(null) ? null : (days.toSorted()[0] ?? null)

/** What was behind of a measure: the day of its last reading where it is 未更新, and the periods that it lacks. */
export interface Behind {
  readonly stale: { readonly since: Day | null } | null
  readonly missing: readonly { readonly every: PeriodType; readonly start: Day }[]
}

const ofSeries = (series: readonly SeriesSeen[], year: string): Behind => {
  const stale = series.filter(({ seen: { state } }) => state === 'stale')
  return {
    stale: stale.length === 0 ? null : { since: oldestOf(stale.map(({ seen: { last } }) => last)) },
    missing: series.flatMap(({ periodType: every, seen: { missing } }) =>
      missing.filter((start) => start.startsWith(year)).map((start) => ({ every, start })),
    ),
  }
}

/** What was behind by measure, on a day of a year; series that ended are not waited for any more. */
function behindOf(seen: readonly SeriesSeen[], { on, knownAt }: AsOf): ReadonlyMap<string, Behind> {
  const inForce = seen.filter(({ endedAt }) => endedAt === null || endedAt > knownAt)
  const byMeasure = Map.groupBy(inForce, ({ measure }) => measure)
  return new Map([...byMeasure].map(([measure, series]) => [measure, ofSeries(series, String(yearOf(on)))]))
}

export async function measuresBehind(
  tx: Tx,
  officeId: string,
  asOf: AsOf,
  measures: readonly string[],
): Promise<ReadonlyMap<string, Behind>> {
  return measures.length === 0 ? new Map() : behindOf(await seriesSeen(tx, officeId, asOf, measures), asOf)
}

/** Everything by which it is told for any day before which measures were up to date. */
export interface Feeds {
  readonly series: readonly KeptSeries[]
  readonly arrived: readonly Arrived[]
}

export async function feedsOf(
  tx: Tx,
  officeId: string,
  measures: readonly string[],
  { on, knownAt }: AsOf,
): Promise<Feeds> {
  const known = measures.length === 0 ? [] : await seriesOf(tx, officeId, knownAt)
  const series = known.filter(({ measure }) => measures.includes(measure))
  if (series.length === 0) return { series, arrived: [] }
  const { rows } = await sql<Arrived>`
    select r.series_id, r.through, r.known_at, (
      select min(v.at) from entry_event v where v.office_id = r.office_id and v.entry_id = r.entry_id
        and v.kind in ('returned', 'withdrawn')) as fallen_at
    from source_reading r where r.office_id = ${officeId} and r.through <= ${on} and r.known_at <= ${knownAt}
      and r.series_id = any(${sql.val(series.map(({ id }) => id))}::uuid[])`.execute(tx)
  const arrived = rows.map((row) => ({
    ...row,
    knownAt: instant(new Date(row.knownAt).toISOString()),
    fallenAt: momentOf(row.fallenAt),
  }))
  return { series, arrived }
}

/** Which measures were behind on a day, as known at a moment. */
export const behindAt = ({ series, arrived }: Feeds, asOf: AsOf): ReadonlyMap<string, Behind> =>
  behindOf(seenBy(series, arrived, asOf), asOf)
