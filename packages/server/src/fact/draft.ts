import {
  type Column,
  isRetired,
  type Register,
  type RowRead,
  type RowText,
  type RowValues,
  readRow,
  statusNamed,
} from '@guatu/core/fact'
import type { Day, Instant } from '@guatu/core/shared'
import type { KeptEntry } from './store.ts'

export interface Writer {
  readonly officeId: string
  readonly officerId: string
  readonly now: Instant
  readonly today: Day
  /** The unit of the post, for rows of registers whose rows name none. */
  readonly unitId?: string
  /** The name of the other system that reports the rows; then `officerId` is its id and no person's. */
  readonly bySystem?: string
}

/** A row handed in: its text, and what it is a later version of. */
export interface Draft {
  readonly text: RowText
  /** Where it stands in the lifecycle, by id or label; left out, at the beginning or where the version before stood. */
  readonly status?: string | null
  readonly corrects?: KeptEntry | null
  readonly move?: string | null
  /** The values that stay where the text says nothing; an empty cell empties one. */
  readonly base?: RowValues
  /** The root of the row that it says it is, by its number: then it is refused as one whose key that row has taken. */
  readonly names?: string
}

/** The row that a draft is a version of; null where it is a new one. */
export const rootOf = ({ corrects, names }: Draft): string | null => corrects?.rootId ?? names ?? null

/** Reads a draft. What an earlier version holds in a column that the office has retired stays, whatever is typed. */
export function readDraft(register: Register, { base, text, corrects }: Draft): RowRead {
  const retired = corrects
    ? Object.keys(register.columns).filter((id) => isRetired(register.columns[id] as Column))
    : []
  if (retired.length === 0) return over(base, text, readRow(register, text))
  const typed = Object.fromEntries(Object.entries(text).filter(([id]) => !retired.includes(id)))
  const kept = Object.fromEntries(retired.map((id) => [id, corrects?.content[id]]))
  return over({ ...base, ...kept }, typed, readRow(register, typed))
}

/** What was typed over what stays: an empty cell empties it. */
function over(base: RowValues | undefined, text: RowText, { values, problems }: RowRead): RowRead {
  if (!base) return { values, problems }
  const kept = Object.entries(base).filter(([id]) => text[id] === undefined)
  return { values: { ...Object.fromEntries(kept), ...values }, problems }
}

/** Where a draft stands in the lifecycle of its register; null where that has none. */
export function statusOf(register: Register, { status, corrects }: Pick<Draft, 'status' | 'corrects'>): string | null {
  const { lifecycle } = register
  if (!lifecycle) return null
  const before = corrects?.status ?? lifecycle.initial
  return status === undefined || status === null || status === '' ? before : statusNamed(register, status)
}
