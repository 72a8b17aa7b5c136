import type { PeriodType, Rhythm } from '@guatu/core/fact'
import { type Day, type Decimal, decimal, type Instant, instant } from '@guatu/core/shared'
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

export const momentOf = (at: string | null): Instant | null =>
  at === null ? null : instant(new Date(at).toISOString())

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
