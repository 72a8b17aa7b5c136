import { asideOf } from '../../plan/index.ts'
import { type Day, decimal, isDay, type Problem } from '../../shared/index.ts'
import { type Column, checkValue } from '../columns/index.ts'
import type { OfficeContext } from '../columns/value.ts'
import { factProblems } from '../problems.ts'
import { brokenBy } from '../register/check-rule.ts'
import { type CellSetting, readCell, type Warning } from './cells.ts'
import { type SheetUnit, sheetUnit } from './figure.ts'
import type { SheetColumn, SheetHead } from './heads.ts'
import type { SheetMapping } from './mapping.ts'
import { sheetProblems } from './problems.ts'
import { reasonOf, type SheetReason } from './reasons.ts'
import { isNeeded, type SheetField, type SheetShape, type WideFields } from './shape.ts'

/** Why a row below the head is passed over. */
export type Passed = 'blank' | 'subtotal' | 'note' | 'group heading' | 'head again' | 'no value'

export interface Warned {
  readonly warn: Warning
  /** From 0; null where it is about the whole row. */
  readonly at: number | null
}

interface OfRow {
  /** As the sheet numbers it, from 1. */
  readonly row: number
  /** The column from 0; of a wide sheet the one cell that the outcome is about. */
  readonly at: number | null
}

export interface WrongCell {
  /** From 0; null where it is about the whole row. */
  readonly at: number | null
  readonly problem: Problem
}

/** What became of a row of a sheet, or of one cell of a wide one. */
export type RowOutcome =
  | (OfRow & {
      readonly became: 'read'
      /** Canonical text by field, the empty ones left out. */
      readonly values: Readonly<Record<string, string>>
      readonly warnings: readonly Warned[]
    })
  | (OfRow & {
      readonly became: 'refused'
      /** What is wrong first, from the left. */
      readonly problem: Problem
      readonly reason: SheetReason
      /** All that is wrong. */
      readonly wrong: readonly WrongCell[]
      /** What could be read of it. */
      readonly values: Readonly<Record<string, string>>
    })
  | (OfRow & { readonly became: 'passed'; readonly why: Passed })

/** A row as it comes from the sheet, merged words repeated in every place. */
export interface GridRow {
  readonly row: number
  readonly hidden: boolean
  readonly cells: readonly string[]
}

export interface RowReading {
  readonly shape: SheetShape
  readonly head: SheetHead
  readonly mapping: SheetMapping
  readonly today: Day
}

/** Everything an office knows besides the row: at this stage only the day, for what lies ahead. */
const contextOn = (today: Day): OfficeContext => ({
  today,
  units: new Set(),
  communities: new Set(),
  targets: new Set(),
  area: null,
  hasRow: () => true,
})

/** Whether the values of a kind can be judged without the office; names of its units and rows are looked up later. */
const isChecked = ({ column }: SheetField): boolean =>
  ['text', 'longText', 'date', 'month', 'quantity', 'money', 'percentage', 'choice', 'uscc'].includes(column.kind)

const passedWhy = {
  blank: 'blank',
  subtotal: 'subtotal',
  note: 'note',
  group: 'group heading',
  head: 'head again',
} as const

const isSerial = ({ own }: SheetColumn): boolean => /^(?:序号|序|编号|项次)$/.test(own)

interface Placed {
  readonly id: string
  readonly at: number
  readonly field: SheetField
  readonly headUnit: SheetUnit | null
}

/** Columns as the reader of task tables knows them, so that both tell headings of groups, sums and notes alike. */
function asideColumns({ columns }: SheetHead, width: number) {
  const byPlace = new Map(columns.map((column) => [column.at, column]))
  return Array.from({ length: width }, (_, at) => {
    const column = byPlace.get(at)
    return { role: column && isSerial(column) ? ('serial' as const) : null, head: column?.head ?? '' }
  })
}

/**
 * Reads the rows of a sheet one after the other. What was read before is remembered by its key alone, so that a hundred
 * thousand rows need the memory of their keys.
 */
export function rowReader(reading: RowReading): (row: GridRow) => readonly RowOutcome[] {
  const { shape, head } = reading
  const width = Math.max(0, ...head.columns.map(({ at }) => at + 1))
  const columns = asideColumns(head, width)
  const read = shape.wide ? wideRows(reading, shape.wide) : plainRows(reading)
  let afterNote = false
  return (row) => {
    const aside = asideOf(row.cells, columns, afterNote)
    if (aside === 'note') afterNote = true
    return aside ? [{ row: row.row, at: null, became: 'passed', why: passedWhy[aside] }] : read(row)
  }
}

