import { type Day, type Decimal, firstDayOf, isDue, lastDayIn, lastDayOf, readUnit } from '../shared/index.ts'
import type { PlannedTarget, PlannedTask } from './adopt.ts'
import type { Basis, Comparator, MilestoneEvent } from './plan.ts'

/** What has to be known of a target or milestone to judge it. */
export interface Terms {
  readonly kind: 'target' | 'milestone'
  /** What has to happen; null for a target. */
  readonly event: MilestoneEvent | null
  readonly comparator: Comparator | null
  readonly value: Decimal | null
  readonly unit: string
  readonly basis: Basis | null
  readonly stretch: boolean
  /** The unit as the report prints it; figures are shown in it. */
  readonly printedUnit: string
  /** How many canonical units one printed unit is. */
  readonly scale: Decimal
  /** The first day of the plan's year. */
  readonly startsOn: Day
  /** The last day in time. */
  readonly dueOn: Day
}

/**
 * The last day in time: the target's own, else its task's, else the end of the plan's year. A date that no calendar has
 * may stand in a plan that was adopted before dates were held against one, and is passed over.
 */
const dueOf = (target: PlannedTarget, task: PlannedTask, year: number): Day => {
  const due = [target.due, task.due].find((each) => each !== null && isDue(each))
  return due ? lastDayIn(due) : lastDayOf(year)
}

export const termsOf = (target: PlannedTarget, task: PlannedTask, year: number): Terms => ({
  kind: target.kind,
  event: target.event,
  comparator: target.words?.comparator ?? null,
  value: target.words?.value ?? null,
  unit: target.words?.unit ?? '',
  basis: target.words?.basis ?? null,
  stretch: target.words?.stretch ?? false,
  printedUnit: target.words?.printedUnit || (target.words?.unit ?? ''),
  scale: readUnit(target.words?.printedUnit ?? '').scale,
  startsOn: firstDayOf(year),
  dueOn: dueOf(target, task, year),
})

// Units of rates, means and ranks: they are judged by other rules than what adds up.
const rates = new Set(['%', '‰', 'percentage_point', 'ug/m3', 'ratio', 'degree_rank', 'm3/s', 'ton/day'])
// Units that come in parts; whatever else is counted whole.
const measured = new Set(['m2', 'ha', 'km', 'km2', 'm3', 'CNY', 'USD', 'mu', 'ton', 'kW', 'hour'])

export const isCountedWhole = (unit: string): boolean => !measured.has(unit) && !rates.has(unit)

/** Whether rows that add up can prove it: a count or an amount that has to be reached. */
export const addsUp = (terms: Pick<Terms, 'kind' | 'comparator' | 'basis' | 'unit'>): boolean =>
  terms.kind === 'target' &&
  (terms.basis === 'increment' || terms.basis === 'level') &&
  terms.comparator !== '<=' &&
  terms.comparator !== '<' &&
  !rates.has(terms.unit)
