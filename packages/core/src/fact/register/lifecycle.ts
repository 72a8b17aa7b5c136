import type { Duty } from '../../office/index.ts'
import type { Threshold, Words } from '../../shared/index.ts'
import { type Condition, holds, type RowSeen } from './condition.ts'

export interface LifecycleState {
  readonly label: Words
  /** Nothing leads on from here, save a move that says so. */
  readonly end?: boolean
}

export interface Within {
  readonly limit: Threshold
  /** Limits of rows of some kind; the first whose condition holds stands in place of `limit`. */
  readonly cases?: readonly { readonly when: Condition; readonly limit: Threshold }[]
  readonly after?: string
  /** 中止天数: the column that holds for how many days the clock stood still; they are added. */
  readonly suspended?: string
}

/** One allowed step: button, permission, time limit and refusal are read off the same row. */
export interface Move {
  readonly label: Words
  readonly from: readonly string[]
  readonly to: string
  /** Whoever may make it. `system`: it follows by itself when its day has come. */
  readonly by: readonly Duty[] | 'system'
  /** Only for rows that answer this with yes. */
  readonly when?: Condition
  /** 时限: how long after the row came to where the move starts from, or after the day or moment in a column. */
  readonly within?: Within
  /** Columns that have to be filled before. */
  readonly needs?: readonly string[]
  /** 说明原因: the move is made with a reason. */
  readonly because?: boolean
  /** Somebody outside decides; here it is only recorded. */
  readonly decidedBy?: Words
}

/** 流程: where a row may stand and how it goes on. Its verification runs beside it and is no part of it. */
export interface Lifecycle {
  readonly initial: string
  readonly states: Readonly<Record<string, LifecycleState>>
  readonly moves: Readonly<Record<string, Move>>
}

/**
 * The units in which a time limit may count. A `legalDay` is a calendar day of a period set by law (法定期间): the first day
 * is not counted, and a period whose last day is no working day ends on the first working day after it.
 */
export const limitUnits: readonly string[] = ['workday', 'legalDay', 'day', 'hour', 'minute']

/** The limit that a move has for a row; null where it has none. */
export const limitFor = ({ within }: Move, row: RowSeen): Threshold | null =>
  within ? (within.cases?.find(({ when }) => holds(when, row))?.limit ?? within.limit) : null

/** A state by its two names. */
export const state = (zh: string, en: string, more: { readonly end?: boolean } = {}): LifecycleState => ({
  label: { zh, en },
  ...more,
})
