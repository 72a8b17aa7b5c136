import type { Due, Span } from '../../shared/index.ts'
import type { Line, ReportText } from '../../text/index.ts'
import { dueOfCell } from '../deadlines.ts'
import type { OutlineArea } from '../outline/outline.ts'
import { leadersIn, saysNobody, shares, unitsIn } from '../owners.ts'
import { type Column, type ColumnRole, type Head, headOf } from './columns.ts'
import { cellOf, groupTitle, kindOf, numberIn, type RowKind } from './rows.ts'

export type { RowKind }

/** A task of a table: its rows, and what stands in its columns. */
export interface TableTask {
  readonly rows: number[]
  readonly number: string | null
  readonly name: string
  readonly area: OutlineArea | null
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly leaders: readonly string[]
  readonly ownerAt: Span | null
  readonly due: Due | null
  readonly dueAt: Span | null
}

/** What became of a row: its line in the report, and why it is no task where it is none. */
export interface RowFate {
  readonly line: number
  readonly kind: RowKind | 'title'
}

export interface TableReading {
  readonly tasks: readonly TableTask[]
  readonly fates: readonly RowFate[]
  /** The columns that hold for each line; null above the head and in a table that has none. */
  readonly columns: ReadonlyMap<number, readonly Column[]>
}

const leadsFirst =
  /(?:排|列|居|第)?(?:第一|首)(?:位|个|家)?(?:的|者)?(?:单位|部门|责任单位)?[^。；;\n]{0,6}(?:为|是|即)(?:牵头|主责|主办)/

/** Whether the report says that the first of several 责任单位 leads. */
export const firstUnitLeads = (text: string): boolean => leadsFirst.test(text)

/** Reads the rows of one table of a report. `inherited` is the head of the table before it, for one that has none. */
export function readTable(
  report: ReportText,
  lines: readonly number[],
  about: {
    readonly area: OutlineArea | null
    readonly year: number | null
    readonly firstLeads: boolean
    readonly inherited: Head | null
  },
): TableReading & { readonly head: Head | null } {
  const first = lines[0] as number
  const table = report.tables[(report.lines[first] as Line).table as number]
  const grid = lines.map((line) => (table?.grid[line - (table?.firstLine ?? 0)] ?? []) as readonly string[])
  const own = headOf(grid)
  const width = grid[0]?.length
  const head = own ?? (about.inherited?.columns.length === width ? about.inherited : null)
  const fates: RowFate[] = []
  const columns = new Map<number, readonly Column[]>()
  const tasks: TableTask[] = []
  if (!head) return { tasks, fates: lines.map((line) => ({ line, kind: 'title' as const })), columns, head: null }
  const reader = new RowReader(report, head.columns, about)
  lines.forEach((line, i) => {
    const titled = own && i < own.first
    const kind = titled ? 'title' : own && i <= own.last ? 'head' : reader.take(line, grid[i] as readonly string[])
    fates.push({ line, kind })
    if (!titled) columns.set(line, head.columns)
  })
  return { tasks: reader.tasks, fates, columns, head }
}

class RowReader {
  readonly tasks: TableTask[] = []
  private before: readonly string[] | null = null
  private afterNote = false
  private group: OutlineArea | null
  private category = ''
  private readonly last = new Map<ColumnRole, string>()
  private readonly report: ReportText
  private readonly columns: readonly Column[]
  private readonly about: {
    readonly year: number | null
    readonly firstLeads: boolean
    readonly area: OutlineArea | null
  }

  constructor(report: ReportText, columns: readonly Column[], about: RowReader['about']) {
    this.report = report
    this.columns = columns
    this.about = about
    this.group = about.area
  }

  take(line: number, cells: readonly string[]): RowKind {
    const kind = kindOf(cells, this.columns, this.before, this.afterNote)
    this.afterNote = kind === 'note' || (this.afterNote && kind === 'blank')
    if (kind === 'group') this.openGroup(line, groupTitle(cells))
    if (kind === 'task') this.tasks.push(this.taskOf(line, cells))
    if (kind === 'more') this.tasks.at(-1)?.rows.push(line)
    this.before = kind === 'task' || kind === 'more' ? cells : kind === 'blank' ? null : this.before
    return kind
  }

  private openGroup(line: number, { title, ordinal }: { title: string; ordinal: number | null }): void {
    this.group = {
      title,
      parent: this.about.area?.title ?? null,
      at: (this.report.lines[line] as Line).at,
      ordinal,
      place: null,
    }
  }

  private taskOf(line: number, cells: readonly string[]): TableTask {
    const own = (role: ColumnRole): string => this.filled(role, cellOf(cells, this.columns, role))
    const units = (role: ColumnRole): string[] => unitsIn(own(role)).filter((unit) => !saysNobody(unit))
    const dueWords = own('deadline')
    return {
      rows: [line],
      number: numberIn(cellOf(cells, this.columns, 'serial')),
      name: cellOf(cells, this.columns, 'task').replace(/\n/g, ''),
      area: this.areaFor(line, own('category')),
      ...shares(units('lead'), units('answer'), units('support'), this.about.firstLeads),
      leaders: leadersIn(own('leader')),
      ownerAt: this.spanOver(line, ['leader', 'lead', 'answer', 'support']),
      due: dueWords === '' ? null : dueOfCell(dueWords, this.about.year),
      dueAt: this.spanOver(line, ['deadline']),
    }
  }

  /** An empty cell of a column that is usually merged, and 同上, mean what stands above. */
  private filled(role: ColumnRole, words: string): string {
    const above = /^(?:同上|〃|″|")$/.test(words) || (words === '' && (role === 'leader' || role === 'category'))
    if (!above) this.last.set(role, words)
    return above ? (this.last.get(role) ?? '') : words
  }

  /** A column of categories parts the tasks as headings would. */
  private areaFor(line: number, category: string): OutlineArea | null {
    const title = category.replace(/[\s\u3000]/g, '')
    if (title === '' || title === this.category) return this.group
    this.category = title
    const at = this.spanOver(line, ['category']) ?? (this.report.lines[line] as Line).at
    this.group = { title, parent: this.about.area?.title ?? null, at, ordinal: null, place: null }
    return this.group
  }

  /** From the first to the last cell with words in the columns of these roles. */
  private spanOver(line: number, roles: readonly ColumnRole[]): Span | null {
    const { cells } = this.report.lines[line] as Line
    const said = cells.filter((cell, i) => {
      const role = this.columns[i]?.role
      return role && roles.includes(role) && this.report.text.slice(cell.start, cell.end).trim() !== ''
    })
    const first = said[0]
    const last = said.at(-1)
    return first && last ? { start: first.start, end: last.end } : null
  }
}
