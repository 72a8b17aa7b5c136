import {
  addDays,
  type Day,
  type Decimal,
  daysBetween,
  decimal,
  floorOfRatio,
  shownRatio,
  times,
} from '../shared/index.ts'

const monthOf = (on: Day): number => Number(on.slice(5, 7))
const firstOfMonth = (on: Day): Day => `${on.slice(0, 8)}01` as Day
const daysInMonth = (on: Day): number => {
  const next = addDays(firstOfMonth(on), 32)
  return daysBetween(firstOfMonth(on), firstOfMonth(next))
}

/** An amount that need not end as a decimal: `parts ÷ of`, `of` above 0. */
export interface Planned {
  readonly parts: Decimal
  readonly of: Decimal
}

/**
 * 序时进度 of the even profile, exact: equal months up to the month it is due in, calendar days inside a month. `dueOn`
 * is the last day in time; the plan starts on 1 January of its year. Whole units where `whole`.
 */
export function plannedExactly(target: Decimal, whole: boolean, dueOn: Day, on: Day): Planned {
  if (on >= dueOn) return { parts: target, of: decimal(1) }
  if (on.slice(0, 4) < dueOn.slice(0, 4)) return { parts: decimal(0), of: decimal(1) }
  const inMonth = daysInMonth(on)
  const gone = (monthOf(on) - 1) * inMonth + Number(on.slice(8, 10))
  // Months in 1/(months × days of the month): undivided, month ends and the bounds of a light stay exact.
  const planned = { parts: times(target, decimal(gone)), of: decimal(monthOf(dueOn) * inMonth) }
  return whole ? { parts: floorOfRatio(planned.parts, planned.of), of: decimal(1) } : planned
}

/** To ten places: to be shown, not to be compared. */
export const shownPlanned = ({ parts, of }: Planned): Decimal => shownRatio(parts, of, 10)

/** What `plannedExactly` says, as it is shown. */
export const plannedOn = (target: Decimal, whole: boolean, dueOn: Day, on: Day): Decimal =>
  shownPlanned(plannedExactly(target, whole, dueOn, on))
