import { accept, type Problem, type Result } from '../../shared/index.ts'
import { type Duty, duties, dutyLabels, sideOf } from '../duty.ts'
import { officeProblems } from '../problems.ts'
import { dayIn } from './day-in.ts'
import { rosterProblems } from './problems.ts'
import { type RosterRow, type RosterSheet, rowsOf } from './rows.ts'
import {
  type HoldingKind,
  holdingKindLabels,
  type PersonLine,
  type PostLine,
  type RosterPart,
  type RosterUnitKind,
  type UnitLine,
  unitKindLabels,
  wholeLineLabel,
} from './shape.ts'

/** A row of a roster: what it says, or why it cannot be taken. `names` are the cells that tell it from other rows. */
export interface Read<T> {
  readonly row: number
  readonly names: readonly string[]
  readonly says: T | null
  readonly problems: readonly Problem[]
}

/** A roster file as read, whatever office it is for. */
export interface RosterFile {
  readonly units: readonly Read<UnitLine>[]
  readonly posts: readonly Read<PostLine>[]
  readonly people: readonly Read<PersonLine>[]
}

/** Reads the cells of one row and gathers everything that is wrong with them. */
class Cells {
  readonly problems: Problem[]
  private readonly row: RosterRow

  constructor(row: RosterRow) {
    this.row = row
    this.problems = [...row.problems]
  }

  /** The cell's words; empty where the row is refused for what stands in it. */
  words(column: string): string {
    return this.row.cells[column] ?? ''
  }

  required(column: string): string {
    const words = this.words(column)
    // A cell that was refused has said so already.
    if (words === '' && this.row.problems.length === 0) this.wrong(rosterProblems('roster.missing', { column }))
    return words
  }

  oneOf<K extends string>(column: string, labels: Readonly<Record<K, string>>, otherwise: K): K {
    const words = this.words(column).normalize('NFKC')
    if (words === '') return otherwise
    const found = (Object.keys(labels) as K[]).find((key) => labels[key] === words)
    if (found !== undefined) return found
    const choices = Object.values(labels).join('、')
    this.wrong(rosterProblems('roster.not_one_of', { column, value: words, choices }))
    return otherwise
  }

  list(column: string): string[] {
    const parts = this.words(column).split(/[、,，;；\n]/)
    return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))]
  }

  day(column: string) {
    const words = this.words(column)
    const found = words === '' ? null : dayIn(words)
    if (words !== '' && found === null) this.wrong(rosterProblems('roster.no_such_day', { column, value: words }))
    return found
  }

  wrong(problem: Problem): void {
    this.problems.push(problem)
  }
}

function read<T>(row: RosterRow, naming: readonly string[], line: (cells: Cells) => T | null): Read<T> {
  const cells = new Cells(row)
  const says = line(cells)
  const names = naming.map((column) => cells.words(column))
  return { row: row.row, names, says: cells.problems.length === 0 ? says : null, problems: cells.problems }
}

function unitLine(cells: Cells): UnitLine {
  const parent = cells.words('上级单位')
  return {
    name: cells.required('名称'),
    kind: cells.oneOf<RosterUnitKind>('类型', unitKindLabels, 'department'),
    parent: parent === '' ? null : parent,
  }
}

function dutiesIn(cells: Cells): Duty[] {
  const labels = cells.list('职责')
  if (labels.length === 0) cells.required('职责')
  return labels.flatMap((label) => {
    const duty = duties.find((one) => dutyLabels[one].zh === label)
    const choices = duties.map((one) => dutyLabels[one].zh).join('、')
    if (!duty) cells.wrong(rosterProblems('roster.not_one_of', { column: '职责', value: label, choices }))
    return duty ? [duty] : []
  })
}

function postLine(cells: Cells): PostLine | null {
  const [unit, title, held] = [cells.required('单位'), cells.required('岗位名称'), dutiesIn(cells)]
  const units = cells.list('分管单位')
  const side = sideOf(held)
  if (held.length > 0 && !side) cells.wrong(officeProblems('office.duties_apart', {}))
  const line = units.length === 1 && units[0] === wholeLineLabel ? ('all' as const) : units
  return side ? { unit, title, duties: held, side, line } : null
}

/** The one spelling of an account: signs that no account may hold are left out of it. */
export type AccountOf = (typed: string) => string

function accountIn(cells: Cells, accountOf: AccountOf): string | null {
  const typed = cells.words('账号').normalize('NFKC').toLowerCase()
  if (typed === '') return null
  const account = accountOf(typed)
  if (account !== typed) cells.wrong(rosterProblems('roster.account_form', { account: typed }))
  return account
}

const personLine =
  (accountOf: AccountOf) =>
  (cells: Cells): PersonLine => {
    const line: PersonLine = {
      name: cells.required('姓名'),
      account: accountIn(cells, accountOf),
      unit: cells.required('单位'),
      post: cells.required('岗位'),
      kind: cells.oneOf<HoldingKind>('任职方式', holdingKindLabels, 'holder'),
      from: cells.day('起始日期'),
      until: cells.day('终止日期'),
    }
    const { from, until } = line
    if (from !== null && until !== null && until < from)
      cells.wrong(officeProblems('office.end_before_start', { from, until }))
    return line
  }

/** Reads the three sheets. A file without them is refused whole; a row that is wrong is refused alone. */
export function rosterFromSheets(sheets: readonly RosterSheet[], accountOf: AccountOf): Result<RosterFile> {
  const parts: Partial<Record<RosterPart, readonly RosterRow[]>> = {}
  for (const part of ['units', 'posts', 'people'] as const) {
    const rows = rowsOf(part, sheets)
    if (!rows.ok) return rows
    parts[part] = rows.value
  }
  const { units = [], posts = [], people = [] } = parts
  return accept({
    units: units.map((row) => read(row, ['名称'], unitLine)),
    posts: posts.map((row) => read(row, ['单位', '岗位名称'], postLine)),
    people: people.map((row) => read(row, ['姓名', '单位', '岗位'], personLine(accountOf))),
  })
}
