import { firstVersion, reviewProblems, taskByHand, wrongAdoptedDay } from '@guatu/core/plan'
import { accept, day, dayOf, type Result, reject } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'
import { type Adopter, freezeVersion, type VersionMade } from './adopt-source.ts'
import type { AdoptedPlan } from './plan-store.ts'
import { addSource, type NewSource, underReview } from './source-store.ts'

export interface HandTask {
  readonly number: string
  /** The area it stands in, by its number in the plan; null where it stands in none. */
  readonly area: number | null
}

/** Reads a sentence typed by hand like any other and freezes the plan with it as the next version. */
export async function addTask(
  tx: Tx,
  by: Adopter,
  before: AdoptedPlan,
  task: HandTask,
  source: NewSource,
): Promise<Result<VersionMade>> {
  if (before.plan.tasks.some(({ number }) => number === task.number))
    return reject(reviewProblems('plan.number_taken', { number: task.number }))
  const adoptedOn = day(source.datedOn)
  const wrong = wrongAdoptedDay(adoptedOn, dayOf(by.now))
  if (wrong) return reject(wrong)
  await addSource(tx, by.officeId, source)
  const under = await underReview(tx, by.officeId, source.id)
  if (under && !under.ok) return under
  if (!under || under.value.review.tasks.length === 0) return reject(reviewProblems('review.nothing_read', {}))
  const read = firstVersion(under.value.reading, under.value.review, source.report.text, source.id)
  const fresh = taskByHand(read, task, before.plan.areas)
  if (!fresh) return reject(reviewProblems('plan.one_task_only', { read: read.tasks.length }))
  const about = { adoptedOn, paperNumber: '' }
  return accept(await freezeVersion(tx, by, source, fresh, about))
}
