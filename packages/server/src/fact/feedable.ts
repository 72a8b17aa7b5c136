import type { Register } from '@guatu/core/fact'
import { type PlanVersion, type Terms, termsOf } from '@guatu/core/plan'
import type { Instant } from '@guatu/core/shared'
import { planAsOf, versionsOf } from '../plan/index.ts'
import type { Tx } from '../platform/db.ts'

/** A target that rows may name, by its code or its id. */
export interface Feedable extends Terms {
  readonly id: string
  readonly code: string
  /** The year of the plan in which it stands; it may be due in a later one. */
  readonly year: number
}

/** Every target of a plan in the terms that a row of a register is checked against. */
export const feedablesOf = (plan: PlanVersion, year: number): Feedable[] =>
  plan.tasks.flatMap((task) =>
    task.targets.map((target) => ({
      ...termsOf(target, task, year),
      id: target.key,
      code: target.code,
      year,
    })),
  )

/** Targets of every adopted plan that a row of the office may name; of two with one code the later year's comes first. */
export async function feedablesIn(tx: Tx, officeId: string, now: Instant): Promise<Feedable[]> {
  const all: Feedable[] = []
  for (const { year } of await versionsOf(tx, officeId)) {
    const adopted = await planAsOf(tx, officeId, year, now)
    if (adopted) all.push(...feedablesOf(adopted.plan, year))
  }
  return all
}

/** The same for the rows of one register; none where these name no target, and no plan is looked at. */
export const feedablesFor = async (
  tx: Tx,
  officeId: string,
  now: Instant,
  { columns }: Register,
): Promise<readonly Feedable[]> =>
  Object.values(columns).some(({ kind }) => kind === 'target') ? feedablesIn(tx, officeId, now) : []
