import type { RowText } from '../read-row.ts'
import { type Given, type SheetShape, statusField } from './shape.ts'

/** What a person has settled of a sheet beside its columns. */
export interface SheetSettings {
  /**
   * One text for every row, by column of the register: what the sheet does not say because it holds for all of it. Where
   * rows stand (`statusField`) is no cell of them: it holds for new rows alone.
   */
  readonly constants: Readonly<Record<string, string>>
  /** What words of the sheet mean in the register, by column. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>
}

// Words for a part of the day say no hour; sheets that use them mean the session that begins then.
const partsOfDay: Readonly<Record<string, string>> = { 上午: '09:00', 中午: '12:00', 下午: '14:00', 晚上: '19:00' }
const clock = /^\d{2}:\d{2}$/

function momentFrom(day: string, time: string, part: 'from' | 'to'): string {
  const [from = '', to = ''] = time.split('-')
  if (part === 'to') return clock.test(to) ? `${day} ${to}` : ''
  const hour = clock.test(from) ? from : (partsOfDay[time] ?? '00:00')
  return `${day} ${hour}`
}

const lengthsOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function lastOfMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return `${month}-${number === 2 && isLeap ? 29 : (lengthsOfMonth[number - 1] ?? 30)}`
}

function textFrom(given: Given, values: Readonly<Record<string, string>>): string {
  if (typeof given === 'string') return values[given] ?? ''
  if ('is' in given) return given.is
  if ('month' in given) {
    const month = values[given.month] ?? ''
    return month === '' ? '' : given.end ? lastOfMonth(month) : `${month}-01`
  }
  const day = values[given.day] ?? ''
  return day === '' ? '' : momentFrom(day, values[given.time] ?? '', given.part)
}

/** Which columns of its register a shape fills: by its own word, or each field the column of its name. */
export const givenBy = (shape: SheetShape): Readonly<Record<string, Given>> =>
  shape.gives ?? Object.fromEntries(Object.keys(shape.fields).map((id) => [id, id]))

/** A row that was read from a sheet as its register takes it: text by column, the empty ones left out. */
export function rowForRegister(
  shape: SheetShape,
  values: Readonly<Record<string, string>>,
  { constants, words }: SheetSettings,
): RowText {
  const row: Record<string, string> = {}
  for (const [column, given] of Object.entries(givenBy(shape))) {
    const said = textFrom(given, values)
    const meant = words[column]?.[said] ?? said
    if (meant !== '') row[column] = meant
  }
  for (const [column, text] of Object.entries(constants))
    if (column !== statusField && row[column] === undefined && text !== '') row[column] = text
  return row
}
