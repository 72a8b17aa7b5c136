import type { Due, Span } from '../shared/index.ts'
import type { MilestoneEvent, PlanReading } from './plan.ts'
import { missingNumbers } from './remarks.ts'
import { notRestated } from './restated.ts'
import type { Ownership, Review, ReviewItem, ReviewTask, TargetWords } from './review.ts'
import { shortTitle } from './short-title.ts'
import { isWorkOnly, type Uncheckable, whyUncheckable } from './uncheckable.ts'

export interface PlannedArea {
  readonly number: number
  readonly title: string
  readonly short: string
}

/** A target or milestone of an adopted plan. `key` stays the same over versions; ids are given to keys outside. */
export interface PlannedTarget {
  readonly key: string
  readonly code: string
  readonly kind: 'target' | 'milestone'
  readonly subject: string
  readonly at: Span | null
  readonly words: Omit<TargetWords, 'at' | 'subject'> | null
  readonly event: MilestoneEvent | null
  readonly due: Due | null
}

export interface PlannedTask extends Ownership {
  readonly key: string
  readonly number: string
  readonly area: number | null
  readonly title: string
  readonly sentence: string
  readonly at: Span | null
  readonly sourceId: string
  /** Code of the reason why nothing in it can be checked, else null. */
  readonly uncheckable: Uncheckable | null
  readonly targets: readonly PlannedTarget[]
}

/** One frozen version of a year's plan. */
export interface PlanVersion {
  readonly areas: readonly PlannedArea[]
  readonly tasks: readonly PlannedTask[]
  readonly announced: { readonly areas: number | null; readonly tasks: number | null }
  /** Numbers that the report announces and does not hold. */
  readonly missing: readonly string[]
}

// A head of an area has room for this many characters in the size of its neighbours.
const wholeMax = 10

/**
 * 抓项目拓空间,在优化产业载体上奋力争先 → 抓项目拓空间: what stands before the first mark, its year left out. It stays whole
 * up to ten characters; beyond, it is shortened as a task's title is, by whole words.
 */
export function shortOf(title: string): string {
  const [first = title] = title.replace(/^(?:\d{4}年度?|关于)/, '').split(/[,，、:：;；。\s]/)
  const words = first || title
  return words.length <= wholeMax ? words : shortTitle(words)
}

/** Where a task's heading sentence ends; its start where it is all the task says. */
const headingEnd = ({ at }: ReviewTask, text: string): number => {
  const stop = text.indexOf('。', at.start)
  return stop >= 0 && stop + 1 < at.end ? stop : at.start
}

// Codes follow the sentence. Work that names no end, and what only the heading says, come last: neither moves a
// figure's code.
function inCodeOrder(items: readonly ReviewItem[], heading: number): readonly ReviewItem[] {
  const comesLast = (item: ReviewItem) => isWorkOnly(item) || (item.kind === 'milestone' && item.at.end <= heading)
  return [...items.filter((item) => !comesLast(item)), ...items.filter(comesLast)]
}

function plannedTarget(item: ReviewItem, code: string, key: string): PlannedTarget {
  if (item.kind === 'milestone')
    return {
      key,
      code,
      kind: 'milestone',
      subject: item.subject,
      at: item.at,
      words: null,
      event: item.event,
      due: item.due,
    }
  const { comparator, value, valueTo, unit, printedUnit, basis, stretch, down, due } = item
  const words = { comparator, value, valueTo, unit, printedUnit, basis, stretch, down, due }
  return { key, code, kind: 'target', subject: item.subject, at: item.at, words, event: null, due }
}

/**
 * A task is named by its printed number, else by its place: two sources that number a task alike mean the same task. A
 * number that is taken already gets `.2` behind it, so that no code ever means two targets.
 */
function numbersOf(tasks: readonly ReviewTask[]): string[] {
  const printed = new Set(tasks.flatMap(({ number }) => number ?? []))
  const taken = new Set<string>()
  return tasks.map(({ number }, position) => {
    const wanted = number ?? String(position + 1)
    const isFree = (name: string) => !taken.has(name) && (name === number || !printed.has(name))
    let name = wanted
    for (let turn = 2; !isFree(name); turn += 1) name = `${wanted}.${turn}`
    taken.add(name)
    return name
  })
}

function plannedTask(task: ReviewTask, number: string, review: Review, text: string, sourceId: string): PlannedTask {
  const own = review.items.filter((item) => item.task === task.key && item.state !== 'rejected')
  const items = inCodeOrder(own, headingEnd(task, text))
  const targets = items.map((item, i) => plannedTarget(item, `T${number}.${i + 1}`, `${sourceId}:${item.key}`))
  const { lead, support, leaders, due, title, at } = task
  return {
    key: `${sourceId}:${task.key}`,
    number,
    area: task.area === null ? null : task.area + 1,
    title,
    sentence: text.slice(at.start, at.end),
    at,
    sourceId,
    lead,
    support,
    leaders,
    due,
    uncheckable: whyUncheckable(targets),
    targets,
  }
}

