import { type PlanVersion, termsOf } from '@guatu/core/plan'
import type { Feedable } from './record-entries.ts'

/** Every target of a plan in the terms that a row of a register is checked against. */
export const feedablesOf = (plan: PlanVersion, year: number): Feedable[] =>
  plan.tasks.flatMap((task) =>
    task.targets.map((target) => ({
      ...termsOf(target, task, year),
      id: target.key,
      code: target.code,
    })),
  )
