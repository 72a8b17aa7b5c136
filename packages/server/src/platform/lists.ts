import { type RawBuilder, sql } from 'kysely'

type Item = string | number | null

const plain = /^[\w.:+-]+$/

function literal(item: Item): string {
  if (item === null) return 'NULL'
  const text = String(item)
  if (plain.test(text) && text.toUpperCase() !== 'NULL') return text
  return `"${/["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`
}

/**
 * One column of many rows as the text of a list, to be cast to the list's type. It is made here and now: whoever has more
 * rows to send makes the next lists while the database works on these.
 */
export const listOf = <T>(rows: readonly T[], of: (row: T) => Item): RawBuilder<string> =>
  sql.val(`{${rows.map((row) => literal(of(row))).join(',')}}`)
