import type { PlanTask } from '@guatu/contract'
import {
  type MilestoneDraft,
  milestoneWordsOf,
  type Settled,
  type TargetDraft,
  type TargetRead,
  targetDraftOf,
  targetWordsOf,
} from '../../ui/forms/draft.ts'

export type PlanTarget = PlanTask['targets'][number]

/** A target with a figure, or nothing where a thing and a date were promised. */
export function figureOf(target: PlanTarget): TargetRead | null {
  const { comparator, value, basis } = target
  return comparator === null || value === null || basis === null ? null : { ...target, comparator, value, basis }
}

/** What was promised without a figure, as a form starts from it. */
export const milestoneIn = ({ subject, event, due }: PlanTarget): MilestoneDraft => ({
  subject,
  event: event ?? 'progress',
  due: due ?? '',
})

/** Whether two states of a target promise the same thing, whatever was reported for it meanwhile. */
export const isSameGoal = (one: PlanTarget, other: PlanTarget): boolean => {
  const goalOf = (target: PlanTarget) => {
    const figure = figureOf(target)
    return JSON.stringify(figure ? targetDraftOf(figure) : milestoneIn(target))
  }
  return goalOf(one) === goalOf(other)
}

// The form is about the figures; where the words stand is not changed by it.
const nowhere = { start: 0, end: 0 }

/** What of a target a person has changed, in the stored form; fields left alone are not sent and stay as they are. */
export function changedFigures(draft: TargetDraft, was: TargetRead): Settled<Partial<TargetRead>> {
  const settled = targetWordsOf(draft, nowhere, was)
  if (!settled.ok) return settled
  const { at: _at, ...now } = settled.value
  return { ok: true, value: differing(now, was) }
}

/** The same for a promise without a figure: its subject and its deadline can change, what is to happen cannot. */
export function changedMilestone(
  draft: MilestoneDraft,
  was: Pick<PlanTarget, 'subject' | 'due'>,
): Settled<Partial<Pick<PlanTarget, 'subject' | 'due'>>> {
  const settled = milestoneWordsOf(draft, nowhere)
  if (!settled.ok) return settled
  const { subject, due } = settled.value
  return { ok: true, value: differing({ subject, due }, was) }
}

const differing = <T extends object>(now: T, was: T): Partial<T> =>
  Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== was[name as keyof T])) as Partial<T>
