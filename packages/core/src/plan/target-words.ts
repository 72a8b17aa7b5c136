import { compare, type Day, decimal, type Problem } from '../shared/index.ts'
import type { TargetWords } from './review.ts'
import { reviewProblems } from './review-problems.ts'

type Figures = Partial<Pick<TargetWords, 'comparator' | 'value' | 'valueTo'>>

const isCeiling = (comparator: TargetWords['comparator'] | undefined): boolean =>
  comparator === '<=' || comparator === '<' || comparator === '='

/**
 * What is wrong with the figures a person gives a target, or null. A promise of less than nothing is none, and one of
 * nothing only where it is a ceiling (零事故): anything else would be met before the year begins. A range has two ends,
 * anything else one.
 */
export function wrongFigures({ comparator, value, valueTo }: Figures): Problem | null {
  if (value === undefined) return null
  const least = compare(value, decimal(0))
  if (least < 0 || (least === 0 && !isCeiling(comparator))) return reviewProblems('plan.value_not_positive', { value })
  if (comparator === 'range' && !valueTo) return reviewProblems('plan.range_open', { from: value })
  if (comparator !== 'range' && valueTo) return reviewProblems('plan.not_a_range', { from: value, to: valueTo })
  if (valueTo && compare(valueTo, value) <= 0) return reviewProblems('plan.range_turned', { from: value, to: valueTo })
  return null
}

/** What is wrong with the day on which a paper is said to have been adopted, or null; it may be older than the plan. */
export const wrongAdoptedDay = (adoptedOn: Day, today: Day): Problem | null =>
  adoptedOn > today ? reviewProblems('plan.decided_in_future', { day: adoptedOn, today }) : null

/** What is wrong with the day that a paper carries, or null: it cannot be in our hands before it was written. */
export const wrongDatedDay = (datedOn: Day, today: Day): Problem | null =>
  datedOn > today ? reviewProblems('plan.dated_in_future', { day: datedOn, today }) : null

/** What is wrong with the day on which a change of the plan is said to have been decided, or null. */
export function wrongDecidedDay(decidedOn: Day, planAdoptedOn: Day, today: Day): Problem | null {
  if (decidedOn < planAdoptedOn)
    return reviewProblems('plan.decided_before_plan', { day: decidedOn, adopted: planAdoptedOn })
  return wrongAdoptedDay(decidedOn, today)
}
