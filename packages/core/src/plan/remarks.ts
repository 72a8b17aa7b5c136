import type { Span } from '../shared/index.ts'
import type { PlanReading, Remark } from './plan.ts'

type Read = Omit<PlanReading, 'remarks'>

/** The numbers a plan announces and does not hold: 63 … 70 where 70 are announced and the last printed is 62. */
export function missingNumbers(reading: Pick<PlanReading, 'announced' | 'tasks'>): string[] {
  const { tasks } = reading.announced
  if (tasks === null || reading.tasks.some(({ number }) => number === null || !/^\d+$/.test(number))) return []
  const held = new Set(reading.tasks.map(({ number }) => number))
  return Array.from({ length: tasks }, (_, i) => String(i + 1)).filter((number) => !held.has(number))
}

/** What the reader noticed and did not decide. */
export function remarksOf(reading: Read, announcedAt: Span | null): Remark[] {
  return [...uncheckable(reading), ...absent(reading, announcedAt), ...twice(reading)]
}

/** A task in which nothing can be checked: neither a target nor a milestone that names an end. */
function uncheckable(reading: Read): Remark[] {
  const checkable = new Set(reading.targets.map(({ task }) => task))
  const working = new Set<string | null>()
  for (const { task, event } of reading.milestones) (event === 'progress' ? working : checkable).add(task)
  return reading.tasks
    .filter(({ key }) => !checkable.has(key))
    .map(({ key, at }) => ({
      code: working.has(key) ? 'plan.uncheckable.no_end' : 'plan.uncheckable.no_promise',
      at,
      task: key,
    }))
}

function absent(reading: Read, announcedAt: Span | null): Remark[] {
  if (!announcedAt || reading.announced.tasks === null) return []
  const code = reading.tasks.length < reading.announced.tasks ? 'plan.tasks_missing' : 'plan.tasks_more_than_announced'
  return reading.tasks.length === reading.announced.tasks ? [] : [{ code, at: announcedAt, task: null }]
}

/** Two tasks that print the same number. */
function twice(reading: Read): Remark[] {
  const seen = new Set<string>()
  return reading.tasks.flatMap(({ number, at, key }) => {
    if (number === null) return []
    const again = seen.has(number)
    seen.add(number)
    return again ? [{ code: 'plan.number_twice', at, task: key }] : []
  })
}
