import { addDays, assert, type Day, yearOf } from '../../shared/index.ts'

/** One year of the calendar of working days, by the notice that sets its holidays. */
export interface WorkYear {
  readonly year: number
  /** The notice. */
  readonly source: string
  /** Holidays, from and to, both in. */
  readonly off: readonly (readonly [from: Day, to: Day])[]
  /** 调休: Saturdays and Sundays that are worked in their place. */
  readonly worked: readonly Day[]
}

/** 工作日历: working days of the years whose holidays are known; any other year has Monday to Friday. */
export type WorkCalendar = readonly WorkYear[]

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(on: Day): boolean {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

const isIn = (on: Day, [from, to]: WorkYear['off'][number]): boolean => on >= from && on <= to

/** Whether a day is worked on, and whether a calendar says so or only the day of the week. */
export function workdayOn(calendar: WorkCalendar, on: Day): { readonly worked: boolean; readonly known: boolean } {
  const year = calendar.find((one) => one.year === yearOf(on))
  if (!year) return { worked: !isWeekend(on), known: false }
  if (year.worked.includes(on)) return { worked: true, known: true }
  return { worked: !isWeekend(on) && !year.off.some((days) => isIn(on, days)), known: true }
}

function checkYear({ year, source, off, worked }: WorkYear): void {
  const wrong = (why: string) => `the calendar of ${year}: ${why}`
  assert(source.trim() !== '', wrong('names no source; name the notice'))
  for (const days of off)
    assert(
      days[0] <= days[1] && days.every((on) => yearOf(on) === year),
      wrong(`${days.join(' to ')} are no days of it in order`),
    )
  for (const on of worked) {
    assert(yearOf(on) === year && isWeekend(on), wrong(`${on} is worked in place of another and is no weekend of it`))
    assert(!off.some((days) => isIn(on, days)), wrong(`${on} is both off and worked; keep one`))
  }
}

/** Checks a calendar when the program starts; a mistake stops the start. */
export function workCalendar(years: WorkCalendar): WorkCalendar {
  for (const [at, year] of years.entries()) {
    checkYear(year)
    assert(
      years.findIndex((one) => one.year === year.year) === at,
      `the calendar of ${year.year} stands twice; keep one`,
    )
  }
  return years
}

/** The day that lies so many working days after another, and whether a calendar knew every day between. */
export function workdaysAfter(
  from: Day,
  count: number,
  calendar: WorkCalendar,
): { readonly on: Day; readonly known: boolean } {
  let [on, known] = [from, true]
  for (let left = count; left > 0; ) {
    on = addDays(on, 1)
    const day = workdayOn(calendar, on)
    known &&= day.known
    if (day.worked) left -= 1
  }
  return { on, known }
}

/** A day, or the first working day after it where it is none, and whether a calendar knew every day between. */
export function workdayFrom(from: Day, calendar: WorkCalendar): { readonly on: Day; readonly known: boolean } {
  let [on, known] = [from, true]
  for (;;) {
    const day = workdayOn(calendar, on)
    known &&= day.known
    if (day.worked) return { on, known }
    on = addDays(on, 1)
  }
}
