import type { Span } from '../shared/index.ts'
import type { Line, Origin, ReportText, Table } from './report-text.ts'

/**
 * Reads a report that is characters only. Line ends of every system become `\n` (a page break is one as well), and
 * nothing else is changed, so an offset is an offset into the file's own characters. A blank line yields no line; two
 * rows or more, one under the other, with the same number of `|` or TAB between their words, are a table.
 */
export function plainText(received: string): ReportText {
  const text = received.replace(/\r\n?|\f/g, '\n')
  const origins: Origin[] = []
  const spans: Span[] = []
  let start = 0
  for (const [paragraph, words] of text.split('\n').entries()) {
    const end = start + words.length
    if (words.trim() !== '') {
      origins.push({ at: { start, end }, part: 'body', paragraph, offset: 0 })
      spans.push(trimmed(words, start))
    }
    start = end + 1
  }
  return { text, ...linesAndTables(text, spans), asides: [], origins }
}

const columnsMin = 3

/** Where the words of a line stand without the blanks around them; the TABs around empty cells are kept. */
function trimmed(words: string, start: number): Span {
  if (words.split('\t').length >= columnsMin) return { start, end: start + words.length }
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length }
}

/** The separator and the number of columns of a line that may be a table row; null for prose. */
function columnsOf(words: string): { separator: string; columns: number } | null {
  for (const separator of ['\t', '|']) {
    const columns = words.split(separator).length
    if (columns >= columnsMin) return { separator, columns }
  }
  return null
}

function linesAndTables(text: string, spans: readonly Span[]): { lines: Line[]; tables: Table[] } {
  const shapes = spans.map((span) => columnsOf(text.slice(span.start, span.end)))
  const alike = (a: number, b: number) => {
    const [left, right] = [shapes[a], shapes[b]]
    return !!left && !!right && left.separator === right.separator && left.columns === right.columns
  }
  const lines: Line[] = []
  const tables: Table[] = []
  for (const [index, at] of spans.entries()) {
    const shape = shapes[index]
    if (!shape || !(alike(index, index - 1) || alike(index, index + 1))) {
      lines.push({ at, kind: 'paragraph', level: null, cells: [], table: null })
      continue
    }
    if (!alike(index, index - 1)) tables.push({ firstLine: index, grid: [], headRows: 0 })
    lines.push({
      at,
      kind: 'tableRow',
      level: null,
      cells: cellsIn(text, at, shape.separator),
      table: tables.length - 1,
    })
  }
  return { lines, tables: tables.map((table, index) => ({ ...table, grid: gridOf(text, lines, index) })) }
}

function cellsIn(text: string, at: Span, separator: string): Span[] {
  const cells: Span[] = []
  let start = at.start
  for (const words of text.slice(at.start, at.end).split(separator)) {
    cells.push({ start, end: start + words.length })
    start += words.length + 1
  }
  return cells
}

const gridOf = (text: string, lines: readonly Line[], table: number): string[][] =>
  lines
    .filter((line) => line.table === table)
    .map((line) => line.cells.map((cell) => text.slice(cell.start, cell.end).trim()))
