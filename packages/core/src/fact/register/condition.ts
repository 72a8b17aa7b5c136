import { compare, type Day, decimal, isDecimal, type Threshold } from '../../shared/index.ts'
import { isFilled, isText, type RowValues } from '../columns/value.ts'
import { type Bound, boundOn } from './bound.ts'
import { isBefore, isWithinTime } from './order.ts'

/** What a row says, as a question that program, database and screen can all read. An empty column answers no. */
export type Condition =
  /** A choice, a yes/no or a text is this, or one of these. Of several choices one is enough. */
  | { readonly column: string; readonly is: string | boolean | readonly string[] }
  | { readonly column: string; readonly filled: boolean }
  | { readonly column: string; readonly atLeast: Bound }
  | { readonly column: string; readonly atMost: Bound }
  /** In time: not after the day or moment of another column. */
  | { readonly column: string; readonly notAfter: string }
  /** In time: no longer after the moment of another column than so many minutes or hours. */
  | { readonly column: string; readonly within: Threshold; readonly after: string }
  /** Where the row stands in the lifecycle of its register. */
  | { readonly state: readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

/** A row as a condition sees it. */
export interface RowSeen {
  readonly values: RowValues
  /** Null where the register has no lifecycle or the row has not begun it. */
  readonly state: string | null
  readonly today: Day
}

const isOneOf = (wanted: string | boolean | readonly string[], value: unknown): boolean =>
  typeof wanted === 'object' ? wanted.some((one) => one === value) : wanted === value

/** Whether a row answers a condition with yes. */
export function holds(condition: Condition, row: RowSeen): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, row))
  if ('any' in condition) return condition.any.some((one) => holds(one, row))
  if ('not' in condition) return !holds(condition.not, row)
  if ('state' in condition) return row.state !== null && condition.state.includes(row.state)
  const value = row.values[condition.column]
  if ('filled' in condition) return isFilled(value) === condition.filled
  if (!isFilled(value)) return false
  if ('is' in condition)
    return Array.isArray(value) ? value.some((one) => isOneOf(condition.is, one)) : isOneOf(condition.is, value)
  if (!isText(value)) return false
  if ('notAfter' in condition) {
    const other = row.values[condition.notAfter]
    return isFilled(other) && isText(other) && !isBefore(other, value)
  }
  if ('within' in condition) {
    const other = row.values[condition.after]
    return isFilled(other) && isText(other) && isWithinTime(value, other, condition.within, row.today)
  }
  if (!isDecimal(value)) return false
  const [bound, sign] = 'atLeast' in condition ? [condition.atLeast, -1] : [condition.atMost, 1]
  const figure = boundOn(bound, row.today)
  return figure !== null && compare(decimal(value), figure) !== sign
}

/** The columns that a condition asks about. */
export function columnsAsked(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(columnsAsked)
  if ('any' in condition) return condition.any.flatMap(columnsAsked)
  if ('not' in condition) return columnsAsked(condition.not)
  if ('state' in condition) return []
  if ('within' in condition) return [condition.column, condition.after]
  return 'notAfter' in condition ? [condition.column, condition.notAfter] : [condition.column]
}
