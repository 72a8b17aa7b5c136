import {
  accept,
  type Day,
  type Decimal,
  day,
  decimal,
  isDay,
  isDecimal,
  type Problem,
  type Result,
  reject,
} from '../shared/index.ts'
import { factProblems } from './problems.ts'
import type { Column, Register } from './register.ts'

/** A row as typed or pasted: text by column id. */
export type RowText = Readonly<Record<string, string>>

const fullWidth = /[！-～]/g
/** Full-width digits and signs made half-width, thousands separators and outer blanks dropped. */
const plainNumber = (text: string): string =>
  text.replace(fullWidth, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[,\s]/g, '')

const chineseDay = /^(\d{4})\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})\s?日?$/

/** Reads `2023-06-30`, `2023/6/30`, `2023.6.30` and `2023年6月30日`; null for what is no day of the calendar. */
export function readDay(text: string): Day | null {
  const m = chineseDay.exec(plainNumber(text))
  if (!m) return null
  const written = `${m[1]}-${m[2]?.padStart(2, '0')}-${m[3]?.padStart(2, '0')}`
  return isDay(written) ? day(written) : null
}

export function readDecimal(text: string): Decimal | null {
  const plain = plainNumber(text)
  return isDecimal(plain) ? decimal(plain) : null
}

function readCell(column: Column, text: string): Result<string> {
  const { zh: label } = column.label
  const trimmed = text.trim()
  if (trimmed === '')
    return column.required ? reject(factProblems('fact.column_missing', { column: label })) : accept('')
  switch (column.kind) {
    case 'date': {
      const read = readDay(trimmed)
      return read ? accept(read) : reject(factProblems('fact.day_unreadable', { column: label, text: trimmed }))
    }
    case 'quantity': {
      const read = readDecimal(trimmed)
      return read ? accept(read) : reject(factProblems('fact.quantity_unreadable', { column: label, text: trimmed }))
    }
    case 'choice': {
      const option = column.options.find((o) => o.value === trimmed || o.label.zh === trimmed)
      return option
        ? accept(option.value)
        : reject(factProblems('fact.choice_unknown', { column: label, text: trimmed }))
    }
    case 'text':
    case 'longText':
      return trimmed.length <= column.maxLength
        ? accept(trimmed)
        : reject(factProblems('fact.text_too_long', { column: label, max: column.maxLength }))
    default:
      return accept(trimmed)
  }
}

/** Reads a row by its register's declaration: canonical text by column id, or the first thing that is wrong with it. */
export function readRow(register: Register, row: RowText): Result<Record<string, string>> {
  const unknown = Object.keys(row).find((id) => !(id in register.columns))
  if (unknown) return reject(factProblems('fact.column_unknown', { column: unknown }))
  const read: Record<string, string> = {}
  let wrong: Problem | null = null
  for (const [id, column] of Object.entries(register.columns)) {
    const cell = readCell(column, row[id] ?? '')
    if (cell.ok) read[id] = cell.value
    else wrong ??= cell.problem
  }
  return wrong ? reject(wrong) : accept(read)
}

/** What tells a row from another: its key columns, joined by a character that no cell holds. */
export const naturalKeyOf = (register: Register, row: RowText): string =>
  register.key.map((id) => row[id] ?? '').join('\u001f')
