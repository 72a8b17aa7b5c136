import type { Span } from '../shared/index.ts'
import type { Line, ReportText } from '../text/index.ts'
import { type Outlined, readOutlined } from './outlined.ts'
import type { PlanReading } from './plan.ts'

/** A task table as rows of cells, merged values repeated in every place they cover. */
export type Grid = readonly (readonly string[])[]

/**
 * Lays a grid out as a report: one line a row, its cells parted by TAB. A line break inside a cell becomes a blank in
 * the text, so that every row stays one line; the grid keeps it.
 */
export function reportFromGrid(grid: Grid): ReportText {
  const lines: Line[] = []
  const rows: string[] = []
  let start = 0
  grid.forEach((cells) => {
    const printed = cells.map((cell) => cell.replace(/[\n\t]/g, ' '))
    const row = printed.join('\t')
    lines.push({
      at: { start, end: start + row.length },
      kind: 'tableRow',
      level: null,
      cells: spansOf(printed, start),
      table: 0,
    })
    rows.push(row)
    start += row.length + 1
  })
  return { text: rows.join('\n'), lines, tables: [{ firstLine: 0, grid, headRows: 0 }], asides: [], origins: [] }
}

function spansOf(cells: readonly string[], from: number): Span[] {
  let start = from
  return cells.map((cell) => {
    const span = { start, end: start + cell.length }
    start = span.end + 1
    return span
  })
}

/** Reads a task table (任务分解表), any order of columns, as a plan; with what became of each of its rows. */
export const outlinedFromGrid = (grid: Grid): Outlined => readOutlined(reportFromGrid(grid))

/** Reads a task table (任务分解表) as a plan. */
export const planFromGrid = (grid: Grid): PlanReading => outlinedFromGrid(grid).reading
