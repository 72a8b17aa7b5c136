import type * as contract from '@guatu/contract'
import type { PlannedTask } from '@guatu/core/plan'
import { addsUp, termsOf } from '@guatu/core/plan'
import type { Working } from '@guatu/core/signal'
import type { NamedSource, WordsFor } from '../plan/index.ts'
import type { JudgedTarget, JudgedTask } from './judge-plan.ts'
import { ownComparator, targetSays } from './target-says.ts'

export const presentWorking = (working: Working): contract.Working => ({
  ...working,
  badges: working.badges.map((badge) => ({ ...badge })),
})

export interface PresentNeeds {
  readonly year: number
  readonly wordsFor: WordsFor
  readonly shown: (value: string, printedUnit: string) => string
  readonly source: (id: string) => NamedSource
}

export function presentTarget({ target, bound, working }: JudgedTarget, task: PlannedTask, needs: PresentNeeds) {
  const { words } = target
  return {
    id: target.key,
    code: target.code,
    kind: target.kind,
    says: targetSays(target, task, needs.shown),
    subject: target.subject,
    at: target.at,
    comparator: words?.comparator ?? null,
    value: words?.value ?? null,
    valueTo: words?.valueTo ?? null,
    unit: words?.unit ?? '',
    printedUnit: words?.printedUnit ?? '',
    basis: words?.basis ?? null,
    event: target.event,
    stretch: words?.stretch ?? false,
    down: words?.down ?? false,
    printedComparator: ownComparator(target, task),
    due: target.due,
    feedable: !bound && addsUp(termsOf(target, task, needs.year)),
    working: presentWorking(working),
  }
}

export function presentTask({ task, targets, light }: JudgedTask, needs: PresentNeeds): contract.PlanTask {
  const source = needs.source(task.sourceId)
  return {
    id: task.key,
    number: task.number,
    area: task.area,
    title: task.title,
    sentence: task.sentence,
    at: task.at,
    source: { id: source.id, kind: source.kind, title: source.title, datedOn: source.datedOn },
    lead: [...task.lead],
    support: [...task.support],
    leaders: [...task.leaders],
    due: task.due,
    uncheckable: task.uncheckable ? needs.wordsFor(task.uncheckable) : null,
    light,
    targets: targets.map((target) => presentTarget(target, task, needs)),
  }
}
