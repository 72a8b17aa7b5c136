import type { Terms } from '../plan/index.ts'
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

const monthsBetween = (from: Day, to: Day): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
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

type Run = Pick<Terms, 'startsOn' | 'dueOn'>

/**
 * 序时进度 of the even profile, exact: equal months from the first day of the plan's year to the month it is due in, be
 * that in a later year; calendar days inside a month. Whole units where `whole`.
 */
export function plannedExactly(target: Decimal, whole: boolean, { startsOn, dueOn }: Run, on: Day): Planned {
  if (on >= dueOn) return { parts: target, of: decimal(1) }
  if (on < startsOn) return { parts: decimal(0), of: decimal(1) }
  const inMonth = daysInMonth(on)
  const gone = monthsBetween(startsOn, on) * inMonth + Number(on.slice(8, 10))
  // Months in 1/(months × days of the month): undivided, month ends and the bounds of a light stay exact.
  const planned = { parts: times(target, decimal(gone)), of: decimal((monthsBetween(startsOn, dueOn) + 1) * inMonth) }
  return whole ? { parts: floorOfRatio(planned.parts, planned.of), of: decimal(1) } : planned
}

/** To ten places: to be shown, not to be compared. */
export const shownPlanned = ({ parts, of }: Planned): Decimal => shownRatio(parts, of, 10)

/** What `plannedExactly` says, as it is shown. */
export const plannedOn = (target: Decimal, whole: boolean, run: Run, on: Day): Decimal =>
  shownPlanned(plannedExactly(target, whole, run, on))
