import type { Span } from '../shared/index.ts'
import type { PlanReading, Remark, Task } from './plan.ts'
import { uncheckableAmong } from './uncheckable.ts'

type Read = Omit<PlanReading, 'remarks'>

/** The numbers a plan announces and does not hold: 63 … 70 where 70 are announced and the last printed is 62. */
export function missingNumbers({
  announced,
  tasks,
}: Pick<PlanReading, 'announced'> & { readonly tasks: readonly Pick<Task, 'number'>[] }): string[] {
  if (announced.tasks === null || tasks.some(({ number }) => number === null || !/^\d+$/.test(number))) return []
  const held = new Set(tasks.map(({ number }) => number))
  return Array.from({ length: announced.tasks }, (_, i) => String(i + 1)).filter((number) => !held.has(number))
}

/** What the reader noticed and did not decide. */
export function remarksOf(reading: Read, announcedAt: Span | null): Remark[] {
  return [...uncheckable(reading), ...absent(reading, announcedAt), ...twice(reading)]
}

const uncheckable = ({ tasks, targets, milestones }: Read): Remark[] =>
  uncheckableAmong(tasks, [
    ...targets.map(({ task }) => ({ task, kind: 'target' as const })),
    ...milestones.map(({ task, event }) => ({ task, kind: 'milestone' as const, event })),
  ])

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
