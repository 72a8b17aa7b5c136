import { type Chunk, printed } from '../report-builder.ts'
import { child, numberAt, switchAt, type XmlNode } from '../xml.ts'
import { printedLines, type Story, unwrapped } from './story.ts'

interface Cell {
  readonly column: number
  readonly span: number
  /** Whether it only continues the cell above, or to its left. */
  readonly continues: 'above' | 'left' | null
  readonly lines: readonly Chunk[][]
}

export interface PrintedTable {
  readonly rows: readonly (readonly (readonly Chunk[])[])[]
  readonly grid: readonly (readonly string[])[]
  readonly headRows: number
}

// As many columns as a word processor allows: a cell that says it spans more spans these.
const spanMax = 63

/** The lines of a cell. An automatic number counts even where it is all the cell holds, as in a column of 序号. */
function linesOfCell(cell: XmlNode, story: Story): Chunk[][] {
  const lines: Chunk[][] = []
  const reader = story.makeReader(
    (paragraph) => {
      const own = printedLines(paragraph)
      lines.push(...(own.length === 0 && paragraph.number ? [[{ text: paragraph.number }]] : own))
    },
    (inner) => {
      for (const row of readTable(inner, story).rows) lines.push(spaced(row.filter((each) => each.length > 0)))
    },
  )
  for (const each of unwrapped(cell)) reader.read(each)
  reader.end()
  return lines.map((line) => line.map((chunk) => ({ ...chunk, text: chunk.text.replaceAll('\t', ' ') })))
}

/** Several lines as one, a space between them. */
const spaced = (lines: readonly (readonly Chunk[])[]): Chunk[] =>
  lines.flatMap((line, index) => (index === 0 ? line : [{ text: ' ' }, ...line]))

function continuing(cell: XmlNode): Cell['continues'] {
  const down = child(cell, 'w:tcPr', 'w:vMerge')
  if (down && down.attributes['w:val'] !== 'restart') return 'above'
  const across = child(cell, 'w:tcPr', 'w:hMerge')
  return across && across.attributes['w:val'] !== 'restart' ? 'left' : null
}

const bounded = (columns: number): number => Math.min(Math.max(columns, 0), spanMax)

function cellsOf(row: XmlNode, story: Story): Cell[] {
  let column = bounded(numberAt(row, 'w:trPr', 'w:gridBefore') ?? 0)
  const cells: Cell[] = []
  for (const node of unwrapped(row).filter((each) => each.name === 'w:tc')) {
    const span = Math.max(1, bounded(numberAt(node, 'w:tcPr', 'w:gridSpan') ?? 1))
    const continues = continuing(node)
    cells.push({ column, span, continues, lines: continues ? [] : linesOfCell(node, story) })
    column += span
  }
  return cells
}

const isDeleted = (row: XmlNode): boolean => child(row, 'w:trPr', 'w:del') !== undefined

/** A row of the grid: every place that a merged cell covers holds its words. */
function gridRow(cells: readonly Cell[], above: readonly string[] | undefined, width: number): string[] {
  const row = Array.from({ length: width }, () => '')
  for (const { column, span, continues, lines } of cells) {
    const own = lines.map(printed).join('\n')
    for (let at = column; at < column + span; at++) {
      if (continues === 'above') row[at] = above?.[at] ?? ''
      else row[at] = continues === 'left' ? (row[column - 1] ?? '') : own
    }
  }
  return row
}

function printedRow(cells: readonly Cell[], width: number): Chunk[][] {
  const row = Array.from({ length: width }, (): Chunk[] => [])
  for (const { column, lines } of cells) row[column] = spaced(lines)
  return row
}

/** Reads a table cell by cell; deleted rows and rows that would print nothing at all in one column are left out. */
export function readTable(table: XmlNode, story: Story): PrintedTable {
  const nodes = unwrapped(table).filter((each) => each.name === 'w:tr' && !isDeleted(each))
  const read = nodes.map((node) => ({
    isHead: switchAt(node, 'w:trPr', 'w:tblHeader') ?? false,
    cells: cellsOf(node, story),
  }))
  const ends = read.flatMap(({ cells }) => cells.map((cell) => cell.column + cell.span))
  const width = ends.reduce((most, end) => Math.max(most, end), 0)
  const kept = read.filter(({ cells }) => width > 1 || cells.some((cell) => cell.lines.length > 0))
  const grid: string[][] = []
  for (const { cells } of kept) grid.push(gridRow(cells, grid.at(-1), width))
  const body = kept.findIndex(({ isHead }) => !isHead)
  return { rows: kept.map(({ cells }) => printedRow(cells, width)), grid, headRows: body < 0 ? kept.length : body }
}
