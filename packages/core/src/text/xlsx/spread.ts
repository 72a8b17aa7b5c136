import type { Merge, SheetRow } from './sheet.ts'

interface Open {
  readonly merge: Merge
  readonly words: string
}

/**
 * Fills merged words into every place that they cover, row after row. Rows have to come in order; only the ranges that
 * reach the present row are held.
 */
export function mergeSpreader(merges: readonly Merge[]): (row: SheetRow) => SheetRow {
  const waiting = merges.toSorted((a, b) => a.top - b.top)
  let next = 0
  let open: Open[] = []
  return (row) => {
    const at = row.row - 1
    open = open.filter(({ merge }) => merge.bottom >= at)
    for (let merge = waiting[next]; merge && merge.top <= at; merge = waiting[++next]) {
      if (merge.bottom >= at) open.push({ merge, words: merge.top === at ? (row.cells[merge.left] ?? '') : '' })
    }
    const covering = open.filter(({ words }) => words !== '')
    if (covering.length === 0) return row
    const cells = [...row.cells]
    for (const { merge, words } of covering) fill(cells, merge, words)
    return { ...row, cells }
  }
}

/** A range wider than any table of people says nothing more in its further columns. */
const widthMax = 500

function fill(cells: string[], { left, right }: Merge, words: string): void {
  for (let column = left; column <= Math.min(right, left + widthMax); column++) {
    while (cells.length < column) cells.push('')
    cells[column] = words
  }
}
