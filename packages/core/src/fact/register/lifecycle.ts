import type { Duty } from '../../office/index.ts'
import type { Threshold, Words } from '../../shared/index.ts'
import type { Condition } from './condition.ts'

export interface LifecycleState {
  readonly label: Words
  /** Nothing leads on from here, save a move that says so. */
  readonly end?: boolean
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
  readonly within?: { readonly limit: Threshold; readonly after?: string }
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

/** The units in which a time limit may count. */
export const limitUnits: readonly string[] = ['workday', 'day', 'hour', 'minute']

/** A state by its two names. */
export const state = (zh: string, en: string, more: { readonly end?: boolean } = {}): LifecycleState => ({
  label: { zh, en },
  ...more,
})