function placedIn({ shape, head, mapping }: RowReading): Placed[] {
  const units = new Map(head.columns.map(({ at, unit }) => [at, unit]))
  const placed = [...mapping].flatMap(([at, { field: id }]): Placed[] => {
    const field = shape.fields[id]
    if (!field) return []
    const above = field.column.kind === 'money' ? head.unit : ''
    return [{ id, at, field, headUnit: fitting(field, units.get(at) ?? '') ?? fitting(field, above) }]
  })
  // A day that is counted from another is read after it.
  return placed.toSorted(
    (a, b) => Number(a.field.countsFrom !== undefined) - Number(b.field.countsFrom !== undefined) || a.at - b.at,
  )
}

/** The unit at a head, where it measures what the field does: （岗位） and （签到） are no units. */
function fitting({ column }: SheetField, printed: string): SheetUnit | null {
  const unit = sheetUnit(printed)
  if (!unit) return null
  if (column.kind === 'money') return unit.base === 'CNY' ? unit : null
  return column.kind === 'quantity' ? unit : null
}

const missing = (column: string): Problem => factProblems('fact.column_missing', { column })
const duplicateOf = (first: number): Problem => sheetProblems('sheet.duplicate', { first })

/** Keys that were read, with the row that stands first. */
function keysSeen(key: readonly string[]) {
  const first = new Map<string, number>()
  return (values: Readonly<Record<string, string>>, row: number): number | null => {
    if (key.every((id) => (values[id] ?? '') === '')) return null
    const written = key.map((id) => values[id] ?? '').join('\u001f')
    const before = first.get(written)
    if (before === undefined) first.set(written, row)
    return before ?? null
  }
}

interface Found extends WrongCell {
  readonly kind: Column['kind'] | null
}

const refusing = (
  row: number,
  first: Found,
  all: readonly Found[] = [first],
  values: Readonly<Record<string, string>> = {},
): RowOutcome => ({
  row,
  at: first.at,
  became: 'refused',
  problem: first.problem,
  reason: reasonOf(first.problem, first.kind),
  wrong: all.map(({ at, problem }) => ({ at, problem })),
  values,
})

interface CellsOfRow {
  readonly values: Record<string, string>
  readonly warnings: Warned[]
  readonly found: Found[]
}

/** The value that a cell gives, canonical where its kind can be judged without the office. */
function valueIn(
  cells: readonly string[],
  { at, field, headUnit }: Placed,
  from: string,
  year: number | null,
  context: OfficeContext,
) {
  const countsFrom = isDay(from) ? from : null
  const cell = readCell(cells[at] ?? '', { field, headUnit, year, countsFrom })
  if (cell.problem !== null || cell.value === '' || !isChecked(field)) return cell
  const checked = checkValue(field.column, cell.value, context)
  if (!checked.ok) return { ...cell, problem: checked.problem }
  // What was chosen goes on in its own words: those are what a person sees, and what goes back into a sheet.
  const isWords = typeof checked.value !== 'string' || field.column.kind === 'choice'
  return isWords ? cell : { ...cell, value: checked.value as string }
}

function readCells(
  { cells, hidden }: GridRow,
  placed: readonly Placed[],
  year: number | null,
  context: OfficeContext,
): CellsOfRow {
  const values: Record<string, string> = {}
  const warnings: Warned[] = hidden ? [{ warn: 'hidden-row', at: null }] : []
  const found: Found[] = []
  for (const one of placed) {
    const from = one.field.countsFrom === undefined ? '' : (values[one.field.countsFrom] ?? '')
    const cell = valueIn(cells, one, from, year, context)
    for (const warn of cell.warnings) warnings.push({ warn, at: one.at })
    if (cell.problem) found.push({ at: one.at, problem: cell.problem, kind: one.field.column.kind })
    else if (cell.value !== '') values[one.id] = cell.value
    else if (isNeeded(one.field))
      found.push({ at: one.at, problem: missing(one.field.column.label.zh), kind: one.field.column.kind })
  }
  return { values, warnings, found }
}

