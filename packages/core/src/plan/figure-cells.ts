import { type Decimal, decimal, times, type UnitRead, unitAt } from '../shared/index.ts'
import { flatten } from './flat.ts'
import type { Mention } from './mentions.ts'
import { numberAt } from './numerals/number.ts'
import type { Passage } from './quantity-scope.ts'

/** What the other cells of its row say of a cell that holds nothing but a figure. */
export interface FigureCell {
  /** What is measured: the words of the nearest cell before it that has any. */
  readonly name: string
  /** The unit of the row, of its column or of its name, as printed; empty where none of them gives one. */
  readonly unit: string
}

const unitHead = /^(?:计量|指标)?单位$/
const pastHead = /上年|去年|上一年|基数|基期|基准值|实绩|现状|同期/
const onlyFigure =
  /^(?:力争|达到|达|增长|完成|实现|突破|控制在|保持在|稳定在|不低于|不少于|不超过|不高于|超过|超|约|近|[≥≤><=±])*[\d.,%‰万亿千百余多]{1,20}/

const flat = (text: string, passage: Passage): string => flatten(text, passage.at).text

/** A unit with its multiplier (万吨), or null where the words are more or less than that. */
function unitOfWords(words: string): { unit: UnitRead; scale: Decimal } | null {
  const number = numberAt(`1${words}`, 0)
  if (!number || words === '') return null
  const unit = unitAt(`1${words}`, number.end, number.multiplier)
  return unit.kind !== 'none' && unit.end === words.length + 1 ? { unit, scale: number.value } : null
}

/** 规上工业总产值(亿元), 目标值(%): a unit in brackets. */
function bracketedUnit(words: string): string {
  const found = /\(([^()]{1,8})\)/.exec(words)?.[1] ?? ''
  return unitOfWords(found) ? found : ''
}

/** Whether a cell stands in a column of units, and so holds no figure of its own. */
export const isUnitCell = ({ cell }: Passage): boolean =>
  cell !== null && unitHead.test(flatten(cell.head, { start: 0, end: cell.head.length }).text)

/** Whether the column is named for an earlier year or for results, whatever the kind of its cells. */
export function isPastColumn({ cell }: Passage, year: number | null): boolean {
  if (cell === null) return false
  const named = /(20\d\d)年?/.exec(cell.head)
  return pastHead.test(cell.head) || (named !== null && year !== null && Number(named[1]) < year)
}

/** The cells of each table row, by the number of the row. */
export function rowsOf(passages: readonly Passage[]): ReadonlyMap<number, readonly Passage[]> {
  const rows = new Map<number, Passage[]>()
  for (const passage of passages) {
    if (passage.cell === null) continue
    const row = rows.get(passage.cell.row)
    if (row) row.push(passage)
    else rows.set(passage.cell.row, [passage])
  }
  return rows
}

/** Reads a cell's row for it, when the cell holds a figure and no words of its own; else null. */
export function figureCell(text: string, passage: Passage, row: readonly Passage[]): FigureCell | null {
  if (passage.cell === null || !isFigure(flat(text, passage))) return null
  const before = row.slice(0, row.indexOf(passage)).reverse()
  const named = before.find((each) => each.kind === 'body' && !isUnitCell(each) && /[一-龥]{2}/.test(flat(text, each)))
  const name = named ? flat(text, named) : ''
  const unitCell = row.find(isUnitCell)
  const own = unitCell ? flat(text, unitCell) : ''
  const head = flatten(passage.cell.head, { start: 0, end: passage.cell.head.length }).text
  return { name: name.replace(/\([^()]{0,20}\)$/, ''), unit: own || bracketedUnit(head) || bracketedUnit(name) }
}

/** A figure, with at most a comparator, a verb of reaching and a unit about it. */
function isFigure(words: string): boolean {
  const found = onlyFigure.exec(words)
  return found !== null && words.length - found[0].length <= 8 && !/[,。;、].*[一-龥]/.test(words)
}

/** A mention without a unit takes that of its row. */
export function withUnit(mention: Mention, unit: string): Mention {
  const read = mention.unitKind === 'none' ? unitOfWords(unit) : null
  if (!read) return mention
  const scaled = (value: Decimal): Decimal => (read.scale === '1' ? value : times(value, decimal(read.scale)))
  const { unit: name, kind } = read.unit
  const valueTo = mention.valueTo === null ? null : scaled(mention.valueTo)
  return { ...mention, value: scaled(mention.value), valueTo, unit: name, unitKind: kind, printedUnit: unit }
}
