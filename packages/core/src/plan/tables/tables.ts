import type { ReportText } from '../../text/index.ts'
import type { Outline, OutlineRows } from '../outline/outline.ts'
import type { Column, Head } from './columns.ts'
import { type RowFate, readTable, type TableReading, type TableTask } from './read-rows.ts'

/** Reads the tables of a report one after the other; one without a head goes on with the head of the one before. */
export function readTables(report: ReportText, outline: Outline, firstLeads: boolean): TableReading {
  const tasks: TableTask[] = []
  const fates: RowFate[] = []
  const columns = new Map<number, readonly Column[]>()
  let inherited: Head | null = null
  for (const { rows, area } of outline.tables) {
    for (const lines of byTable(report, rows)) {
      const read = readTable(report, lines, { area, year: outline.year, firstLeads, inherited })
      inherited = read.head ?? inherited
      for (const task of read.tasks) tasks.push(task)
      for (const fate of read.fates) fates.push(fate)
      for (const [line, each] of read.columns) columns.set(line, each)
    }
  }
  return { tasks, fates, columns }
}

/** The lines of each table among some rows. */
function byTable(report: ReportText, rows: OutlineRows['rows']): number[][] {
  const groups = new Map<number, number[]>()
  for (const { row } of rows) {
    const table = report.lines[row as number]?.table as number
    const group = groups.get(table)
    if (group) group.push(row as number)
    else groups.set(table, [row as number])
  }
  return [...groups.values()]
}
