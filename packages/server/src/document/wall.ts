import type * as contract from '@guatu/contract'
import { addsUp, type PlanVersion, termsOf } from '@guatu/core/plan'
import {
  type AsOf,
  compare,
  type Day,
  daysBetween,
  decimal,
  firstDayOf,
  lastDayOf,
  shownRatio,
} from '@guatu/core/shared'
import type { JudgedTarget, JudgedTask } from '../signal/index.ts'

/** The target that decides a task's light: one that shows it, figures before milestones; else one that was counted. */
const decidingOf = ({ targets, light }: JudgedTask): JudgedTarget | undefined => {
  const showing = targets.filter(({ working }) => working.light === light)
  const counted = ({ working }: JudgedTarget) => working.attainment !== null
  return showing.find(counted) ?? showing[0] ?? targets.find(counted) ?? targets[0]
}

// A share of the year is drawn only for what adds up and has been counted; anything else would be made up.
function heights(deciding: JudgedTarget | undefined): Pick<contract.WallTask, 'attainment' | 'planned'> {
  const working = deciding?.working
  const value = deciding?.target.words?.value
  if (!working?.planned || !value || compare(value, decimal(0)) <= 0) return { attainment: null, planned: null }
  return { attainment: working.attainment, planned: shownRatio(working.planned, value, 4) }
}

type Shown = (value: string, printedUnit: string) => string

function goalOf(deciding: JudgedTarget | undefined, shown: Shown): string {
  const words = deciding?.target.words
  if (!deciding || !words) return deciding?.target.subject ?? ''
  const { actual, attainment } = deciding.working
  const target = `${shown(words.value, words.printedUnit)}${words.printedUnit}`
  // Without a verified row there is no figure to set against the target; a nought would be one.
  return actual === null || attainment === null
    ? `${deciding.target.subject} ${target}`
    : `${shown(actual, words.printedUnit)}/${target}`
}

/**
 * Rates, ceilings and ranks have no share of the year: their slip shows its months. Which of them were reported is told
 * by the working alone so far: none counts as reported here, and none as missed either.
 */
function monthsOf({ task, targets }: JudgedTask, year: number): contract.WallTask['months'] {
  const figures = targets.filter(({ target }) => target.kind === 'target')
  const ofOtherKind = figures.length > 0 && !figures.some(({ target }) => addsUp(termsOf(target, task, year)))
  return ofOtherKind ? Array.from({ length: 12 }, () => 'future' as const) : null
}

type Badge = contract.WallTask['badges'][number]

// Told whichever target they are of.
const ofAnyTarget: readonly Badge['kind'][] = ['unverified', 'stale', 'gaps']

/** 未更新 once, by the oldest of its targets: what came last, where one of them never had anything. */
function staleBadge(targets: readonly JudgedTarget[]): Badge[] {
  const stale = targets.flatMap(({ working }) => working.badges.filter((badge) => badge.kind === 'stale'))
  const [oldest] = stale.toSorted((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1))
  return oldest ? [{ ...oldest }] : []
}

/** 缺期 once, by the target that lacks most. */
function gapsBadge(targets: readonly JudgedTarget[]): Badge[] {
  const gaps = targets.flatMap(({ working }) => working.badges.filter((badge) => badge.kind === 'gaps'))
  const [most] = gaps.toSorted((a, b) => b.count - a.count)
  return most ? [{ ...most }] : []
}

/**
 * The badges of the deciding target; but whichever target a row is for, it waits to be verified in sight of all, and
 * whichever is not up to date.
 */
function badgesOf({ targets }: JudgedTask, deciding: JudgedTarget | undefined): contract.WallTask['badges'] {
  const deciders = (deciding?.working.badges ?? []).filter(({ kind }) => !ofAnyTarget.includes(kind))
  const own: Badge[] = [...deciders.map((badge) => ({ ...badge })), ...staleBadge(targets), ...gapsBadge(targets)]
  const count = targets.reduce((sum, { unverified }) => sum + unverified, 0)
  return count > 0 ? [...own, { kind: 'unverified', count }] : own
}

function slip(judged: JudgedTask, year: number, shown: Shown): contract.WallTask {
  const deciding = decidingOf(judged)
  return {
    id: judged.task.key,
    number: judged.task.number,
    title: judged.task.title,
    light: judged.light,
    ...heights(deciding),
    months: monthsOf(judged, year),
    badges: badgesOf(judged, deciding),
    goal: goalOf(deciding, shown),
  }
}

const missingSlip = (number: string): contract.WallTask => ({
  id: null,
  number,
  title: '',
  light: 'missing',
  attainment: null,
  planned: null,
  months: null,
  badges: [],
  goal: '',
})

const byNumber = (a: contract.WallTask, b: contract.WallTask) =>
  a.number.localeCompare(b.number, 'en', { numeric: true })

/** A missing number stands with the task before it: nobody knows more than that of a page that is not there. */
function placeOf(number: string, plan: PlanVersion): number {
  const before = plan.tasks.filter((task) => Number(task.number) < Number(number)).at(-1)
  return before?.area ?? plan.areas.at(-1)?.number ?? 1
}

function areasOf(
  plan: PlanVersion,
  slips: ReadonlyMap<number, contract.WallTask[]>,
  year: number,
): contract.WallArea[] {
  const named = plan.areas.map(({ number, title, short }) => ({ number, title, short, tasks: slips.get(number) ?? [] }))
  const loose = slips.get(0)
  return loose
    ? [...named, { number: named.length + 1, title: `${year}年重点工作`, short: '重点工作', tasks: loose }]
    : named
}

/** ⑧ The wall of one day as known then, as data. */
export function wallOf(
  office: contract.WallChart['office'],
  adopted: { readonly year: number; readonly version: number; readonly plan: PlanVersion },
  judged: readonly JudgedTask[],
  asOf: AsOf,
  today: Day,
  shown: Shown,
): contract.WallChart {
  const { plan, year } = adopted
  const slips = new Map<number, contract.WallTask[]>()
  const put = (area: number, task: contract.WallTask) => slips.set(area, [...(slips.get(area) ?? []), task])
  for (const task of judged) put(task.task.area ?? 0, slip(task, year, shown))
  for (const number of plan.missing) put(plan.areas.length ? placeOf(number, plan) : 0, missingSlip(number))
  for (const tasks of slips.values()) if (plan.missing.length) tasks.sort(byNumber)
  const areas = areasOf(plan, slips, year)
  const counts: Partial<Record<contract.Light, number>> = {}
  for (const { light } of areas.flatMap((area) => area.tasks)) counts[light] = (counts[light] ?? 0) + 1
  const of = daysBetween(firstDayOf(year), lastDayOf(year)) + 1
  const days = Math.max(0, Math.min(of, daysBetween(firstDayOf(year), asOf.on) + 1))
  return {
    office,
    year,
    planVersion: adopted.version,
    ...asOf,
    today,
    elapsed: { days, of },
    announced: plan.announced,
    counts,
    areas,
  }
}
