import { type Chunk, reportBuilder } from '../report-builder.ts'
import type { ReportText } from '../report-text.ts'
import type { Merge, Sheet } from './sheet.ts'

const letterOf = (column: number): string =>
  column < 0 ? '' : letterOf(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))

interface Laid {
  /** Merged values in every place they cover. */
  readonly grid: string[][]
  /** Merged values once, at their top left. */
  readonly printed: string[][]
}

/** Ranges may not overlap; of those that do, the first that takes a place keeps it, so the work stays bounded. */
function withMerges({ rows, merges }: Sheet, width: number): Laid {
  const grid = rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])
  const printed = grid.map((row) => [...row])
  const taken = new Set<number>()
  const cover = ({ top, left, bottom, right }: Merge) => {
    const words = rows[top]?.[left] ?? ''
    for (let row = top; row <= Math.min(bottom, grid.length - 1); row++) {
      for (let column = left; column <= Math.min(right, width - 1); column++) {
        const place = row * width + column
        if (taken.has(place)) return
        taken.add(place)
        const [gridRow, printedRow] = [grid[row], printed[row]]
        if (!gridRow || !printedRow) return
        gridRow[column] = words
        printedRow[column] = row === top && column === left ? words : ''
      }
    }
  }
  for (const merge of merges) cover(merge)
  return { grid, printed }
}

// One column alone makes no table row whose blank lines hold a character; a second, empty one does.
const widthMin = 2

/**
 * A workbook as a report: each sheet a table, each row a line of its cells joined by TAB, so that words read from a
 * sheet have offsets as any others. Row r of a grid is row r + 1 of its sheet.
 */
export function sheetsText(sheets: readonly Sheet[]): ReportText {
  const builder = reportBuilder()
  for (const sheet of sheets) {
    if (sheet.rows.length === 0) continue
    const { grid, printed } = withMerges(sheet, Math.max(widthMin, sheet.rows[0]?.length ?? 0))
    const chunk = (words: string, row: number, column: number): Chunk[] => {
      const part = `${sheet.name}!${letterOf(column)}${row + 1}`
      return words === '' ? [] : [{ text: words.replaceAll('\n', ' '), from: { part, paragraph: 0, offset: 0 } }]
    }
    const rows = printed.map((row, at) => row.map((words, column) => chunk(words, at, column)))
    builder.table(rows, { grid, headRows: 0, name: sheet.name })
  }
  return builder.finish()
}
