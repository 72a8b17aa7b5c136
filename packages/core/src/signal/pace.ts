import {
  addDays,
  compare,
  type Day,
  type Decimal,
  daysBetween,
  decimal,
  floorOf,
  shownRatio,
  times,
} from '../shared/index.ts'

const monthOf = (on: Day): number => Number(on.slice(5, 7))
const firstOfMonth = (on: Day): Day => `${on.slice(0, 8)}01` as Day
const daysInMonth = (on: Day): number => {
  const next = addDays(firstOfMonth(on), 32)
  return daysBetween(firstOfMonth(on), firstOfMonth(next))
}

/**
 * 序时进度 of the even profile: equal months up to the month it is due in, calendar days inside a month. `dueOn` is the
 * last day in time; the plan starts on 1 January of its year. Exact to ten places; whole units where `whole`.
 */
export function plannedOn(target: Decimal, whole: boolean, dueOn: Day, on: Day): Decimal {
  if (on >= dueOn) return target
  if (on.slice(0, 4) < dueOn.slice(0, 4)) return decimal(0)
  const months = monthOf(dueOn)
  // Months in 1/(months × days of the month): one division at the end keeps month ends exact.
  const inMonth = daysInMonth(on)
  const gone = (monthOf(on) - 1) * inMonth + Number(on.slice(8, 10))
  const planned = shownRatio(times(target, decimal(gone)), decimal(months * inMonth), 10)
  const capped = compare(planned, target) > 0 ? target : planned
  return whole ? floorOf(capped) : capped
}
