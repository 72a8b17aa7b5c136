import type { Terms } from '../plan/index.ts'
import {
  addDays,
  type Day,
  type Decimal,
  daysBetween,
  decimal,
  type Exact,
  exactly,
  exactOver,
  exactPlus,
  exactTimes,
  floorOfExact,
  minus,
  shownExact,
  times,
  yearOf,
} from '../shared/index.ts'

const monthsBetween = (from: Day, to: Day): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
const firstOfMonth = (on: Day): Day => `${on.slice(0, 8)}01` as Day
const daysInMonth = (on: Day): number => {
  const next = addDays(firstOfMonth(on), 32)
  return daysBetween(firstOfMonth(on), firstOfMonth(next))
}

type Run = Pick<Terms, 'startsOn' | 'dueOn'>

/** Shares of the year asked for by the end of each of its months, in per cent. */
export type Shares = readonly Decimal[]

/** 序时进度 by a curve, exact: between two month ends by calendar days; the curve ends where the target is due. */
function plannedByCurve(target: Decimal, { startsOn, dueOn }: Run, on: Day, shares: Shares): Exact {
  const shareOn = (day: Day): Exact => {
    const month = Number(day.slice(5, 7))
    const [before, after] = [shares[month - 2] ?? decimal(0), shares[month - 1] ?? decimal(100)]
    const part = exactly(times(minus(after, before), decimal(Number(day.slice(8, 10)))), decimal(daysInMonth(day)))
    return exactPlus(exactly(before), part)
  }
  if (on < startsOn) return exactly(decimal(0))
  return exactOver(exactTimes(exactly(target), shareOn(on)), shareOn(dueOn)) ?? exactly(decimal(0))
}

/**
 * 序时进度 of the even profile, exact: equal months from the first day of the plan's year to the month it is due in, be
 * that in a later year; calendar days inside a month. Whole units where `whole`.
 */
export function plannedExactly(target: Decimal, whole: boolean, run: Run, on: Day, shares?: Shares): Exact {
  const { startsOn, dueOn } = run
  if (on >= dueOn) return exactly(target)
  // A curve is of one year: what is due in a later one is asked for evenly.
  if (shares && yearOf(dueOn) === yearOf(startsOn)) {
    const planned = plannedByCurve(target, run, on, shares)
    return whole ? exactly(floorOfExact(planned)) : planned
  }
  if (on < startsOn) return exactly(decimal(0))
  const inMonth = daysInMonth(on)
  const gone = monthsBetween(startsOn, on) * inMonth + Number(on.slice(8, 10))
  // Months in 1/(months × days of the month): undivided, month ends and the bounds of a light stay exact.
  const planned = exactly(times(target, decimal(gone)), decimal((monthsBetween(startsOn, dueOn) + 1) * inMonth))
  return whole ? exactly(floorOfExact(planned)) : planned
}

/** To ten places: to be shown, not to be compared. */
export const shownPlanned = (planned: Exact): Decimal => shownExact(planned, 10)

/** What `plannedExactly` says, as it is shown. */
export const plannedOn = (target: Decimal, whole: boolean, run: Run, on: Day, shares?: Shares): Decimal =>
  shownPlanned(plannedExactly(target, whole, run, on, shares))
