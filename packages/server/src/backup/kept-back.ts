import type { Column, Register } from '@guatu/core/fact'
import { type RawBuilder, sql } from 'kysely'

/** 不出单位: whether a column stays in the office whatever is exported: need-to-know (L3). */
const staysHere = ({ privacy }: Column): boolean => privacy === 'L3'

/** The columns of a register that leave the office. */
export const leavingColumns = ({ columns }: Register): readonly (readonly [string, Column])[] =>
  Object.entries(columns).filter(([, column]) => !staysHere(column))

/** Registers whose rows never leave the office: only sums of them are told to others. */
export const isRestricted = ({ access }: Register): boolean => access.restricted !== undefined

const textList = (words: readonly string[]) => sql`array[${sql.join(words.map((word) => sql.lit(word)))}]::text[]`

/** What an export keeps back of the rows of registers, as the database is asked for it. */
export interface KeptBack {
  /** Which rows of a table leave; null where all do. */
  rowsOf(table: string): RawBuilder<unknown> | null
  /** How a column of a table leaves; null where it leaves as it is. */
  valueOf(table: string, column: string): RawBuilder<unknown> | null
  /** Told in the export: registers and columns that stay behind. */
  readonly named: readonly string[]
}

// Tables whose rows hang on an entry.
const ofEntry = ['entry_event', 'entry_evidence', 'fact', 'source_reading']

/** What of the registers never leaves: the rows of restricted ones, and columns that are need-to-know. */
export function keptBackOf(registers: readonly Register[]): KeptBack {
  const restricted = registers.filter(isRestricted).map(({ id }) => id)
  const hidden = registers
    .filter((register) => !isRestricted(register))
    .flatMap((register) => {
      const columns = Object.entries(register.columns).flatMap(([id, column]) => (staysHere(column) ? [id] : []))
      return columns.length > 0 ? [{ register: register.id, columns }] : []
    })
  const isIn = sql`register = any(${textList(restricted)})`
  const content = sql`case register ${sql.join(
    hidden.map(({ register, columns }) => sql`when ${sql.lit(register)} then content - ${textList(columns)}`),
    sql` `,
  )} else content end`
  return {
    rowsOf: (table) => {
      if (restricted.length === 0) return null
      if (table === 'entry') return sql`not (${isIn})`
      const entries = sql`select 1 from entry e where e.office_id = t.office_id and e.id = t.entry_id and e.${isIn}`
      return ofEntry.includes(table) ? sql`not exists (${entries})` : null
    },
    valueOf: (table, column) => (table === 'entry' && column === 'content' && hidden.length > 0 ? content : null),
    named: [
      ...restricted.map((id) => `entry:${id}`),
      ...hidden.flatMap(({ register, columns }) => columns.map((column) => `entry:${register}.${column}`)),
    ],
  }
}
