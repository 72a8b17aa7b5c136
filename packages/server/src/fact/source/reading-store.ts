import { type Freshness, freshness, type PeriodType } from '@guatu/core/fact'
import { type AsOf, type Day, type Instant, instant, yearOf } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { type KeptSeries, momentOf, namesTheSame, rhythmOf, seriesOf } from './store.ts'

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
