import { countedTwice, type Indicator, indicatorProblems, unitsIn } from '@guatu/core/indicator'
import type { PlannedTarget } from '@guatu/core/plan'
import { accept, type Instant, type Problem, type Result, reject } from '@guatu/core/shared'
import type { AdoptedPlan } from '../plan/index.ts'
import type { Tx } from '../platform/db.ts'
import { type Catalogue, indicatorOf } from './catalogue.ts'
import { addBindings, type Binding, type NewBinding } from './store.ts'

/** One wish: this target gets its number from this indicator, or from none any more. */
export interface Wish {
  readonly target: string
  readonly indicator: string | null
}

export interface Bound {
  readonly bound: number
  /** Targets whose rows count for another target already: shown beside, not counted. */
  readonly evidenceOnly: readonly string[]
  readonly refused: readonly { readonly target: string; readonly problem: Problem }[]
}

interface Standing {
  readonly adopted: AdoptedPlan
  readonly bindings: ReadonlyMap<string, Binding>
  readonly version: number
}

interface Act {
  readonly officeId: string
  readonly officerId: string
  readonly now: Instant
  readonly because: string
}

const targetsOf = ({ adopted }: Standing): ReadonlyMap<string, PlannedTarget> =>
  new Map(adopted.plan.tasks.flatMap(({ targets }) => targets.map((target) => [target.key, target])))

const unitOf = ({ words }: PlannedTarget): string => words?.printedUnit || words?.unit || ''

/** What a wish asks for, or why it cannot be. */
function decide(
  wish: Wish,
  standing: Standing,
  catalogue: Catalogue,
): Result<{ target: PlannedTarget; indicator: Indicator | null }> {
  const target = targetsOf(standing).get(wish.target)
  if (!target) return reject(indicatorProblems('indicator.target_unknown', {}))
  const now = standing.bindings.get(wish.target)?.indicator ?? null
  if (wish.indicator === null)
    return now === null
      ? reject(indicatorProblems('indicator.not_bound', { target: target.code }))
      : accept({ target, indicator: null })
  const indicator = indicatorOf(catalogue, wish.indicator)
  if (!indicator) return reject(indicatorProblems('indicator.unknown', { indicator: wish.indicator }))
  if (now === indicator.id)
    return reject(indicatorProblems('indicator.same', { target: target.code, indicator: indicator.label.zh }))
  if (target.kind !== 'target' || !target.words)
    return reject(indicatorProblems('indicator.no_figure', { target: target.code }))
  const unit = unitOf(target)
  return unitsIn(indicator.unit, unit) === null
    ? reject(
        indicatorProblems('indicator.unit_differs', {
          target: target.code,
          unit,
          indicator: indicator.label.zh,
          own: indicator.unit,
        }),
      )
    : accept({ target, indicator })
}

/** The indicators whose rows count already, for targets other than this. */
function usedBeside(
  target: string,
  standing: Standing,
  added: readonly NewBinding[],
  catalogue: Catalogue,
): Indicator[] {
  const now = new Map([...standing.bindings.values(), ...added].map((one) => [one.targetId, one]))
  return [...now.values()].flatMap(({ targetId, indicator, evidenceOnly }) => {
    const used = indicator === null || evidenceOnly || targetId === target ? null : indicatorOf(catalogue, indicator)
    return used ? [used] : []
  })
}

/** Binds what can be bound, and says of the rest why not. One fact counts for one target unless the pair is shared. */
export async function bindTargets(
  tx: Tx,
  act: Act,
  standing: Standing,
  wishes: readonly Wish[],
  catalogue: Catalogue,
): Promise<Bound> {
  const added: NewBinding[] = []
  const refused: Bound['refused'][number][] = []
  const version = standing.version + 1
  for (const wish of wishes) {
    const decided = decide(wish, standing, catalogue)
    if (!decided.ok) {
      refused.push({ target: wish.target, problem: decided.problem })
      continue
    }
    const { indicator } = decided.value
    const beside = usedBeside(wish.target, standing, added, catalogue)
    added.push({
      targetId: wish.target,
      version,
      indicator: indicator?.id ?? null,
      evidenceOnly: indicator !== null && countedTwice(indicator, beside, catalogue).length > 0,
      because: act.because,
      boundBy: act.officerId,
      boundAt: act.now,
    })
  }
  await addBindings(tx, act.officeId, standing.adopted.year, added)
  const evidenceOnly = added.filter((one) => one.evidenceOnly).map(({ targetId }) => targetId)
  return { bound: added.length, evidenceOnly, refused }
}
