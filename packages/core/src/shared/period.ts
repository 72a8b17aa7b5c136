import { addDays, type Day, day } from './day.ts'

/** When something is due, as precise as the words were: `2023-06-30`, `2023-06`, `2023-Q2` or `2023`. */
export type Due = string & { readonly __due: never }

const form = /^(\d{4})(?:-Q([1-4])|-(\d{2})(?:-(\d{2}))?)?$/

export const isDue = (text: string): text is Due => {
  const m = form.exec(text)
  if (!m) return false
  return m[3] === undefined || (Number(m[3]) >= 1 && Number(m[3]) <= 12)
}

/** The last day on which something due is still in time. */
export function lastDayIn(due: Due): Day {
  const [, year = '', quarter, month, dayOfMonth] = form.exec(due) ?? []
  if (dayOfMonth) return day(due)
  const lastMonth = quarter ? Number(quarter) * 3 : month ? Number(month) : 12
  return addDays(
    day(`${lastMonth === 12 ? Number(year) + 1 : year}-${String((lastMonth % 12) + 1).padStart(2, '0')}-01`),
    -1,
  )
}
