import { type Compared, comparedIn } from '../../ui/forms/conflict.ts'
import { type MilestoneDraft, type TargetDraft, targetDraftOf } from '../../ui/forms/draft.ts'
import { milestoneFields, targetFields } from '../../ui/forms/draft-fields.ts'
import { figureOf, milestoneIn, type PlanTarget } from './settle.ts'

/** What a draft comes to when only what was changed in it is sent: the rest stays as it stands now. */
export const onTop = <T extends object>(opened: T, mine: T, now: T): T =>
  Object.fromEntries(
    Object.entries(mine).map(([name, value]) => {
      const field = name as keyof T
      return [name, value === opened[field] ? now[field] : value]
    }),
  ) as T

/** The figures that a person wants beside those that stand in the plan now. */
export function comparedFigures(opened: PlanTarget, mine: TargetDraft, now: PlanTarget): readonly Compared[] {
  const [before, after] = [figureOf(opened), figureOf(now)]
  if (!before || !after) return []
  const [first, last] = [targetDraftOf(before), targetDraftOf(after)]
  return comparedIn(targetFields(), { opened: first, mine: onTop(first, mine, last), now: last })
}

/** The same for a promise without a figure. */
export function comparedMilestones(opened: PlanTarget, mine: MilestoneDraft, now: PlanTarget): readonly Compared[] {
  const [first, last] = [milestoneIn(opened), milestoneIn(now)]
  return comparedIn(milestoneFields(), { opened: first, mine: onTop(first, mine, last), now: last })
}
