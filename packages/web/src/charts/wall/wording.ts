import type { WallArea, WallChart, WallTask } from '@guatu/contract'
import { dayWords, instantWords } from '../../words/dates.ts'
import { locale, m } from '../../words/index.ts'
import { badgeWords, lightName } from '../../words/light.ts'
import { countInChinese, dayInChinese, numberInChinese, yearInChinese } from '../../words/numerals.ts'

const chinese = () => locale() === 'zh-CN'

export const wallTitle = (year: number): string =>
  m.wall_title({ year: chinese() ? yearInChinese(year) : String(year) })

/** `八个方面七十项任务`: what the report announces, or what there is where that is more: later papers add to it. */
export function wallScope(chart: WallChart): string {
  const areas = Math.max(chart.announced.areas ?? 0, chart.areas.length)
  const held = chart.areas.reduce((sum, area) => sum + area.tasks.length, 0)
  const tasks = Math.max(chart.announced.tasks ?? 0, held)
  const say = (n: number) => (chinese() ? countInChinese(n) : String(n))
  return m.wall_scope({ areas: say(areas), tasks: say(tasks) })
}

/** `截至八月十五日`; the year is said where the day lies outside the year of the plan. */
export function wallAsOf(on: string, year: number): string {
  return m.wall_as_of({ day: inYear(on, year) })
}

function inYear(on: string, year: number): string {
  if (!chinese()) return dayWords(on)
  const own = Number(on.slice(0, 4))
  return `${own === year ? '' : `${yearInChinese(own)}年`}${dayInChinese(on)}`
}

/** `按当日所知`, `按今日所知`, or the other day whose knowledge a past day is shown with. */
export function wallKnown({ on, knownAt, today, year }: Pick<WallChart, 'on' | 'knownAt' | 'today' | 'year'>): string {
  const knownOn = instantWords(knownAt).slice(0, 10)
  if (knownOn === on) return m.wall_known()
  return knownOn >= today ? m.wall_known_today() : m.known_on({ day: inYear(knownOn, year) })
}

export const areaNumeral = (n: number): string => (chinese() ? numberInChinese(n) : String(n))

export const areaName = (area: WallArea): string => area.short || area.title

/** `八项待补录` under the numbers the report announces and does not hold. */
export const missingWords = (n: number): [string, string] => [
  m.light_missing(),
  m.wall_to_fill({ count: chinese() ? countInChinese(n) : String(n) }),
]

/** What before and what behind the days on an overdue plate. */
export const plateWords = (): [string, string] => [m.wall_plate_before(), m.wall_plate_after()]

export const percent = (share: number): string => `${Math.round(share * 100)}%`

/** Everything a slip shows, for those who hear it. The visible title is in it, as it stands. */
export function slipWords(task: WallTask): string {
  const parts = [
    m.wall_slip({ number: task.number, title: task.title }),
    lightName(task.light),
    task.goal,
    task.attainment === null ? '' : m.wall_attained({ percent: percent(Number(task.attainment)) }),
    ...task.badges.map(badgeWords),
  ]
  return parts.filter((part) => part !== '').join(m.list_comma())
}
