import type * as contract from '@guatu/contract'
import {
  type Bounds,
  type BoundsInForce,
  boundsOn,
  communityWords,
  implausible,
  type PeriodType,
  streetLevel,
} from '@guatu/core/fact'
import {
  accept,
  compare,
  type Day,
  day,
  decimal,
  type Problem,
  type Result,
  reject,
  type Words,
} from '@guatu/core/shared'
import { isOpenUnit, unitsOf } from '../../office/index.ts'
import type { Tx } from '../../platform/db.ts'
import { hold } from '../../platform/hold.ts'
import { newId } from '../../platform/ids.ts'
import type { Writer } from '../draft.ts'
import { sourceSystemProblems } from './problems.ts'
import {
  addSeries,
  addSystem,
  type KeptSeries,
  type KeptSystem,
  namesTheSame,
  seriesOf,
  systemById,
  systemsOf,
} from './store.ts'

/** The register that readings go to. */
export const ofReadings = 'reading'

/** What a reading may be of. */
export interface ReadingMeasure {
  readonly label: Words
  readonly unit: string
  /** Of what periods its figures are. */
  readonly every: readonly PeriodType[]
  /** Between what its figures can be at all, as far as the books say so. */
  readonly bounds: Bounds
  /** Whether figures in this unit can be said in that of the measure. */
  readonly takes: (unit: string) => boolean
}

export type ReadingMeasures = ReadonlyMap<string, ReadingMeasure>

type Named = Pick<contract.NewSeries, 'measure' | 'community' | 'place' | 'periodType'>

type InForce = Named & Pick<KeptSeries, 'systemId' | 'code'>

/** The bounds that a series has beside those of its measure, which the row itself is held against. */
export const boundsBeside = (
  { measure, unit, lowest, highest, code }: KeptSeries,
  measures: ReadingMeasures,
): BoundsInForce => ({
  label: measures.get(measure)?.label ?? { zh: code, en: code },
  unit,
  least: lowest,
  most: highest,
})

/** Why the bounds of a series will not do, or null: each side is said by it or its measure, and never wider than there. */
function wrongBounds(
  { code, unit, ...series }: contract.NewSeries,
  measure: ReadingMeasure,
  today: Day,
): Problem | null {
  const own = [series.lowest, series.highest].map((side) => (side === undefined ? null : decimal(side)))
  const [lowest = null, highest = null] = own
  const bounds = boundsOn(measure.bounds, today)
  if ((lowest ?? bounds.least) === null || (highest ?? bounds.most) === null)
    return sourceSystemProblems('source_system.bounds_missing', { series: code, what: bounds.label.zh })
  if (lowest !== null && highest !== null && compare(lowest, highest) > 0)
    return sourceSystemProblems('source_system.bounds_crossed', { lowest, highest })
  return own.reduce<Problem | null>((found, side) => found ?? (side && implausible(side, unit, bounds)), null)
}

/** Why a series cannot be declared so, or null; `inForce` are those of every system of the office. */
function wrongIn(
  series: contract.NewSeries,
  systemId: string,
  measures: ReadingMeasures,
  communities: readonly string[],
  inForce: readonly InForce[],
  today: Day,
): Problem | null {
  const { measure, unit, community, code, periodType } = series
  const of = measures.get(measure)
  if (!of) return sourceSystemProblems('source_system.measure_unknown', { measure })
  if (!of.takes(unit)) return sourceSystemProblems('source_system.unit_unlike', { unit, measure: of.unit })
  if (!of.every.includes(periodType))
    return sourceSystemProblems('source_system.period_unlike', {
      what: of.label.zh,
      whatEn: of.label.en,
      period: periodWords[periodType].zh,
      every: of.every.map((one) => periodWords[one].zh).join('、'),
      everyEn: of.every.map((one) => periodWords[one].en).join(', '),
    })
  const unbounded = wrongBounds(series, of, today)
  if (unbounded) return unbounded
  if (community !== communityWords(streetLevel) && !communities.includes(community))
    return sourceSystemProblems('source_system.community_unknown', { community })
  if (inForce.some((one) => one.systemId === systemId && one.code === code))
    return sourceSystemProblems('source_system.code_taken', { series: code })
  const taken = inForce.find((one) => namesTheSame(one, series))
  return taken ? sourceSystemProblems('source_system.series_taken', { series: taken.code }) : null
}

const periodWords: Readonly<Record<PeriodType, Words>> = {
  hour: { zh: '小时', en: 'hour' },
  day: { zh: '日', en: 'day' },
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季', en: 'quarter' },
  year: { zh: '年', en: 'year' },
}

/** Adds series to a system, all of them or none. */
async function addAll(
  tx: Tx,
  writer: Writer,
  systemId: string,
  wanted: readonly contract.NewSeries[],
  measures: ReadingMeasures,
): Promise<Result<null>> {
  const { officeId, officerId, now, today } = writer
  const units = await unitsOf(tx, officeId)
  const communities = units.filter(({ kind }) => kind === 'community').map(({ name }) => name)
  const inForce: InForce[] = (await seriesOf(tx, officeId, now)).filter(({ endedAt }) => endedAt === null)
  const kept: Omit<KeptSeries, 'endedBy' | 'endedAt'>[] = []
  for (const wish of wanted) {
    const wrong = wrongIn(wish, systemId, measures, communities, inForce, today)
    if (wrong) return reject(wrong)
    const { from, lowest, highest, ...series } = wish
    inForce.push({ ...series, systemId })
    kept.push({
      ...series,
      lowest: lowest === undefined ? null : decimal(lowest),
      highest: highest === undefined ? null : decimal(highest),
      id: newId(),
      systemId,
      expectedFrom: day(from),
      declaredBy: officerId,
      declaredAt: now,
    })
  }
  await addSeries(tx, officeId, kept)
  return accept(null)
}

/** Held while the systems of an office, their series and their keys are changed. */
export const held = (officeId: string): string => `source systems ${officeId}`

/** Declares a system with what it may report. */
export async function declareSystem(
  tx: Tx,
  writer: Writer,
  { name, unitId, basis, series }: contract.NewSourceSystem,
  measures: ReadingMeasures,
): Promise<Result<{ id: string }>> {
  const { officeId, officerId, now, today } = writer
  await hold(tx, held(officeId))
  const taken = (await systemsOf(tx, officeId, now)).some((one) => one.name === name)
  if (taken) return reject(sourceSystemProblems('source_system.name_taken', { name }))
  const unit = (await unitsOf(tx, officeId)).find(({ id }) => id === unitId)
  if (!unit || !isOpenUnit(unit, today)) return reject(sourceSystemProblems('source_system.unit_unknown', {}))
  const id = newId()
  await addSystem(tx, officeId, { id, name, unitId, basis, declaredBy: officerId, declaredAt: now })
  const added = await addAll(tx, writer, id, series, measures)
  return added.ok ? accept({ id }) : added
}

/** Lets a system report one more series. */
export async function declareSeries(
  tx: Tx,
  writer: Writer,
  systemId: string,
  series: contract.NewSeries,
  measures: ReadingMeasures,
): Promise<Result<{ id: string }>> {
  await hold(tx, held(writer.officeId))
  const system: KeptSystem | null = await systemById(tx, writer.officeId, systemId, writer.now)
  if (!system) return reject(sourceSystemProblems('source_system.unknown', {}))
  const added = await addAll(tx, writer, systemId, [series], measures)
  return added.ok ? accept({ id: systemId }) : added
}
