import { type EntryState, type Fact, statesOf } from '@guatu/core/fact'
import type { CountedFact, Tally } from '@guatu/core/indicator'
import { tally } from '@guatu/core/indicator'
import { type PlannedTarget, type PlannedTask, termsOf } from '@guatu/core/plan'
import type { AsOf, Instant } from '@guatu/core/shared'
import { judge, type Light, lightOfTask, type PaceRules, type Working } from '@guatu/core/signal'
import { type Evidence, evidenceFor } from '../fact/store.ts'
import type { AdoptedPlan } from '../plan/plan-store.ts'
import type { Tx } from '../platform/db.ts'

export interface JudgedTarget {
  readonly target: PlannedTarget
  readonly tally: Tally
  readonly working: Working
}

export interface JudgedTask {
  readonly task: PlannedTask
  readonly targets: readonly JudgedTarget[]
  readonly light: Light
}

export type { CountedFact }

/** Evidence as known at one moment: the facts of each target, and how each row stood. */
export interface Seen {
  readonly facts: ReadonlyMap<string, readonly Fact[]>
  readonly states: ReadonlyMap<string, EntryState>
}

export const seenAt = ({ facts, entries }: Evidence, knownAt: Instant): Seen => ({
  facts: Map.groupBy(facts, ({ targetId }) => targetId ?? ''),
  states: statesOf(entries, knownAt),
})

/** Judges one target on the evidence given, for one day as known then. */
export function judgeTarget(
  target: PlannedTarget,
  task: PlannedTask,
  year: number,
  seen: Seen,
  asOf: AsOf,
  rules: PaceRules,
): JudgedTarget {
  const counted = tally(seen.facts.get(target.key) ?? [], seen.states, asOf)
  return { target, tally: counted, working: judge(termsOf(target, task, year), counted, asOf, rules) }
}

const judgeTask = (task: PlannedTask, year: number, seen: Seen, asOf: AsOf, rules: PaceRules): JudgedTask => {
  const targets = task.targets.map((target) => judgeTarget(target, task, year, seen, asOf, rules))
  const key = targets.filter(({ target }) => !target.words?.stretch)
  const deciding = key.length > 0 ? key : targets
  return { task, targets, light: lightOfTask(deciding.map(({ working }) => working.light)) }
}

/** Every light of a plan, worked out anew. One query for all facts, however many targets. */
export async function judgePlan(
  tx: Tx,
  officeId: string,
  adopted: AdoptedPlan,
  asOf: AsOf,
  rules: PaceRules,
): Promise<JudgedTask[]> {
  const { plan, year } = adopted
  const ids = plan.tasks.flatMap((task) => task.targets.map((target) => target.key))
  const seen = seenAt(await evidenceFor(tx, officeId, ids, asOf), asOf.knownAt)
  return plan.tasks.map((task) => judgeTask(task, year, seen, asOf, rules))
}