function plainRows(reading: RowReading): (row: GridRow) => readonly RowOutcome[] {
  const { shape, head, today } = reading
  const placed = placedIn(reading)
  const placeOf = new Map(placed.map(({ id, at }) => [id, at]))
  const context = contextOn(today)
  const seen = keysSeen(shape.key)
  const columns = Object.fromEntries(Object.entries(shape.fields).map(([id, { column }]) => [id, column]))
  const broken = (values: Readonly<Record<string, string>>): Found[] =>
    shape.rules
      .flatMap((rule) => brokenBy(rule, columns, { values, state: null, today }))
      .map(({ column, problem }) => ({ at: placeOf.get(column) ?? null, problem, kind: columns[column]?.kind ?? null }))

  return (grid) => {
    const { row } = grid
    const { values, warnings, found } = readCells(grid, placed, head.year, context)
    const before = seen(values, row)
    const againOf = (): Found[] => (before === null ? [] : [{ at: null, problem: duplicateOf(before), kind: null }])
    const wrong = found.length > 0 ? found : [...broken(values), ...againOf()]
    const inOrder = wrong.toSorted((a, b) => (a.at ?? Number.MAX_SAFE_INTEGER) - (b.at ?? Number.MAX_SAFE_INTEGER))
    const [first] = inOrder
    return [first ? refusing(row, first, inOrder, values) : { row, at: null, became: 'read', values, warnings }]
  }
}

/** A column of figures of a wide sheet: what is measured there, and of whom. */
interface Figures {
  readonly at: number
  readonly measure: string
  readonly object: string
  readonly unit: string
  readonly setting: CellSetting
  readonly column: Column
}

const withoutUnit = (head: string): string =>
  head
    .replace(/[（(][^（()）]{1,16}[)）]\s*$/, '')
    .replace(/\s+/g, '')
    .trim()
const placeName = (head: string): string => head.replace(/\s+/g, '').replace(/(?<=.{2})社区$/, '')

/** The figures beside one another under a head of two rows: whom they are about above, what is measured below. */
function figuresIn(head: SheetHead, value: Column): Figures[] {
  const bounds = value.kind === 'quantity' && value.min !== undefined ? { min: value.min } : {}
  return head.columns.slice(1).map(({ at, own, above, unit }) => {
    const measure = withoutUnit(own)
    const label = { zh: head.columns.find((column) => column.at === at)?.head ?? measure, en: measure }
    const headUnit = sheetUnit(unit)
    const base = headUnit?.base ?? ''
    const column: Column =
      base === '%'
        ? { kind: 'percentage', label, ...bounds, max: decimal(100) }
        : { kind: 'quantity', label, ...bounds, ...(base === '' ? {} : { unit: base }) }
    const setting = { field: { column }, headUnit, year: head.year, countsFrom: null }
    return { at, measure, object: placeName(above), unit: base, setting, column }
  })
}

function wideRows({ shape, head, today }: RowReading, wide: WideFields): (row: GridRow) => readonly RowOutcome[] {
  const [first] = head.columns
  const period = shape.fields[wide.period]
  const value = shape.fields[wide.value]
  if (!first || !period || !value) return () => []
  const figures = figuresIn(head, value.column)
  const context = contextOn(today)
  const seen = keysSeen([wide.period])

  const figureOf = ({ row, hidden, cells }: GridRow, month: string, one: Figures): RowOutcome => {
    const { at } = one
    const cell = readCell(cells[at] ?? '', one.setting)
    if (cell.problem) return refusing(row, { at, problem: cell.problem, kind: one.column.kind })
    if (cell.value === '') return { row, at, became: 'passed', why: 'no value' }
    const checked = checkValue(one.column, cell.value, context)
    if (!checked.ok) return refusing(row, { at, problem: checked.problem, kind: one.column.kind })
    const values = {
      [wide.period]: month,
      [wide.object]: one.object,
      [wide.measure]: one.measure,
      [wide.value]: cell.value,
      [wide.unit]: one.unit,
    }
    const hiddenRow: Warned[] = hidden ? [{ warn: 'hidden-row', at: null }] : []
    return { row, at, became: 'read', values, warnings: [...cell.warnings.map((warn) => ({ warn, at })), ...hiddenRow] }
  }

  return (grid) => {
    const refused = (problem: Problem): readonly RowOutcome[] => [
      refusing(grid.row, { at: null, problem, kind: 'month' }),
    ]
    const setting = { field: period, headUnit: null, year: head.year, countsFrom: null }
    const month = readCell(grid.cells[first.at] ?? '', setting)
    if (month.problem) return refused(month.problem)
    if (month.value === '') return refused(missing(first.head))
    if (month.value > today.slice(0, month.value.length))
      return refused(factProblems('fact.day_in_future', { day: month.value, today }))
    // A month that stands twice is one month: which of the two is right, only the writer knows; the first stands.
    const before = seen({ [wide.period]: month.value }, grid.row)
    if (before !== null) return refused(duplicateOf(before))
    return figures.map((one) => figureOf(grid, month.value, one))
  }
}
