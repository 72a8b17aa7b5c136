import { type PlannedTarget, type PlannedTask, termsOf } from '@guatu/core/plan'
import type { AsOf } from '@guatu/core/shared'
import { judge, judgeMeasured, type Light, lightOfTask, type MeasuredRules, type Working } from '@guatu/core/signal'
import { type Catalogue, type Numbers, numbersFor } from '../indicator/index.ts'
import type { AdoptedPlan } from '../plan/index.ts'
import type { Tx } from '../platform/db.ts'

/** The figures by which lights are judged, and what gives the numbers. */
export interface Judging extends MeasuredRules {
  readonly catalogue: Catalogue
}

export interface JudgedTarget {
  readonly target: PlannedTarget
  /** Rows that wait for somebody to verify them. */
  readonly unverified: number
  /** Whether an indicator gives its number: then rows that name it do not. */
  readonly bound: boolean
  readonly working: Working
}

export interface JudgedTask {
  readonly task: PlannedTask
  readonly targets: readonly JudgedTarget[]
  readonly light: Light
}

/** Judges one target by what it has to show, for one day as known then. */
export function judgeTarget(
  target: PlannedTarget,
  task: PlannedTask,
  year: number,
  numbers: Numbers,
  asOf: AsOf,
  rules: MeasuredRules,
): JudgedTarget {
  const terms = termsOf(target, task, year)
  const number = target.kind === 'target' ? numbers.measuredOf(target.key) : null
  if (number)
    return { target, unverified: number.unverified, bound: true, working: judgeMeasured(terms, number, asOf, rules) }
  const counted = numbers.tallyOf(target.key)
  return { target, unverified: counted.unverified, bound: false, working: judge(terms, counted, asOf, rules.pace) }
}

const judgeTask = (task: PlannedTask, year: number, numbers: Numbers, asOf: AsOf, rules: MeasuredRules): JudgedTask => {
  const targets = task.targets.map((target) => judgeTarget(target, task, year, numbers, asOf, rules))
  const key = targets.filter(({ target }) => !target.words?.stretch)
  const deciding = key.length > 0 ? key : targets
  return { task, targets, light: lightOfTask(deciding.map(({ working }) => working.light)) }
}

/** Every light of a plan, worked out anew: from kept sums, and from single facts where sums do not tell. */
export async function judgePlan(
  tx: Tx,
  officeId: string,
  adopted: AdoptedPlan,
  asOf: AsOf,
  judging: Judging,
): Promise<JudgedTask[]> {
  const { plan, year } = adopted
  const ids = plan.tasks.flatMap((task) => task.targets.map((target) => target.key))
  const numbers = await numbersFor(tx, officeId, year, ids, asOf, judging.catalogue)
  return plan.tasks.map((task) => judgeTask(task, year, numbers, asOf, judging))
}
