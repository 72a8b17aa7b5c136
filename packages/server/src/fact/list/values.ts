import type { Column } from '@guatu/core/fact'
import { type RawBuilder, sql } from 'kysely'

/** A piece of SQL over a row of `entry` called `e`. */
export type Sql = RawBuilder<unknown>

const textIn = (id: string): Sql => sql`nullif(e.content ->> ${sql.val(id)}, '')`

/** The place of a cell in a list, which is the order in which the list is shown. */
const placeIn = (id: string, list: readonly string[]): Sql =>
  sql`array_position(${sql.val([...list])}::text[], e.content ->> ${sql.val(id)})`

/** The cell of a column as something that can be put in order; null where it is blank. `targets` in the order of the plan. */
export function orderedBy(id: string, column: Column, targets: readonly string[]): Sql {
  switch (column.kind) {
    case 'quantity':
    case 'money':
    case 'percentage':
      return sql`${textIn(id)}::numeric`
    case 'date':
    case 'month':
    case 'moment':
      return sql`${textIn(id)} collate "C"`
    case 'choice':
      return placeIn(
        id,
        column.options.map(({ value }) => value),
      )
    case 'target':
      return placeIn(id, targets)
    default:
      return textIn(id)
  }
}

/** What a bound of a filter is compared with: a number, or the day or month that a moment falls on in the office. */
export function comparedOf(id: string, { kind }: Column): { readonly value: Sql; readonly type: Sql } {
  if (kind === 'quantity' || kind === 'money' || kind === 'percentage')
    return { value: sql`${textIn(id)}::numeric`, type: sql`numeric` }
  if (kind === 'moment')
    return { value: sql`(${textIn(id)}::timestamptz at time zone 'Asia/Shanghai')::date::text`, type: sql`text` }
  return { value: sql`${textIn(id)} collate "C"`, type: sql`text` }
}
