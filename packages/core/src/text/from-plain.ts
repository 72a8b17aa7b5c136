import type { Span } from '../shared/index.ts'
import { type FoundTable, tablesIn } from './plain-tables.ts'
import type { Line, Origin, ReportText, Table } from './report-text.ts'

/**
 * Reads a report that came as plain text. Line ends become `\n`, a byte order mark goes; nothing else is changed.
 * Empty lines yield nothing. Lines that hold the same number (three or more) of cells parted by `|` or TAB are a table.
 */
export function reportFromPlain(received: string): ReportText {
  const text = received.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const physical = physicalLines(text)
  const lines: Line[] = []
  const tables: Table[] = []
  const found = tablesIn(text, physical)
  let next = 0
  for (let i = 0; i < physical.length; ) {
    const table = found[next]
    if (table?.first === i) {
      addTable(text, table, lines, tables)
      i = table.last + 1
      next++
    } else {
      const at = physical[i] as Span
      lines.push({ at, kind: 'paragraph', level: null, cells: [], table: null })
      i++
    }
  }
  return { text, lines, tables, asides: [], origins: originsOf(physical) }
}

/** Every line that holds more than white space, without the blanks at its end; a TAB there parts two empty cells. */
function physicalLines(text: string): Span[] {
  const spans: Span[] = []
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start)
    const stop = found < 0 ? text.length : found
    const words = text.slice(start, stop)
    if (words.trim() !== '') spans.push({ start, end: start + lengthBeforeBlanks(words) })
    start = stop + 1
  }
  return spans
}

/** How long a line is without the blanks at its end. Counted back from there: a search would try every run of blanks. */
function lengthBeforeBlanks(words: string): number {
  let length = words.length
  while (length > 0 && (words[length - 1] === ' ' || words[length - 1] === '\u3000')) length--
  return length
}

function addTable(text: string, found: FoundTable, lines: Line[], tables: Table[]): void {
  const firstLine = lines.length
  for (const row of found.rows) {
    lines.push({ at: row.at, kind: 'tableRow', level: null, cells: row.cells, table: tables.length })
  }
  const grid = found.rows.map((row) => row.cells.map((cell) => cellText(text.slice(cell.start, cell.end))))
  tables.push({ firstLine, grid, headRows: 1 })
}

/** What a cell says: the breaks inside it are only where its column was too narrow. */
const cellText = (words: string): string =>
  words
    .split('\n')
    .map((part) => part.trim())
    .join('')

const originsOf = (lines: readonly Span[]): Origin[] =>
  lines.map((at, paragraph) => ({ at, part: 'body', paragraph, offset: 0 }))
