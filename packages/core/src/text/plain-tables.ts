import type { Span } from '../shared/index.ts'
import { flattenedAt } from './flattened-table.ts'

/** One row of a table in plain text; a row may run over several lines where a cell was broken. */
export interface FoundRow {
  readonly at: Span
  readonly cells: readonly Span[]
}

/** A table in plain text: the first and last of its lines, by their place in the list of lines. */
export interface FoundTable {
  readonly first: number
  readonly last: number
  readonly rows: readonly FoundRow[]
}

/** A cell is broken over a few lines at most; a longer run of short lines is no row. */
const linesInRowMax = 8
const cellsMin = 3

/** Finds the runs of lines that are rows of one table. `lines` are the non-empty lines of `text`, in order. */
export function tablesIn(text: string, lines: readonly Span[]): FoundTable[] {
  const tables: FoundTable[] = []
  for (let i = 0; i < lines.length; ) {
    const table = tableAt(text, lines, i) ?? flattenedAt(text, lines, i)
    if (table) tables.push(table)
    i = table ? table.last + 1 : i + 1
  }
  return tables
}

function tableAt(text: string, lines: readonly Span[], first: number): FoundTable | null {
  const ruling = rulingOf(text, lines[first] as Span)
  if (!ruling) return null
  const head = cut(text, lines[first] as Span, ruling)
  const rows: FoundRow[] = [head]
  let last = first
  for (;;) {
    const between = groupLineAt(text, lines, last + 1, ruling, head.cells.length)
    if (between) {
      rows.push(between)
      last += 1
    }
    const taken = rowAt(text, lines, last + 1, ruling, head.cells.length)
    if (!taken) break
    last += taken.lines
    if (taken.row) rows.push(taken.row)
  }
  return rows.length >= 2 ? { first, last, rows } : null
}

/** The next row, from one line or from several whose separators add up; `row` is null for a ruled line of dashes. */
function rowAt(text: string, lines: readonly Span[], from: number, ruling: Ruling, width: number) {
  let row: FoundRow | null = null
  for (let n = 0; n < linesInRowMax && from + n < lines.length; n++) {
    const piece = cut(text, lines[from + n] as Span, ruling)
    if (n === 0 && isRule(text, piece.at)) return { row: null, lines: 1 }
    if (n === 0 && piece.cells.length < 2) return null
    row = row ? joined(row, piece) : piece
    if (row.cells.length === width) return { row, lines: n + 1 }
    if (row.cells.length > width) return null
  }
  return null
}

/** A heading between rows (一、续建项目) stands in the table where a full row follows it: a row of one cell. */
const groupLineMax = 40

function groupLineAt(text: string, lines: readonly Span[], at: number, ruling: Ruling, width: number): FoundRow | null {
  const line = lines[at]
  if (!line || line.end - line.start > groupLineMax) return null
  if (cut(text, line, ruling).cells.length > 1 || /[。；;]/.test(text.slice(line.start, line.end))) return null
  if (!rowAt(text, lines, at + 1, ruling, width)?.row) return null
  const none = { start: line.end, end: line.end }
  return { at: line, cells: [trimmed(text, line), ...Array.from({ length: width - 1 }, () => none)] }
}

/** What parts the cells, and whether the rows also open and close with it. */
interface Ruling {
  readonly separator: string
  readonly closed: boolean
}

function rulingOf(text: string, line: Span): Ruling | null {
  for (const separator of ['\t', '|', '｜']) {
    const words = text.slice(line.start, line.end)
    const closed = separator !== '\t' && words.startsWith(separator) && words.endsWith(separator)
    if (cut(text, line, { separator, closed }).cells.length >= cellsMin) return { separator, closed }
  }
  return null
}

/** The line under the head of a ruled table, `|---|:--|`. */
const isRule = (text: string, line: Span): boolean => /^[|:\s—-]{3,}$/.test(text.slice(line.start, line.end))

function cut(text: string, line: Span, { separator, closed }: Ruling): FoundRow {
  const cells: Span[] = []
  const start = closed && text.startsWith(separator, line.start) ? line.start + 1 : line.start
  const end = closed && line.end > start && text.startsWith(separator, line.end - 1) ? line.end - 1 : line.end
  let from = start
  for (const words of text.slice(start, end).split(separator)) {
    cells.push(trimmed(text, { start: from, end: from + words.length }))
    from += words.length + separator.length
  }
  return { at: line, cells }
}

/** A row broken inside a cell: the last cell of the upper line and the first of the lower one are the same cell. */
function joined(upper: FoundRow, lower: FoundRow): FoundRow {
  const broken = upper.cells.at(-1) as Span
  const rest = lower.cells[0] as Span
  const whole = broken.start === broken.end ? rest : { start: broken.start, end: rest.end }
  return {
    at: { start: upper.at.start, end: lower.at.end },
    cells: [...upper.cells.slice(0, -1), whole, ...lower.cells.slice(1)],
  }
}

function trimmed(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && isBlank(text, start)) start++
  while (end > start && isBlank(text, end - 1)) end--
  return { start, end }
}

const isBlank = (text: string, at: number): boolean => /[\s\u3000]/.test(text[at] as string)
