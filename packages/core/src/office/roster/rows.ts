import { accept, holdsPrivateNumber, type Problem, type Result, reject } from '../../shared/index.ts'
import { rosterProblems } from './problems.ts'
import { type RosterPart, rosterCharsMax, rosterHeadings, rosterRowsMax, rosterSheetNames } from './shape.ts'

/** A sheet as it stands; rows and columns from 0. Each row is as wide as the widest. */
export interface RosterSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly merges: readonly { readonly top: number; readonly left: number; readonly bottom: number }[]
  readonly hiddenRows: readonly number[]
  readonly formulas: readonly { readonly row: number; readonly column: number }[]
}

/** One filled row of a sheet: its printed number, its cells by heading, and what is wrong with it whatever it says. */
export interface RosterRow {
  readonly row: number
  readonly cells: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

const shown = (words: readonly string[]): string => {
  const filled = words.filter((word) => word !== '')
  return filled.length === 0 ? '空行' : filled.map((word) => (holdsPrivateNumber(word) ? '…' : word)).join('、')
}

/** Where each heading stands; refused where one is missing, stands twice, or another stands among them. */
function columnsOf(part: RosterPart, sheet: RosterSheet): Result<ReadonlyMap<string, number>> {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const head = Array.from({ length: width }, (_, column) => (sheet.rows[0]?.[column] ?? '').replace(/\s/g, ''))
  const expected: readonly string[] = rosterHeadings[part]
  const found = head.filter((word) => word !== '')
  const isPrinted = found.length === expected.length && expected.every((heading) => head.includes(heading))
  const isMerged = sheet.merges.some((merge) => merge.top === 0)
  // A column without a heading whose cells are filled would be lost without a word.
  const stray = head.some((word, column) => word === '' && sheet.rows.some((row) => (row[column] ?? '') !== ''))
  if (isPrinted && !isMerged && !stray) return accept(new Map(expected.map((name) => [name, head.indexOf(name)])))
  const facts = { sheet: rosterSheetNames[part], expected: expected.join('、'), found: shown(head) }
  return reject(rosterProblems('roster.heading', facts))
}

/** A name as rosters tell it from others: a space inside a Chinese name only widens it. */
export const plainName = (words: string): string =>
  words.trim().replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')

const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u

function wrongIn(column: string, words: string): Problem | null {
  if (holdsPrivateNumber(words)) return rosterProblems('roster.private_number', { column })
  return invisible.test(words) ? rosterProblems('roster.unwritable', { column }) : null
}

// Lists of duties and units may be longer than one name.
const listed = new Set(['职责', '分管单位'])

const tooLong = (column: string, words: string): Problem | null =>
  !listed.has(column) && words.length > rosterCharsMax
    ? rosterProblems('roster.too_long', { column, charsMax: rosterCharsMax })
    : null

function rowOf(sheet: RosterSheet, index: number, columns: ReadonlyMap<string, number>): RosterRow {
  const cells: Record<string, string> = {}
  const problems: Problem[] = []
  if (sheet.hiddenRows.includes(index)) problems.push(rosterProblems('roster.hidden_row', {}))
  if (sheet.merges.some((merge) => merge.top <= index && index <= merge.bottom))
    problems.push(rosterProblems('roster.merged', {}))
  for (const [column, at] of columns) {
    const words = sheet.rows[index]?.[at] ?? ''
    const wrong = wrongIn(column, words) ?? tooLong(column, words)
    if (wrong) problems.push(wrong)
    if (sheet.formulas.some((place) => place.row === index && place.column === at))
      problems.push(rosterProblems('roster.formula', { column }))
    // What is refused goes no further, so that no later problem can repeat it.
    cells[column] = wrong ? '' : plainName(words)
  }
  return { row: index + 1, cells, problems }
}

/** The filled rows under the headings of one part of a roster. */
export function rowsOf(part: RosterPart, sheets: readonly RosterSheet[]): Result<readonly RosterRow[]> {
  const name = rosterSheetNames[part]
  const sheet = sheets.find((one) => one.name.trim() === name)
  if (!sheet)
    return reject(rosterProblems('roster.sheet_missing', { sheet: name, found: shown(sheets.map((s) => s.name)) }))
  const columns = columnsOf(part, sheet)
  if (!columns.ok) return columns
  const filled = sheet.rows.flatMap((row, index) =>
    index > 0 && row.some((word) => word.trim() !== '') ? [index] : [],
  )
  const rowsMax = rosterRowsMax[part]
  if (filled.length > rowsMax) return reject(rosterProblems('roster.too_many_rows', { sheet: name, rowsMax }))
  return accept(filled.map((index) => rowOf(sheet, index, columns.value)))
}
