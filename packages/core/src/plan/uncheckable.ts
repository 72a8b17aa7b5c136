import type { Words } from '../shared/index.ts'
import type { MilestoneEvent, Remark, Task } from './plan.ts'
import type { Review } from './review.ts'

/** Why nothing that a task says can be checked, by the code of the reason. */
export type Uncheckable = 'plan.uncheckable.no_end' | 'plan.uncheckable.no_promise'

export const uncheckableWords: Readonly<Record<Uncheckable, Words>> = {
  'plan.uncheckable.no_end': { zh: '只说了要做的事，没有完成的数或节点', en: 'names work, and no figure or end' },
  'plan.uncheckable.no_promise': { zh: '没有可核对的数或节点', en: 'nothing in it can be checked' },
}

/** A target or a milestone, as far as it matters here. */
interface Promised {
  readonly kind: 'target' | 'milestone'
  readonly event?: MilestoneEvent | null
}

/** A milestone that names work and no end: nobody can say on which day it was kept. */
export const isWorkOnly = ({ kind, event }: Promised): boolean => kind === 'milestone' && event === 'progress'

/** The one answer to whether a task can be checked: null where a figure or an end stands in it, else the reason. */
export function whyUncheckable(promises: readonly Promised[]): Uncheckable | null {
  if (!promises.every(isWorkOnly)) return null
  return promises.length > 0 ? 'plan.uncheckable.no_end' : 'plan.uncheckable.no_promise'
}

type PromisedIn = Promised & { readonly task: string | null }

/** The reason for each task in which nothing can be checked, as a remark on its words. */
export function uncheckableAmong(
  tasks: readonly Pick<Task, 'key' | 'at'>[],
  promises: readonly PromisedIn[],
): Remark[] {
  const held = Map.groupBy(promises, ({ task }) => task)
  return tasks.flatMap(({ key, at }) => {
    const code = whyUncheckable(held.get(key) ?? [])
    return code ? [{ code, at, task: key }] : []
  })
}

export const isUncheckable = ({ code }: Pick<Remark, 'code'>): boolean => code in uncheckableWords

/** What is to be remarked after the decisions so far: what was set aside promises nothing, what was added may be checked. */
export const remarksUnder = (remarks: readonly Remark[], { tasks, items }: Review): Remark[] => [
  ...uncheckableAmong(
    tasks,
    items.filter((item) => item.state !== 'rejected'),
  ),
  ...remarks.filter((remark) => !isUncheckable(remark)),
]
