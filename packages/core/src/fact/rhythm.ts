import { addDays, type Day, day } from '../shared/index.ts'

/** 期间类型: what a reading is of. */
export const periodTypes = ['hour', 'day', 'month', 'quarter', 'year'] as const
export type PeriodType = (typeof periodTypes)[number]

/** 报送节奏: how often a series is expected, and how many days after its period ends a reading may come. */
export interface Rhythm {
  readonly every: PeriodType
  readonly lagDays: number
  /** The first day of which a reading is expected. */
  readonly from: Day
}

/** How far a series has come: `stale` 未更新 where a reading that should be here is not. */
export interface Freshness {
  readonly state: 'notDue' | 'current' | 'stale'
  /** Through which day the last reading goes; null where there is none. */
  readonly last: Day | null
  /** Through which day readings should be here by now; null where none is due yet. */
  readonly due: Day | null
}

const longestDays: Readonly<Record<PeriodType, number>> = { hour: 1, day: 1, month: 31, quarter: 92, year: 366 }

/** The first day of the period in which a day lies. Hours are told apart within their day. */
export function periodStart(every: PeriodType, on: Day): Day {
  const [year = '', month = ''] = on.split('-')
  switch (every) {
    case 'year':
      return day(`${year}-01-01`)
    case 'quarter':
      return day(`${year}-${String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`)
    case 'month':
      return day(`${year}-${month}-01`)
    default:
      return on
  }
}

/** The last day of the period in which a day lies. */
export const periodEnd = (every: PeriodType, on: Day): Day =>
  addDays(periodStart(every, addDays(periodStart(every, on), longestDays[every])), -1)

/** The last day by which the reading of the period that ends on `through` is in time. */
const dueOn = ({ lagDays }: Rhythm, through: Day): Day => addDays(through, lagDays)

/** Whether a reading came after the day by which it was expected. */
export const isLate = (rhythm: Rhythm, through: Day, cameOn: Day): boolean => cameOn > dueOn(rhythm, through)

/** Through which day readings should be here on a day: the end of the last period whose time is over. */
function dueThrough(rhythm: Rhythm, on: Day): Day | null {
  const through = addDays(periodStart(rhythm.every, addDays(on, -rhythm.lagDays)), -1)
  return through >= rhythm.from ? through : null
}

/** How far a series had come on a day, by its last reading then. */
export function freshness(rhythm: Rhythm, last: Day | null, on: Day): Freshness {
  const due = dueThrough(rhythm, on)
  if (due === null) return { state: last === null ? 'notDue' : 'current', last, due }
  return { state: last !== null && last >= due ? 'current' : 'stale', last, due }
}
