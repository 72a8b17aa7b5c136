import { type Day, day, isDay } from './day.ts'

/** When something is due, as precise as the words were: `2023-06-30`, `2023-06`, `2023-Q2` or `2023`. */
export type Due = string & { readonly __due: never }

const form = /^(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/

/** Whether text is a year, a quarter, a month or a day of the calendar: `2024-06-31` is none, `2024-13` neither. */
export function isDue(text: string): text is Due {
  const found = form.exec(text)
  return found !== null && (found[4] === undefined || isDay(text))
}

const lengthsOfMonth = [31, 30, 29, 28]

/** The last day on which something due is still in time. */
export function lastDayIn(due: Due): Day {
  const [, year = '', quarter, month, dayOfMonth] = form.exec(due) ?? []
  if (dayOfMonth) return day(due)
  const lastMonth = month ?? (quarter ? String(Number(quarter) * 3).padStart(2, '0') : '12')
  return day(lengthsOfMonth.map((length) => `${year}-${lastMonth}-${length}`).find(isDay) ?? due)
}
