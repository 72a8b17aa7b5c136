import { addDays, type Day, day } from '../shared/index.ts'

const monthOf = (on: Day): Day => day(`${on.slice(0, 7)}-01`)

/**
 * 缺报的月份: the months that are over by a day, of its year, and have nothing, since the first that has something; the
 * first day of each. Before the first nobody knows whether anything was to be told.
 */
export function monthsWithout(having: readonly Day[], on: Day): readonly Day[] {
  const there = new Set(having.map(monthOf))
  const [first] = [...there].filter((month) => month.slice(0, 4) === on.slice(0, 4)).toSorted()
  if (!first) return []
  const missing: Day[] = []
  for (let month = first; month < monthOf(on); month = monthOf(addDays(month, 31)))
    if (!there.has(month)) missing.push(month)
  return missing
}
