import { readValue } from './columns/index.ts'
import { isFilled, isText, isTextList, type RowValues, type Value } from './columns/value.ts'
import { printed } from './printed.ts'
import { factProblems } from './problems.ts'
import type { ColumnProblem } from './register/check-rule.ts'
import { isRetired } from './register/own.ts'
import type { Register } from './register/register.ts'
import { rowProblems } from './row-problems.ts'

export { readDay, readDecimal } from './columns/typed.ts'

/** A row as typed or pasted: text by column id. */
export type RowText = Readonly<Record<string, string>>

/** A row as far as it could be read: typed values by column id, the empty ones left out, and what could not be read. */
export interface RowRead {
  readonly values: RowValues
  readonly problems: readonly ColumnProblem[]
}

// What stands between the columns of a key; made a blank in a cell, so that no two rows have one key by chance.
const keySeparator = '\u001f'

const nameColumns = ['name', 'title', 'orgName']
const naming = ['text', 'uscc', 'documentNumber']

/** The column by which people call a row of a register; null where it has none. */
export function nameColumnOf(register: Register | undefined): string | null {
  const { columns = {}, key = [] } = register ?? {}
  return (
    nameColumns.find((id) => Object.hasOwn(columns, id)) ??
    key.find((id) => naming.includes(columns[id]?.kind ?? '')) ??
    null
  )
}

/** Reads a row by its register's declaration, each column by its kind. Whether the row is taken, `checkRow` says. */
export function readRow({ columns }: Register, row: RowText): RowRead {
  const values: Record<string, Value> = {}
  const problems: ColumnProblem[] = []
  for (const [id, typed] of Object.entries(row)) {
    const column = Object.hasOwn(columns, id) ? columns[id] : undefined
    if (!column) {
      problems.push({ column: id, problem: factProblems('fact.column_unknown', { column: id }) })
      continue
    }
    const text = typed.replaceAll(keySeparator, ' ')
    if (text.trim() === '') continue
    if (isRetired(column)) {
      problems.push({ column: id, problem: rowProblems('fact.column_retired', { column: column.label.zh }) })
      continue
    }
    const read = readValue(column, text)
    if (read.ok) values[id] = read.value
    else problems.push({ column: id, problem: read.problem })
  }
  return { values, problems }
}

/** A column that names rows, targets or places of another kind than it holds, by what people call them. */
export interface Naming {
  readonly column: string
  /** The register whose rows it names; null where it names targets. */
  readonly register: string | null
  readonly names: readonly string[]
}

/** The names in a row that stand for something else: rows of registers and targets. */
export const namesIn = ({ columns }: Register, values: RowValues): readonly Naming[] =>
  Object.entries(values).flatMap(([column, value]): Naming[] => {
    const declared = columns[column]
    if (!declared || !isFilled(value)) return []
    const names = isText(value) ? [value] : isTextList(value) ? value : []
    if (declared.kind === 'target') return [{ column, register: null, names }]
    return 'register' in declared ? [{ column, register: declared.register, names }] : []
  })

/** What a name stands for: an id, several things, or nothing that is known. */
export type Meant = { readonly id: string } | { readonly several: number } | null

/** Puts ids in the place of the names that rows and targets go by. What is unknown stays, for `checkRow` to refuse. */
export function withNames(
  register: Register,
  { values, problems }: RowRead,
  meant: (register: string | null, name: string) => Meant,
): RowRead {
  const named: Record<string, Value> = {}
  const found: ColumnProblem[] = []
  for (const { column, register: of, names } of namesIn(register, values)) {
    const all = names.map((name) => meant(of, name))
    const ids = all.map((one, at) => (one && 'id' in one ? one.id : (names[at] ?? '')))
    const doubtful = all.findIndex((one) => one !== null && 'several' in one)
    const label = register.columns[column]?.label.zh ?? column
    const doubt = all[doubtful]
    if (doubt && 'several' in doubt) {
      const facts = { column: label, text: names[doubtful] ?? '', rows: doubt.several }
      found.push({ column, problem: rowProblems('fact.row_ambiguous', facts) })
    }
    named[column] = Array.isArray(values[column]) ? [...new Set(ids)] : (ids[0] ?? '')
  }
  return { values: { ...values, ...named }, problems: [...problems, ...found] }
}

/** What tells a row from another: its key columns in their canonical form, joined by a character that none holds. */
export const naturalKeyOf = ({ columns, key }: Register, values: RowValues): string =>
  key
    .map((id) => {
      const [column, value] = [columns[id], values[id]]
      return column && isFilled(value) ? printed(column, value) : ''
    })
    .join(keySeparator)
