import type { Day, Decimal, Problem } from '../../shared/index.ts'
import { compare, covered, decimal, isUscc } from '../../shared/index.ts'
import type { Column } from '../columns/index.ts'
import { countedDay, readSheetDay, readSheetTime } from './day.ts'
import { isFormulaError, isNothing, isOpen, narrowed, withoutApostrophe } from './empty.ts'
import { readFigure, type SheetUnit, sheetUnit } from './figure.ts'
import { sheetProblems } from './problems.ts'
import type { SheetField } from './shape.ts'

/** What is worth telling of a cell that was read all the same. */
export type Warning = 'approximate' | 'year-from-title' | 'formula-like-text' | 'no-figure' | 'personal' | 'hidden-row'

/** A cell as it was read: canonical text, empty where it says nothing, or what is wrong with it. */
export interface CellRead {
  readonly value: string
  readonly problem: Problem | null
  readonly warnings: readonly Warning[]
}

/** What a cell is read by besides its own words. */
export interface CellSetting {
  readonly field: SheetField
  /** The unit at the head of the column, or above the table. */
  readonly headUnit: SheetUnit | null
  readonly year: number | null
  /** The day from which `7天内` counts. */
  readonly countsFrom: Day | null
}

const read = (value: string, ...warnings: readonly Warning[]): CellRead => ({ value, problem: null, warnings })
const refused = (problem: Problem): CellRead => ({ value: '', problem, warnings: [] })

const labelOf = ({ column }: SheetField): string => column.label.zh

/** The unit in which a field is kept; null where it takes figures as they come. */
export function unitOfField(column: Column): SheetUnit | null {
  if (column.kind === 'money') return sheetUnit(column.unit)
  return column.kind === 'quantity' && column.unit !== undefined ? sheetUnit(column.unit) : null
}

function readDayCell(words: string, { field, year, countsFrom }: CellSetting): CellRead {
  const counted = field.countsFrom === undefined ? null : countedDay(words, countsFrom)
  if (counted) return read(counted)
  const facts = { column: labelOf(field), text: words }
  const day = readSheetDay(words, year)
  if (day.kind === 'invalid') return refused(sheetProblems('sheet.date_invalid', facts))
  if (day.kind !== 'day') return refused(sheetProblems('sheet.date_imprecise', facts))
  if (field.inYear && year !== null && Number(day.day.slice(0, 4)) !== year)
    return refused(sheetProblems('sheet.date_out_of_period', { ...facts, year }))
  return day.yearFromTitle ? read(day.day, 'year-from-title') : read(day.day)
}

function readMonthCell(words: string, { field, year }: CellSetting): CellRead {
  const day = readSheetDay(words, year)
  if (day.kind === 'month') return read(day.month)
  if (day.kind === 'day') return read(day.day.slice(0, 7))
  return refused(sheetProblems('sheet.date_invalid', { column: labelOf(field), text: words }))
}

const percentAmbiguousMax = decimal('1.5')
const zero = decimal(0)

/** 0.912 in a column of percentages is nine tenths of one per cent or ninety-one; only the writer knows. */
const isAmbiguous = (figure: Decimal): boolean =>
  compare(figure, zero) !== 0 && compare(decimal(figure.replace('-', '')), percentAmbiguousMax) <= 0

/** Reads a figure of a percentage or of a quantity by the unit of its field. */
export function readFigureCell(
  words: string,
  column: { readonly label: string; readonly percent: boolean; readonly unit: SheetUnit | null },
  headUnit: SheetUnit | null,
): CellRead {
  const facts = { column: column.label, text: words }
  const figure = readFigure(words, column.percent ? null : column.unit, column.percent ? null : headUnit)
  if (!figure.ok)
    return refused(
      figure.why === 'number'
        ? sheetProblems('sheet.number_invalid', facts)
        : sheetProblems('sheet.unit_other', { ...facts, unit: column.unit?.base ?? '' }),
    )
  if (figure.percent !== column.percent && figure.percent) return refused(sheetProblems('sheet.number_invalid', facts))
  if (column.percent && !figure.percent && isAmbiguous(figure.value))
    return refused(sheetProblems('sheet.ambiguous_percent', facts))
  return figure.approximate ? read(figure.value, 'approximate') : read(figure.value)
}

const truths = new Map([
  ['是', '是'],
  ['有', '是'],
  ['√', '是'],
  ['✓', '是'],
  ['TRUE', '是'],
  ['Y', '是'],
  ['否', '否'],
  ['×', '否'],
  ['FALSE', '否'],
  ['N', '否'],
])

const startsLikeFormula = /^[=]/

function readText(words: string, { field }: CellSetting): CellRead {
  if (field.isTime) return read(readSheetTime(words))
  return startsLikeFormula.test(words) ? read(words, 'formula-like-text') : read(words)
}

function readByKind(words: string, setting: CellSetting): CellRead {
  const { column } = setting.field
  switch (column.kind) {
    case 'date':
      return readDayCell(words, setting)
    case 'month':
      return readMonthCell(words, setting)
    case 'quantity':
    case 'money':
    case 'percentage': {
      const label = labelOf(setting.field)
      return readFigureCell(
        words,
        { label, percent: column.kind === 'percentage', unit: unitOfField(column) },
        setting.headUnit,
      )
    }
    case 'yesNo':
      return read(truths.get(narrowed(words).toUpperCase()) ?? words)
    case 'uscc':
      return read(narrowed(words).toUpperCase())
    case 'phone':
      // A line that was exported with its middle covered says nothing that is not kept already.
      return read(words.includes('*') ? '' : words)
    case 'community':
      return read(withoutSuffix(narrowed(words)))
    default:
      return readText(words, setting)
  }
}

const withoutSuffix = (name: string): string => (name.length > 2 && name.endsWith('社区') ? name.slice(0, -2) : name)

const figureKinds = new Set<Column['kind']>(['quantity', 'money', 'percentage'])

/** Reads one cell for the field that its column holds. Numbers of persons are covered before anything looks at it. */
export function readCell(cell: string, setting: CellSetting): CellRead {
  if (cell === '') return read('')
  // A code of an enterprise may look like an identity number; its check digit tells.
  const isCode = setting.field.column.kind === 'uscc' && isUscc(narrowed(cell).toUpperCase())
  const safe = isCode ? { words: cell, personal: false } : covered(cell)
  if (isFormulaError(safe.words))
    return refused(sheetProblems('sheet.formula_error', { column: labelOf(setting.field), text: safe.words }))
  const words = withoutApostrophe(safe.words)
  if (words === '' && safe.personal) return read('', 'personal')
  if (isNothing(narrowed(words)) && !saysNo(setting.field, words))
    return figureKinds.has(setting.field.column.kind) && isOpen(words) ? read('', 'no-figure') : read('')
  const { value, problem, warnings } = readByKind(words, setting)
  return { value, problem, warnings: safe.personal ? [...warnings, 'personal'] : warnings }
}

/** 无 is one of the things to choose in some columns. */
const saysNo = ({ column }: SheetField, words: string): boolean =>
  (column.kind === 'choice' || column.kind === 'choices') && column.options.some(({ label }) => label.zh === words)
