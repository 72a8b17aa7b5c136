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
import { optionFor } from './columns/choice.ts'
import type { Column } from './columns/index.ts'
import { isTooLong } from './columns/text.ts'
import { factProblems } from './problems.ts'
import type { Register } from './register/register.ts'

/** A row as typed or pasted: text by column id. */
export type RowText = Readonly<Record<string, string>>

const fullWidth = /[！-～]/g
/** Full-width digits and signs made half-width, outer blanks dropped. */
const halfWidth = (text: string): string =>
  text.replace(fullWidth, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).trim()

const inThousands = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/

const chineseDay = /^(\d{4})\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})\s?日?$/

/** Reads `2023-06-30`, `2023/6/30`, `2023.6.30` and `2023年6月30日`; null for what is no day of the calendar. */
export function readDay(text: string): Day | null {
  const m = chineseDay.exec(halfWidth(text))
  if (!m) return null
  const written = `${m[1]}-${m[2]?.padStart(2, '0')}-${m[3]?.padStart(2, '0')}`
  return isDay(written) ? day(written) : null
}

/** Reads `12.5`, also in full width and with the digits before the point in threes: `1,234,567`. Null for all else. */
export function readDecimal(text: string): Decimal | null {
  const typed = halfWidth(text)
  const plain = inThousands.test(typed) ? typed.replaceAll(',', '') : typed
  return isDecimal(plain) ? decimal(plain) : null
}

// What stands between the columns of a key; made a blank in a cell, so that no two rows have one key by chance.
const keySeparator = '\u001f'

function readCell(column: Column, text: string): Result<string> {
  const { zh: label } = column.label
  const trimmed = text.replaceAll(keySeparator, ' ').trim()
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
      const option = optionFor(column, trimmed)
      return option
        ? accept(option.value)
        : reject(factProblems('fact.choice_unknown', { column: label, text: trimmed }))
    }
    case 'text':
    case 'longText':
      return isTooLong(column, trimmed)
        ? reject(factProblems('fact.text_too_long', { column: label, max: column.maxLength }))
        : accept(trimmed)
    default:
      return accept(trimmed)
  }
}

/** Reads a row by its register's declaration: canonical text by column id, or the first thing that is wrong with it. */
export function readRow(register: Register, row: RowText): Result<Record<string, string>> {
  const unknown = Object.keys(row).find((id) => !Object.hasOwn(register.columns, id))
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

/** What tells a row from another: its key columns as `readRow` gives them, joined by a character that none holds. */
export const naturalKeyOf = (register: Register, row: RowText): string =>
  register.key.map((id) => row[id] ?? '').join(keySeparator)
