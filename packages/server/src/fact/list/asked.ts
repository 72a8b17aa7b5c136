import type * as contract from '@guatu/contract'
import { type Column, factProblems, plainNumber, type Register, readLedgerNumber, serialDigits } from '@guatu/core/fact'
import type { Within } from '@guatu/core/office'
import { accept, isDecimal, type Result, reject } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { z } from 'zod'
import { comparedOf, type Sql } from './values.ts'

export type Query = z.output<typeof contract.entriesQuery>

/** All of these hold. */
export const all = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : sql`(${sql.join([...conditions], sql` and `)})`
/** One of these holds. */
export const anyOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`false` : sql`(${sql.join([...conditions], sql` or `)})`

/** Whether whoever asks may see the row at all. */
export const seenWithin = ({ all: everything, units, enteredBy }: Within): Sql =>
  everything
    ? sql`true`
    : anyOf([
        ...(units.length > 0 ? [sql`e.unit_id = any(${sql.val([...units])}::uuid[])`] : []),
        ...(enteredBy === null ? [] : [sql`e.entered_by = ${enteredBy}::uuid`]),
      ])

// In the text of the whole row such signs are written otherwise, so that the quick look would miss them.
const isWrittenAsIs = (text: string): boolean => !/["\\]/.test(text)

/** A column that not everybody who sees the row may read: nobody learns by a search what stands in it. */
export const isOpen = ({ access }: Register, { privacy }: Column): boolean =>
  privacy !== 'L3' || access.restricted !== undefined

/** Whether the number of the row is this one, or begins so. */
function numberedSo(text: string, register: Register): Sql {
  const whole = readLedgerNumber(register, text)
  // The sort of a parameter is told by what it is compared with: both are whole numbers.
  if (whole) return sql`(e.number_year = ${whole.year}::int and e.serial = ${whole.serial}::int)`
  const { prefix } = register
  return sql`starts_with(${sql.val(prefix)}::text || '-' || e.number_year || '-' || lpad(e.serial::text,
    greatest(${sql.val(serialDigits)}::int, length(e.serial::text)), '0'), ${plainNumber(text)})`
}

/** Somewhere in the row as it is kept, or in the name of a choice that it made. */
function saying(text: string, register: Register): Sql {
  const columns = Object.entries(register.columns)
  const closed = columns.filter(([, column]) => !isOpen(register, column)).map(([id]) => id)
  const quick = isWrittenAsIs(text) ? sql`strpos(e.content::text, ${text}) > 0 and` : sql``
  const kept = sql`(${quick} exists (select 1 from jsonb_each_text(e.content) c
    where strpos(c.value, ${text}) > 0 and c.key <> all(${sql.val(closed)}::text[])))`
  const chosen = columns.flatMap(([id, column]) => {
    if (!('options' in column) || !isOpen(register, column)) return []
    const called = column.options.filter(({ label }) => label.zh.includes(text) || label.en.includes(text))
    return called.length === 0
      ? []
      : [
          isAnyOf(
            id,
            column,
            called.map(({ value }) => value),
          ),
        ]
  })
  const isNumber = plainNumber(text).startsWith(`${register.prefix}-`) || readLedgerNumber(register, text) !== null
  return anyOf([kept, ...chosen, ...(isNumber ? [numberedSo(text, register)] : [])])
}

/** A cell is one of these, or a list with one of them in it. */
const isAnyOf = (id: string, { kind }: Column, wanted: readonly string[]): Sql =>
  kind === 'yesNo'
    ? sql`(e.content ->> ${sql.val(id)}) = any(${sql.val([...wanted])}::text[])`
    : sql`(e.content -> ${sql.val(id)}) ?| ${sql.val([...wanted])}::text[]`

const isNumber = ({ kind }: Column): boolean => kind === 'quantity' || kind === 'money' || kind === 'percentage'

/** What one column is asked for. A bound that is no figure of a column of figures is refused. */
function inColumn(id: string, column: Column, asked: contract.ColumnAsked): Result<readonly Sql[]> {
  const bounds = [asked.from, asked.to].filter((bound) => bound !== undefined)
  const wrong = isNumber(column) ? bounds.find((bound) => !isDecimal(bound)) : undefined
  if (wrong !== undefined)
    return reject(factProblems('fact.quantity_unreadable', { column: column.label.zh, text: wrong }))
  const { value, type } = comparedOf(id, column)
  const filled = sql`coalesce(e.content -> ${sql.val(id)}, 'null') not in ('null', '""', '[]')`
  return accept([
    ...(asked.is ? [isAnyOf(id, column, asked.is)] : []),
    ...(asked.from === undefined ? [] : [sql`${value} >= ${asked.from}::${type}`]),
    ...(asked.to === undefined ? [] : [sql`${value} <= ${asked.to}::${type}`]),
    ...(asked.filled === undefined ? [] : [asked.filled ? filled : sql`not ${filled}`]),
  ])
}

/** All that is asked of the values of a row, save its state; refuses a column that the register does not have. */
export function askedOf(register: Register, query: Query, unitId: string | null): Result<Sql> {
  const found: Sql[] = []
  for (const [id, asked] of Object.entries(query.columns ?? {})) {
    const column = Object.hasOwn(register.columns, id) ? register.columns[id] : undefined
    if (!column || !isOpen(register, column)) return reject(factProblems('fact.column_unknown', { column: id }))
    const conditions = inColumn(id, column, asked)
    if (!conditions.ok) return conditions
    found.push(...conditions.value)
  }
  const { target, status, unit, number, mark, text, from, to } = query
  return accept(
    all([
      ...found,
      ...(target ? [sql`e.target_id = ${target}::uuid`] : []),
      ...(status ? [sql`e.status = ${status}`] : []),
      ...(unit ? [unitId === null ? sql`false` : sql`e.unit_id = ${unitId}::uuid`] : []),
      ...(number ? [numberedSo(number, register)] : []),
      ...(mark ? [sql`e.late`] : []),
      ...(from ? [sql`e.true_on >= ${from}::date`] : []),
      ...(to ? [sql`e.true_on <= ${to}::date`] : []),
      ...(text ? [saying(text, register)] : []),
    ]),
  )
}
