import * as contract from '@guatu/contract'
import { type BoundsInForce, implausible, periodEnd, periodStart, type RowText } from '@guatu/core/fact'
import { accept, type Day, day, decimal, isDay, type Result, reject } from '@guatu/core/shared'
import { readBody } from '../../platform/schema.ts'
import { sourceSystemProblems } from './problems.ts'
import type { KeptSeries, KeptSystem } from './store.ts'

/** A reading as its series takes it, with the row that it becomes. */
export interface ReadReading {
  readonly series: KeptSeries
  /** What tells it from the other readings of its system. */
  readonly key: string
  readonly through: Day
  readonly row: RowText
}

/** A decimal written out in full. */
export const writtenOut = /^-?\d{1,40}(?:\.\d{1,20})?$/
// So many digits every number of a program holds exactly; with more, what arrives may be another figure than was sent.
const digitsMax = 15

/** A figure as text, exact: null where it was not written out, or as a number that may have lost digits. */
function exactText(sent: string | number): string | null {
  const text = String(sent).trim()
  if (!writtenOut.test(text)) return null
  return typeof sent === 'number' && text.replace(/\D/g, '').length > digitsMax ? null : text
}

interface Figures {
  readonly value: string
  readonly numerator: string
  readonly denominator: string
}

function figuresIn({ value, numerator, denominator }: contract.SentReading): Result<Figures> {
  const texts = [value, numerator, denominator].map((sent) => (sent === undefined ? '' : exactText(sent)))
  const wrong = texts.indexOf(null)
  if (wrong >= 0)
    return reject(
      sourceSystemProblems('source_system.value_inexact', { text: String([value, numerator, denominator][wrong]) }),
    )
  const [first, second, third] = texts
  return accept({ value: first ?? '', numerator: second ?? '', denominator: third ?? '' })
}

/** The row of the register of readings; what was not sent is empty, so that a correction says all of it anew. */
function rowOf(
  system: KeptSystem,
  { measure, place, community, periodType, unit }: KeptSeries,
  sent: contract.SentReading,
  figures: Figures,
  through: Day,
): RowText {
  const { period, hour, quality = 'valid', validHours, base = '' } = sent
  return {
    indicator: measure,
    place,
    community,
    periodType,
    periodStart: period,
    hour: hour === undefined ? '' : String(hour),
    asOf: through,
    ...figures,
    unit,
    base,
    quality,
    validHours: validHours === undefined ? '' : String(validHours),
    sourceName: system.name,
    revision: '1',
    origin: 'api',
  }
}

/** Reads one reading of a batch against the series of its system, or says what is wrong with it. */
export function readReading(
  system: KeptSystem,
  series: ReadonlyMap<string, KeptSeries>,
  body: unknown,
  boundsOf: (series: KeptSeries) => BoundsInForce,
): Result<ReadReading> {
  const read = readBody(contract.sentReading, body)
  if (!read.ok) {
    const { where = '', why = '', whyEn = '' } = read.problem.facts as Readonly<Record<string, string>>
    return reject(
      sourceSystemProblems('source_system.reading_misshapen', { where: where.replace(/^内容 ?/, ''), why, whyEn }),
    )
  }
  const sent = read.value
  const own = series.get(sent.series)
  if (!own) return reject(sourceSystemProblems('source_system.series_unknown', { series: sent.series }))
  if (sent.unit !== undefined && sent.unit.trim() !== own.unit)
    return reject(sourceSystemProblems('source_system.unit_wrong', { unit: sent.unit, declared: own.unit }))
  const period = isDay(sent.period) ? day(sent.period) : null
  const starts = period && periodStart(own.periodType, period)
  if (period === null || starts !== period)
    return reject(
      sourceSystemProblems('source_system.period_misplaced', { period: sent.period, starts: starts ?? '—' }),
    )
  const figures = figuresIn(sent)
  if (!figures.ok) return figures
  const { value } = figures.value
  const problem = value === '' ? null : implausible(decimal(value), own.unit, boundsOf(own))
  if (problem) return reject(problem)
  const through = sent.asOf === undefined ? periodEnd(own.periodType, period) : day(sent.asOf)
  const key = [own.id, period, sent.hour ?? '', sent.base ?? ''].join(' ')
  return accept({ series: own, key, through, row: rowOf(system, own, sent, figures.value, through) })
}
