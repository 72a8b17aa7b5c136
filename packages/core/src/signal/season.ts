import {
  addDays,
  compare,
  type Day,
  type Decimal,
  daysBetween,
  decimal,
  type Exact,
  exactly,
  exactOver,
  exactTimes,
  firstDayOf,
  lastDayOf,
  plus,
  yearOf,
} from '../shared/index.ts'

function indexOver(index: readonly Decimal[], from: Day, to: Day): Decimal {
  let sum = decimal(0)
  for (let on = from; on <= to; on = addDays(on, 1)) sum = plus(sum, index[Number(on.slice(5, 7)) - 1] ?? decimal(1))
  return sum
}

export interface RestOfYear {
  readonly days: number
  readonly daysOfYear: number
  /** What the days that are left usually have, by what the days so far had; null at either end of the year. */
  readonly norm: Exact | null
}

/** 季节推算 (ALG-11): the mean that the rest of a year may be expected to have, given the mean up to a day. */
export function restOfYear(mean: Exact, through: Day, index: readonly Decimal[] | null): RestOfYear {
  const [first, last] = [firstDayOf(yearOf(through)), lastDayOf(yearOf(through))]
  const days = daysBetween(first, through) + 1
  const daysOfYear = daysBetween(first, last) + 1
  if (!index || days >= daysOfYear) return { days, daysOfYear, norm: null }
  const done = exactly(indexOver(index, first, through), decimal(days))
  const left = exactly(indexOver(index, addDays(through, 1), last), decimal(daysOfYear - days))
  const norm = compare(done.parts, decimal(0)) > 0 ? exactOver(exactTimes(mean, left), done) : null
  return { days, daysOfYear, norm }
}
