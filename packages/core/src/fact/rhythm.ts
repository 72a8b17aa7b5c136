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
  /** 缺期: the first days of the periods before that of the last reading that have none, the oldest first. */
  readonly missing: readonly Day[]
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

const nextPeriod = (every: PeriodType, start: Day): Day => addDays(periodEnd(every, start), 1)

/** The periods from the first one expected to that of the last reading of which there is none. */
function missingBefore({ every, from }: Rhythm, through: ReadonlySet<Day>, last: Day): readonly Day[] {
  const here = new Set([...through].map((day) => periodStart(every, day)))
  const found: Day[] = []
  for (let start = periodStart(every, from); start < last; start = nextPeriod(every, start))
    if (!here.has(start)) found.push(start)
  return found
}

/** How far a series had come on a day, by the days through which its readings went then. */
export function freshness(rhythm: Rhythm, through: ReadonlySet<Day>, on: Day): Freshness {
  const due = dueThrough(rhythm, on)
  const last = [...through].toSorted().at(-1) ?? null
  const missing = last === null ? [] : missingBefore(rhythm, through, last)
  if (due === null) return { state: last === null ? 'notDue' : 'current', last, due, missing }
  return { state: last !== null && last >= due ? 'current' : 'stale', last, due, missing }
}

/** A period by its first day, without what the one before it has said already: 2023-02, then 03. */
function periodName(every: PeriodType, start: Day, before: Day | undefined): string {
  const [year = '', month = '', date = ''] = start.split('-')
  const [lastYear = '', lastMonth = ''] = before?.split('-') ?? []
  const ofYear = (rest: string) => (year === lastYear ? rest : `${year}-${rest}`)
  switch (every) {
    case 'year':
      return year
    case 'quarter':
      return ofYear(`Q${Math.ceil(Number(month) / 3)}`)
    case 'month':
      return ofYear(month)
    default:
      return year === lastYear && month === lastMonth ? date : ofYear(`${month}-${date}`)
  }
}

const runsShown = 6

/** Periods in a row, from the first to the last of each run. */
function runsOf(every: PeriodType, starts: readonly Day[]): readonly (readonly [Day, Day])[] {
  const runs: [Day, Day][] = []
  for (const start of starts) {
    const run = runs.at(-1)
    if (run && nextPeriod(every, run[1]) === start) run[1] = start
    else runs.push([start, start])
  }
  return runs
}

/** Periods as people write them, those in a row by the first and the last: 2023-02、03、05～08; many are cut short. */
export function periodsWords(every: PeriodType, starts: readonly Day[]): string {
  const runs = runsOf(every, starts)
  let before: Day | undefined
  const named = runs.slice(0, runsShown).map(([first, last]) => {
    const opening = periodName(every, first, before)
    before = last
    const between = nextPeriod(every, first) === last ? '、' : '～'
    return first === last ? opening : `${opening}${between}${periodName(every, last, first)}`
  })
  return named.join('、') + (runs.length > runsShown ? '…' : '')
}
