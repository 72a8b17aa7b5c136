import { accept, dayOf, instant, isDay, isInstant, type Problem, type Result, reject } from '../../shared/index.ts'
import { factProblems } from '../problems.ts'
import { rowProblems } from '../row-problems.ts'
import { type ColumnBase, type ColumnKind, type ColumnMore, noMistakes } from './base.ts'
import { readDay, readMoment, readMonth } from './typed.ts'
import { isText, type OfficeContext, type Value } from './value.ts'

interface TimeMore extends ColumnMore {
  /** What has happened cannot lie ahead; what is planned may. */
  readonly notInFuture?: boolean
}

/** 日期 (a day), 月份 (`2023-06`) or 时刻 (a moment in UTC). */
export interface TimeColumn extends ColumnBase, TimeMore {
  readonly kind: 'date' | 'month' | 'moment'
}

export const date = (label: TimeColumn['label'], more: TimeMore = {}): TimeColumn => ({ kind: 'date', label, ...more })
export const month = (label: TimeColumn['label'], more: TimeMore = {}): TimeColumn => ({
  kind: 'month',
  label,
  ...more,
})
export const moment = (label: TimeColumn['label'], more: TimeMore = {}): TimeColumn => ({
  kind: 'moment',
  label,
  ...more,
})

const monthForm = /^\d{4}-(?:0[1-9]|1[0-2])$/

const isOf: Readonly<Record<TimeColumn['kind'], (written: string) => boolean>> = {
  date: isDay,
  month: (written) => monthForm.test(written),
  moment: isInstant,
}

/** The first day that a value touches, for comparing days, months and moments with one another. */
const dayIn = (kind: TimeColumn['kind'], written: string): string =>
  kind === 'moment' ? dayOf(instant(written)) : written

function unreadable({ kind, label }: TimeColumn, written: string): Problem {
  const facts = { column: label.zh, text: written }
  if (kind === 'date') return factProblems('fact.day_unreadable', facts)
  return kind === 'month' ? rowProblems('fact.month_unreadable', facts) : rowProblems('fact.moment_unreadable', facts)
}

function check(column: TimeColumn, value: Value, { today }: OfficeContext): Result<Value> {
  if (!isText(value)) return reject(rowProblems('fact.value_misshapen', { column: column.label.zh }))
  const written = value.trim()
  if (!isOf[column.kind](written)) return reject(unreadable(column, written))
  const on = dayIn(column.kind, written)
  return column.notInFuture && on > today.slice(0, on.length)
    ? reject(factProblems('fact.day_in_future', { day: on, today }))
    : accept(written)
}

const readers: Readonly<Record<TimeColumn['kind'], (typed: string) => string | null>> = {
  date: readDay,
  month: readMonth,
  moment: readMoment,
}

function read(column: TimeColumn, typed: string): Result<Value> {
  const found = readers[column.kind](typed)
  return found === null ? reject(unreadable(column, typed.trim())) : accept(found)
}

export const timeKind: ColumnKind<TimeColumn> = { mistakes: noMistakes, read, check }
