import { addDays, type Day, day } from '../shared/index.ts'
import type { Window } from './seen.ts'
import type { Leaf } from './tree/tree.ts'

export const firstOfMonth = (on: Day): Day => day(`${on.slice(0, 7)}-01`)

const firstOfQuarter = (on: Day): Day => {
  const month = Math.floor((Number(on.slice(5, 7)) - 1) / 3) * 3 + 1
  return day(`${on.slice(0, 4)}-${String(month).padStart(2, '0')}-01`)
}

export const lastOfMonth = (on: Day): Day => addDays(firstOfMonth(addDays(firstOfMonth(on), 32)), -1)

const firstOf = { month: firstOfMonth, quarter: firstOfQuarter }

/** The window of a leaf inside the window that is asked for. */
export function windowOf({ within }: Leaf, asked: Window): Window {
  if (within === 'ever') return { from: null, to: asked.to }
  if (within === 'month' || within === 'quarter') return { from: firstOf[within](asked.to), to: asked.to }
  return asked
}

const lastOf = { month: lastOfMonth, quarter: (on: Day) => lastOfMonth(addDays(firstOfQuarter(on), 62)) }

/** The months or quarters of a window, each cut where the window ends. */
export function periodsIn({ from, to }: Window, each: 'month' | 'quarter'): readonly Window[] {
  const periods: Window[] = []
  for (let start = firstOf[each](from ?? to); start <= to; start = addDays(lastOf[each](start), 1)) {
    const end = lastOf[each](start)
    periods.push({ from: from !== null && from > start ? from : start, to: end < to ? end : to })
  }
  return periods
}

/** The same day a year before; 28 February where there is no 29th. */
export function yearBefore(on: Day): Day {
  const year = String(Number(on.slice(0, 4)) - 1).padStart(4, '0')
  const same = `${year}${on.slice(4)}`
  return day(same.endsWith('02-29') ? `${year}-02-28` : same)
}
