import type * as contract from '@guatu/contract'
import { tally } from '@guatu/core/indicator'
import { addsUp, isCountedWhole, type PlannedTarget, type PlannedTask, termsOf } from '@guatu/core/plan'
import { type AsOf, addDays, type Day, day, endOfDay, type Instant } from '@guatu/core/shared'
import { type PaceRules, plannedOn } from '@guatu/core/signal'
import type { Evidence, KeptEntry } from '../fact/store.ts'
import { judgeTarget, seenAt } from './judge-plan.ts'

const monthEnds = (year: number): Day[] =>
  Array.from({ length: 12 }, (_, i) =>
    addDays(day(i === 11 ? `${year + 1}-01-01` : `${year}-${String(i + 2).padStart(2, '0')}-01`), -1),
  )

/**
 * The rows behind a light that whoever asks may see, each with why it counted or did not. Quantities in the target's
 * canonical unit. A row out of reach is left out; the figure it counts in is not.
 */
export function rowsOf(
  target: PlannedTarget,
  evidence: Evidence,
  asOf: AsOf,
  reaches: (entry: KeptEntry) => boolean,
): contract.Explanation['rows'] {
  const entries = new Map<string, KeptEntry>(evidence.entries.map((entry) => [entry.id, entry]))
  const { facts, states } = seenAt(evidence, asOf.knownAt)
  const seen = tally(facts.get(target.key) ?? [], states, asOf).facts.filter(({ fact }) => {
    const entry = entries.get(fact.entryId)
    return entry !== undefined && reaches(entry)
  })
  return seen.map(({ fact, counted, because }) => {
    const said = (column: string): string => {
      const value = entries.get(fact.entryId)?.content[column]
      return typeof value === 'string' ? value : ''
    }
    return {
      entryId: fact.entryId,
      trueOn: fact.trueOn,
      knownAt: fact.knownAt,
      unit: said('unit'),
      quantity: fact.quantity,
      note: said('note'),
      paper: said('paper'),
      counted,
      because,
    }
  })
}

/** Planned and verified at each month end of the year; verified only up to the day asked for. */
export function curveOf(
  target: PlannedTarget,
  task: PlannedTask,
  year: number,
  evidence: Evidence,
  asOf: AsOf,
): contract.Explanation['curve'] {
  const terms = termsOf(target, task, year)
  if (!addsUp(terms) || terms.value === null) return []
  const { value } = terms
  const { facts, states } = seenAt(evidence, asOf.knownAt)
  const own = facts.get(target.key) ?? []
  const days = [
    ...monthEnds(year).filter((on) => on < asOf.on),
    asOf.on,
    ...monthEnds(year).filter((on) => on > asOf.on),
  ]
  return days.map((on) => ({
    on,
    planned: plannedOn(value, isCountedWhole(terms.unit), terms, on),
    actual: on <= asOf.on ? tally(own, states, { on, knownAt: asOf.knownAt }).verified : null,
  }))
}

const earlier = (a: Instant, b: Instant): Instant => [a, b].sort()[0] as Instant

/** The light at each month end up to the day asked for, as it was known at the end of that day. */
export const historyOf = (
  target: PlannedTarget,
  task: PlannedTask,
  year: number,
  evidence: Evidence,
  asOf: AsOf,
  rules: PaceRules,
): contract.Explanation['history'] =>
  monthEnds(year)
    .filter((on) => on < asOf.on)
    .map((on) => {
      const then = { on, knownAt: earlier(endOfDay(on), asOf.knownAt) }
      return { on, light: judgeTarget(target, task, year, seenAt(evidence, then.knownAt), then, rules).working.light }
    })
