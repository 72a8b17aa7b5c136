import {
  accept,
  compare,
  type Decimal,
  decimal,
  isDecimal,
  type Problem,
  type Result,
  readUnit,
  reject,
  times,
  unitWords,
  type Words,
} from '../../shared/index.ts'
import { factProblems } from '../problems.ts'
import { type Bound, boundOn, figuresIn } from '../register/bound.ts'
import { rowProblems } from '../row-problems.ts'
import type { ColumnBase, ColumnKind, ColumnMore } from './base.ts'
import { halfWidth, readDecimal } from './typed.ts'
import { isText, type OfficeContext, type Value } from './value.ts'

interface NumberMore extends ColumnMore {
  readonly min?: Bound
  readonly max?: Bound
}

interface NumberColumn extends ColumnBase, NumberMore {
  /** The most places behind the point; 0 for what is counted whole. Left out: as many as the figure has. */
  readonly scale?: number
}

/** 数量: an exact decimal in the unit it names; in the unit of its target where it names none. */
export interface QuantityColumn extends NumberColumn {
  readonly kind: 'quantity'
  readonly unit?: string
}

/** 金额: an exact decimal, in the unit that people enter. */
export interface MoneyColumn extends NumberColumn {
  readonly kind: 'money'
  readonly unit: '元' | '万元'
}

/** 百分数: 85.5 for 85.5 %. Growth may be below 0 and above 100 where `min` and `max` say so. */
export interface PercentageColumn extends NumberColumn {
  readonly kind: 'percentage'
}

type AnyNumber = QuantityColumn | MoneyColumn | PercentageColumn

const zero = decimal(0)

export const quantity = (
  label: QuantityColumn['label'],
  more: NumberMore & { readonly unit?: string; readonly scale?: number } = {},
): QuantityColumn => ({ kind: 'quantity', label, ...more })

/** A whole number of things, not below 0. */
export const count = (label: QuantityColumn['label'], unit: string, more: NumberMore = {}): QuantityColumn => ({
  kind: 'quantity',
  label,
  unit,
  scale: 0,
  min: zero,
  ...more,
})

/** An amount of money with two places, not below 0. */
export const money = (label: MoneyColumn['label'], unit: MoneyColumn['unit'], more: NumberMore = {}): MoneyColumn => ({
  kind: 'money',
  label,
  unit,
  scale: 2,
  min: zero,
  ...more,
})

/** A percentage from 0 to 100 with two places, unless it says otherwise. */
export const percentage = (label: PercentageColumn['label'], more: NumberMore = {}): PercentageColumn => ({
  kind: 'percentage',
  label,
  scale: 2,
  min: zero,
  max: decimal(100),
  ...more,
})

function mistakes({ scale, min, max, ...column }: AnyNumber): readonly Words[] {
  const found: Words[] = []
  if (scale !== undefined && !(Number.isInteger(scale) && scale >= 0 && scale <= 10))
    found.push({
      zh: `小数${scale}位不行，请给0到10之间的整数`,
      en: `scale is ${scale}; give a whole number from 0 to 10`,
    })
  const wrong = [...figuresIn(min), ...figuresIn(max)].find((figure) => !isDecimal(figure))
  if (wrong !== undefined)
    found.push({ zh: `上下限「${wrong}」不是数，请写数字`, en: `the bound ${wrong} is no decimal; write it as digits` })
  else if (figuresIn(min).some((least) => figuresIn(max).some((most) => compare(least, most) > 0)))
    found.push({ zh: '下限比上限大，请对调', en: 'min lies above max; exchange them' })
  if (column.kind === 'quantity' && column.unit?.trim() === '')
    found.push({ zh: '单位是空的，请写明或者去掉', en: 'unit is empty; name it or leave it out' })
  return found
}

/** The unit that figures of a column are in, as people write it; empty where they are in that of their target. */
export const unitOf = (column: AnyNumber): string =>
  column.kind === 'percentage' ? '%' : unitWords('', column.unit && unitWords(column.unit))

const placesOf = (figure: Decimal): number => figure.split('.')[1]?.length ?? 0

function tooFine(column: AnyNumber, figure: Decimal): Problem | null {
  const { scale, label } = column
  if (scale === undefined || placesOf(figure) <= scale) return null
  return scale === 0
    ? rowProblems('fact.number_not_whole', { column: label.zh, text: figure })
    : rowProblems('fact.number_too_fine', { column: label.zh, text: figure, scale })
}

function outOfBounds(column: AnyNumber, figure: Decimal, { today }: OfficeContext): Problem | null {
  const facts = { column: column.label.zh, text: figure, unit: unitOf(column) }
  const least = column.min === undefined ? null : boundOn(column.min, today)
  if (least !== null && compare(figure, least) < 0) return rowProblems('fact.number_below', { ...facts, least })
  const most = column.max === undefined ? null : boundOn(column.max, today)
  return most !== null && compare(figure, most) > 0 ? rowProblems('fact.number_above', { ...facts, most }) : null
}

function check(column: AnyNumber, value: Value, office: OfficeContext): Result<Value> {
  const label = column.label.zh
  if (!isText(value)) return reject(rowProblems('fact.value_misshapen', { column: label }))
  const written = value.trim()
  if (!isDecimal(written)) return reject(factProblems('fact.quantity_unreadable', { column: label, text: written }))
  const figure = decimal(written)
  const problem = tooFine(column, figure) ?? outOfBounds(column, figure, office)
  return problem ? reject(problem) : accept(figure)
}

const figureThenWords = /^([-\d,.]*\d)\s*([^\d\s].*)$/

/** How many of the column's own units one of the unit behind a figure is; null where it is another unit. */
function timesOf(column: AnyNumber, words: string): Decimal | null {
  if (column.kind === 'percentage') return words === '%' ? decimal(1) : null
  const own = column.unit === undefined ? null : readUnit(column.unit)
  if (own === null) return null
  const said = readUnit(words)
  // 3.5万 of money is 3.5万元, whatever unit the column has; of people it is 3.5万人.
  const isBare = said.unit === '' && said.scale !== '1'
  const scale = isBare && column.kind === 'quantity' ? times(said.scale, own.scale) : said.scale
  if (!isBare && said.unit !== own.unit && unitWords(own.unit) !== words) return null
  return shownScale(scale, own.scale)
}

// Both are powers of ten, and the quotient of two is a power of ten again.
const shownScale = (scale: Decimal, own: Decimal): Decimal => {
  const places = own.length - 1
  return places === 0 ? scale : times(scale, decimal(`0.${'0'.repeat(places - 1)}1`))
}

/** A figure in thousands or full width, with the unit of its column, another multiple of it, or none behind it. */
function read(column: AnyNumber, typed: string): Result<Value> {
  const label = column.label.zh
  const plain = readDecimal(typed)
  if (plain !== null) return accept(plain)
  const found = figureThenWords.exec(halfWidth(typed))
  const figure = found && readDecimal(found[1] ?? '')
  const unreadable = () => reject(factProblems('fact.quantity_unreadable', { column: label, text: typed.trim() }))
  if (!figure || (column.kind === 'quantity' && column.unit === undefined)) return unreadable()
  const words = (found[2] ?? '').trim()
  const factor = timesOf(column, words)
  return factor === null
    ? reject(rowProblems('fact.unit_mismatch', { column: label, text: typed.trim(), unit: unitOf(column) }))
    : accept(times(figure, factor))
}

/** Quantities, money and percentages: exact, as fine as declared, within their bounds. */
export const numberKind: ColumnKind<AnyNumber> = { mistakes, read, check }
