import { isDeepStrictEqual } from 'node:util'
import { reviewProblems, settled, type TargetWords, wrongDecidedDay, wrongFigures } from '@guatu/core/plan'
import { accept, type Day, dayOf, type Problem, type Result, reject } from '@guatu/core/shared'
import { noteChanged } from '../platform/audit/changed.ts'
import type { Tx } from '../platform/db.ts'
import { versionConflict } from '../platform/http.ts'
import { platformProblems } from '../platform/problems.ts'
import { addVersion } from './add-version.ts'
import type { Adopter, VersionMade } from './adopt-source.ts'
import { type AdoptedPlan, holdPlans, knownAfter, newestPlan, planYearOf } from './plan-store.ts'
import { versionsSince } from './versions-since.ts'

export interface Settling {
  readonly targetId: string
  readonly to: Partial<Omit<TargetWords, 'at'>>
  readonly because: string
  readonly adoptedOn: Day
  readonly paperNumber: string
  /** The version of the plan that the caller has seen. */
  readonly version: number
}

const targetIn = ({ tasks }: AdoptedPlan['plan'], id: string) =>
  tasks.flatMap(({ targets }) => targets).find(({ key }) => key === id)

function wrongIn(before: AdoptedPlan, { targetId, to, adoptedOn }: Settling, today: Day): Problem | null {
  const standing = targetIn(before.plan, targetId)?.words
  return wrongFigures({ ...standing, ...to }) ?? wrongDecidedDay(adoptedOn, before.adoptedOn, today)
}

/** Changes a target of an adopted plan: the next dated version, in which every id stays and the words of the report too. */
export async function settleTarget(tx: Tx, by: Adopter, settling: Settling): Promise<Result<VersionMade>> {
  await holdPlans(tx, by.officeId)
  const year = await planYearOf(tx, by.officeId, settling.targetId)
  if (year === null) return reject(platformProblems('request.not_found', { what: '这个目标' }))
  const before = await newestPlan(tx, by.officeId, year)
  if (!before) return reject(reviewProblems('plan.version_unknown', { year }))
  if (before.version !== settling.version) {
    const since = await versionsSince(tx, by.officeId, year, settling.version)
    return versionConflict(settling.version, before.version, { since })
  }
  const wrong = wrongIn(before, settling, dayOf(by.now))
  if (wrong) return reject(wrong)
  const plan = settled(before.plan, settling.targetId, settling.to)
  if (isDeepStrictEqual(targetIn(plan, settling.targetId), targetIn(before.plan, settling.targetId)))
    return reject(reviewProblems('plan.nothing_changed', {}))
  const task = plan.tasks.find(({ targets }) => targets.some((target) => target.key === settling.targetId))
  if (!task) return reject(platformProblems('request.not_found', { what: '这个目标' }))
  const adopted = {
    year,
    version: before.version + 1,
    sourceId: task.sourceId,
    says: settling.because,
    adoptedOn: settling.adoptedOn,
    adoptedAt: knownAfter(before, by.now),
    adoptedBy: by.officerId,
    paperNumber: settling.paperNumber,
  }
  noteChanged(tx, targetIn(before.plan, settling.targetId), targetIn(plan, settling.targetId))
  await addVersion(tx, by.officeId, adopted, plan, before.plan)
  return accept({ year, version: adopted.version })
}
