import { addDays, type Day, dayOf, type Instant, instant, isDay, isInstant, wholeInForce } from '../../shared/index.ts'
import { isFilled, isText, type RowValues } from '../columns/value.ts'
import { holds } from './condition.ts'
import { limitFor, type Move } from './lifecycle.ts'
import { millisecondsIn } from './order.ts'
import type { Register } from './register.ts'
import { type WorkCalendar, workdayFrom, workdaysAfter } from './work-calendar.ts'

/** A row of a lifecycle as its time limits see it. */
export interface Standing {
  readonly values: RowValues
  readonly state: string
  /** The day on which it came to that state. */
  readonly since: Day
  readonly now: Instant
}

/** 时限: until when the next step of a row is to be made. */
export interface Due {
  readonly move: string
  /** The last day on which it is in time. */
  readonly on: Day
  readonly late: boolean
  /** Where the row stands by itself since that day is over; null where somebody has to move it. */
  readonly to: string | null
  /** Whether days were counted of a year whose holidays are not known: from Monday to Friday. */
  readonly byWeekdays: boolean
}

/** What a limit counts from: the moment or day in its column, or the day on which the row came to where it stands. */
function begins(
  { within }: Move,
  { values, since }: Standing,
): { readonly on: Day; readonly at: Instant | null } | null {
  if (within?.after === undefined) return { on: since, at: null }
  const value = values[within.after]
  if (!isFilled(value) || !isText(value)) return null
  if (isInstant(value)) return { on: dayOf(instant(value)), at: instant(value) }
  return isDay(value) ? { on: value, at: null } : null
}

/** For how many whole days the clock of a row has stood still. */
function suspendedDays({ within }: Move, { values }: Standing): number {
  const value = within?.suspended === undefined ? null : values[within.suspended]
  return isFilled(value) && isText(value) ? Number(value) : 0
}

function lastDay(
  unit: string,
  from: Day,
  count: number,
  calendar: WorkCalendar,
): { readonly on: Day; readonly known: boolean } {
  if (unit === 'workday') return workdaysAfter(from, count, calendar)
  const on = addDays(from, count)
  return unit === 'legalDay' ? workdayFrom(on, calendar) : { on, known: true }
}

function dueBy(id: string, move: Move, row: Standing, calendar: WorkCalendar): Due | null {
  const today = dayOf(row.now)
  const seen = { values: row.values, state: row.state, today }
  // A step that is taken with a reason is a choice; its limit says how long it is open and bids nobody to take it.
  if (!move.from.includes(row.state) || move.because || (move.when && !holds(move.when, seen))) return null
  const limit = limitFor(move, seen)
  const from = limit && begins(move, row)
  if (!limit || !from) return null
  const count = wholeInForce(limit, today)
  const to = move.by === 'system' ? move.to : null
  const milliseconds = millisecondsIn[limit.unit]
  if (milliseconds !== undefined) {
    const at = from.at ?? instant(`${from.on}T00:00:00.000Z`)
    const end = new Date(Date.parse(at) + count * milliseconds).toISOString() as Instant
    const late = Date.parse(row.now) > Date.parse(end)
    return { move: id, on: dayOf(end), late, to: late ? to : null, byWeekdays: false }
  }
  const { on, known } = lastDay(limit.unit, from.on, count + suspendedDays(move, row), calendar)
  return { move: id, on, late: today > on, to: today > on ? to : null, byWeekdays: !known }
}

/**
 * The next step that a time limit of the lifecycle bids: the earliest, save that a step which the row has made by itself
 * comes before all. Null where none does. Worked out for any moment, and kept nowhere.
 */
export function dueOf({ lifecycle, workdays = [] }: Register, row: Standing): Due | null {
  const all = Object.entries(lifecycle?.moves ?? {}).flatMap(([id, move]) => dueBy(id, move, row, workdays) ?? [])
  const passed = all.find(({ to }) => to !== null)
  // A step that follows by itself is nobody's to make in time.
  const bidden = all.filter(({ move }) => lifecycle?.moves[move]?.by !== 'system')
  return passed ?? bidden.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0] ?? null
}
