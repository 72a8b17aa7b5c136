import { covered, isUscc } from '../../shared/index.ts'
import { narrowed } from './empty.ts'
import type { SheetHead } from './heads.ts'
import type { GridRow } from './rows.ts'

const safeCell = (cell: string): string => (isUscc(narrowed(cell).toUpperCase()) ? cell : covered(cell).words)

/**
 * Takes out of a row what may be kept nowhere: columns of persons whole, numbers of persons in any other cell. What
 * comes out may be kept until the sheet is accepted.
 */
export function rowCleaner({ columns }: SheetHead): (row: GridRow) => GridRow {
  const dropped = columns.filter(({ personal }) => personal).map(({ at }) => at)
  return (row) => {
    const cells = row.cells.map(safeCell)
    for (const at of dropped) if (at < cells.length) cells[at] = ''
    return { ...row, cells }
  }
}
