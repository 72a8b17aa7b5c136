import { addDays, assert, type Day, day, type Instant, instant } from '@guatu/core/shared'
import type { Person } from './plot.ts'

/** A year in days, and which of them are worked. */
export interface YearDays {
  readonly year: number
  readonly isWorked: (on: Day) => boolean
}

export const monthsOfYear = (year: number): readonly string[] =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)

/** Every day of a month, `2023-06`. */
export function daysOf(month: string): readonly Day[] {
  const days: Day[] = []
  for (let on = day(`${month}-01`); on.startsWith(month); on = addDays(on, 1)) days.push(on)
  return days
}

export const workedDaysOf = (month: string, { isWorked }: YearDays): readonly Day[] => daysOf(month).filter(isWorked)

/** The day that lies so many working days after another. */
export function workedAfter(from: Day, count: number, { isWorked }: YearDays): Day {
  let on = from
  for (let left = count; left > 0; ) {
    on = addDays(on, 1)
    if (isWorked(on)) left -= 1
  }
  return on
}

// By practice a month is locked on the fifth working day of the next (督查规则 §0.3).
const lockedAfterWorkdays = 5

export function lockedOn(month: string, days: YearDays): Day {
  const last = daysOf(month).at(-1)
  assert(last, 'a month has days')
  return workedAfter(last, lockedAfterWorkdays, days)
}

const weekdayOf = (on: Day): number => new Date(`${on}T00:00:00Z`).getUTCDay() || 7

/** The days on which somebody sees to the ledgers: their weekdays, and one near the end of each month. */
export function ledgerDaysOf(
  { weekdays, fromEnd }: Pick<Person, 'weekdays' | 'fromEnd'>,
  days: YearDays,
): readonly Day[] {
  return [...monthsOfYear(days.year), `${days.year + 1}-01`].flatMap((month) => {
    const worked = workedDaysOf(month, days)
    return worked.filter((on) => weekdays.includes(weekdayOf(on)) || on === worked.at(-fromEnd))
  })
}

/** The first of these days that is not before another. */
export const firstFrom = (days: readonly Day[], from: Day): Day | null => days.find((on) => on >= from) ?? null

/** The moment of a day at an hour and minute of Shanghai. */
export const momentOf = (on: Day, minutes: number): Instant =>
  instant(new Date(Date.parse(`${on}T00:00:00.000Z`) + (minutes - 8 * 60) * 60_000).toISOString())
