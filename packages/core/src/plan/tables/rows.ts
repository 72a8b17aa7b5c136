import { ordinalOf, plainPoints } from '../outline/marks.ts'
import type { Column, ColumnRole } from './columns.ts'

/** Why a row of a task table is no task. */
export type Ignored = 'blank' | 'subtotal' | 'note' | 'group' | 'head'

/** What a row below the head is. `more` goes on with the task of the row before it. */
export type RowKind = 'task' | 'more' | Ignored

// A quarter or a half year may stand before it; an average at the foot adds nothing either.
const subtotal =
  /^(?:(?:第?[一二三四1-4]季度|[上下]半年|全年|\d{1,2}月份?)?(?:小计|合计|总计|共计|累计|本页小计|汇总)|平均值?$)/
const note = /^[\s\u3000]*(?:注|说明|备注|填表|制表|附注|审核|\*|※)/
const serialNumber =
  /^(?:\d{1,3}(?:[-.．]\d{1,3})?|[一二三四五六七八九十]{1,3}|[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）])[.、．]?$/
const chineseSerial = /^[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?$/

export const cellOf = (cells: readonly string[], columns: readonly Column[], role: ColumnRole): string => {
  const at = columns.findIndex((column) => column.role === role)
  return at < 0 ? '' : (cells[at] ?? '').trim()
}

/** Tells what a row is. `before` is the row above it that was a task or went on with one. */
export function kindOf(
  cells: readonly string[],
  columns: readonly Column[],
  before: readonly string[] | null,
  afterNote: boolean,
): RowKind {
  const aside = asideOf(cells, columns, afterNote)
  if (aside) return aside
  if (before && goesOn(cells, columns, before)) return 'more'
  const different = differentIn(cells)
  return different.length === 1 && columns.length > 2 && (different[0] as string).length > 40 ? 'note' : 'task'
}

const saidIn = (cells: readonly string[]): string[] => cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
const differentIn = (cells: readonly string[]): string[] => [...new Set(saidIn(cells))]

/** Why a row below a head holds nothing of its own, or null: in a table of tasks as in any other that people keep. */
export function asideOf(cells: readonly string[], columns: readonly Column[], afterNote: boolean): Ignored | null {
  const said = saidIn(cells)
  if (said.length === 0) return 'blank'
  if (said.slice(0, 3).some((cell) => subtotal.test(cell))) return 'subtotal'
  if (columns.every(({ head }, i) => (cells[i] ?? '').trim() === '' || head.endsWith((cells[i] ?? '').trim())))
    return 'head'
  const different = differentIn(cells)
  if (note.test(different[0] as string) && different.length <= 2) return 'note'
  if (different.length === 1 && afterNote) return 'note'
  return isGroup(cells, columns, different) ? 'group' : null
}

/** One heading over several columns, with at most a Chinese number before it. */
function isGroup(cells: readonly string[], columns: readonly Column[], different: readonly string[]): boolean {
  const words = different.filter((cell) => !chineseSerial.test(cell))
  if (words.length !== 1 || different.length > 2) return false
  if (/^\d/.test(cellOf(cells, columns, 'serial'))) return false
  const filled = cells.filter((cell) => cell.trim() !== '').length
  const onlyTask = filled === 1 && cellOf(cells, columns, 'task') === words[0]
  return (
    (words[0] as string).length <= 40 && !/[。；;]/.test(words[0] as string) && (!onlyTask || different.length === 2)
  )
}

/** A row that repeats the number and the task of the row above (merged cells), or leaves both empty, adds a goal to it. */
function goesOn(cells: readonly string[], columns: readonly Column[], before: readonly string[]): boolean {
  const task = cellOf(cells, columns, 'task')
  const serial = cellOf(cells, columns, 'serial')
  if (task === '' && serial === '') return true
  return task === cellOf(before, columns, 'task') && serial === cellOf(before, columns, 'serial') && serial !== ''
}

/** The number a serial cell prints: `17`, or `2-3` and `2.3` as they stand; null where it prints none. */
export function numberIn(serial: string): string | null {
  const words = serial.replace(/[\s\u3000]/g, '')
  if (!serialNumber.test(words)) return null
  const bare = words.replace(/[（()）、.．]+$|^[（(]/g, '')
  if (/^\d+[-.．]\d+$/.test(bare)) return plainPoints(bare)
  const ordinal = ordinalOf(bare)
  return ordinal === null ? null : String(ordinal)
}

export const groupTitle = (cells: readonly string[]): { title: string; ordinal: number | null } => {
  const different = [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))]
  const serial = different.find((cell) => chineseSerial.test(cell))
  const words = different.find((cell) => cell !== serial) ?? ''
  const inline = /^[（(]?([一二三四五六七八九十]{1,3})[)）]?[、.．]\s*/.exec(words)
  const printed = serial?.replace(/[（()）、.．]/g, '') ?? inline?.[1] ?? null
  const title = words.slice(inline?.[0].length ?? 0).replace(/[（(]\s*(?:共\s*)?\d+\s*[项件个条]\s*[)）]$/, '')
  return { title, ordinal: printed === null ? null : ordinalOf(printed) }
}