/** Version 1: the review as it stands. Phrases and tasks set aside are left out, open ones are taken as read. */
export function firstVersion(reading: PlanReading, review: Review, text: string, sourceId: string): PlanVersion {
  const numbers = numbersOf(review.tasks)
  // Numbers are given before a task is left out: what the others are called does not hang on it.
  const tasks = review.tasks.flatMap((task, i) =>
    task.dropped === null ? [plannedTask(task, numbers[i] as string, review, text, sourceId)] : [],
  )
  return {
    areas: reading.areas.map((area, i) => ({ number: i + 1, title: area.title, short: shortOf(area.title) })),
    tasks,
    announced: reading.announced,
    missing: missingNumbers({ announced: reading.announced, tasks }),
  }
}

const recoded = (targets: readonly PlannedTarget[], number: string, from: number) =>
  targets.map((target, i) => ({ ...target, code: `T${number}.${from + i + 1}` }))

/**
 * A sentence typed by hand as the one task it has to be, with the number and the area that were chosen for it; null where
 * it reads as none or as several. The plan's areas stay.
 */
export function taskByHand(
  fresh: PlanVersion,
  { number, area }: Pick<PlannedTask, 'number' | 'area'>,
  areas: readonly PlannedArea[],
): PlanVersion | null {
  const [task, ...others] = fresh.tasks
  if (!task || others.length > 0) return null
  return { ...fresh, areas, tasks: [{ ...task, number, area, targets: recoded(task.targets, number, 0) }] }
}

/** A later source speaks of a task that is there: what it promises anew comes behind, its owners fill what was open. */
function completed(task: PlannedTask, more: PlannedTask): PlannedTask {
  const fresh = notRestated(more.targets, task.targets)
  const targets = [...task.targets, ...recoded(fresh, task.number, task.targets.length)]
  return {
    ...task,
    lead: task.lead.length ? task.lead : more.lead,
    support: task.support.length ? task.support : more.support,
    leaders: task.leaders.length ? task.leaders : more.leaders,
    due: task.due ?? more.due,
    targets,
    uncheckable: whyUncheckable(targets),
  }
}

const byNumber = (a: PlannedTask, b: PlannedTask) =>
  a.number.localeCompare(b.number, 'en', { numeric: true }) || (a.key < b.key ? -1 : 1)

function areaFor(
  task: PlannedTask,
  fresh: PlanVersion,
  areas: readonly PlannedArea[],
  before: PlanVersion,
): number | null {
  const title = fresh.areas.find((area) => area.number === task.area)?.title
  const named = areas.find((area) => area.title === title)
  if (named) return named.number
  const neighbour = before.tasks.filter((held) => byNumber(held, task) < 0).at(-1)
  return neighbour?.area ?? areas.at(-1)?.number ?? null
}

/** The next version: a later source adds tasks, or completes those of the same number. Nothing earlier is lost. */
export function nextVersion(before: PlanVersion, fresh: PlanVersion): PlanVersion {
  const known = new Set(before.areas.map((area) => area.title))
  const added = fresh.areas.filter(
    (area) => before.areas.length > 0 && !known.has(area.title) && isNewArea(area, fresh, before),
  )
  const areas = [...before.areas, ...added.map((area, i) => ({ ...area, number: before.areas.length + i + 1 }))]
  const numbers = new Map(fresh.tasks.map((task) => [task.number, task]))
  const kept = before.tasks.map((task) => {
    const more = numbers.get(task.number)
    // The same sentence once more promises nothing new.
    return more && more.sentence !== task.sentence ? completed(task, more) : task
  })
  const held = new Set(before.tasks.map((task) => task.number))
  const more = fresh.tasks
    .filter((task) => !held.has(task.number))
    .map((task) => ({ ...task, area: areaFor(task, fresh, areas, before) }))
  const tasks = [...kept, ...more].sort(byNumber)
  const announced = before.announced
  return { areas, tasks, announced, missing: missingNumbers({ announced, tasks }) }
}

// An area of a later source is new unless all its tasks only fill numbers that the first source announced.
const isNewArea = (area: PlannedArea, fresh: PlanVersion, before: PlanVersion): boolean =>
  fresh.tasks.some((task) => task.area === area.number && !before.missing.includes(task.number))

/** A plan in which one target reads otherwise; everything else, the sentence above all, stays. */
export const settled = (plan: PlanVersion, key: string, to: Partial<Omit<TargetWords, 'at'>>): PlanVersion => ({
  ...plan,
  tasks: plan.tasks.map((task) => ({
    ...task,
    targets: task.targets.map((t) => (t.key === key ? resettled(t, to) : t)),
  })),
})

function resettled(target: PlannedTarget, { subject, ...to }: Partial<Omit<TargetWords, 'at'>>): PlannedTarget {
  const words = target.words ? { ...target.words, ...to } : null
  return { ...target, subject: subject ?? target.subject, words, due: to.due === undefined ? target.due : to.due }
}
