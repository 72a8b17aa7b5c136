import type * as contract from '@guatu/contract'
import { measuresOf, treeWords } from '@guatu/core/indicator'
import type { AsOf } from '@guatu/core/shared'
import type { Found } from '../fact/detail.ts'
import { factsOfEntries } from '../fact/sums.ts'
import { planAsOf, versionsOf } from '../plan/plan-store.ts'
import type { Tx } from '../platform/db.ts'
import { type Catalogue, indicatorOf } from './catalogue.ts'
import { bindingsAsOf } from './store.ts'

interface Bound {
  readonly indicator: string
  readonly target: contract.ServedTarget
}

/** Every target that an indicator gives the number of, as known then, in the order of the plans. */
export async function boundTargets(tx: Tx, officeId: string, { knownAt }: Pick<AsOf, 'knownAt'>): Promise<Bound[]> {
  const found: Bound[] = []
  for (const { year } of await versionsOf(tx, officeId)) {
    const adopted = await planAsOf(tx, officeId, year, knownAt)
    if (!adopted) continue
    const bindings = await bindingsAsOf(tx, officeId, year, knownAt)
    for (const { key, number, title, sentence, targets } of adopted.plan.tasks)
      for (const { key: id, code } of targets) {
        const binding = bindings.get(id)
        if (!binding) continue
        const { indicator, evidenceOnly } = binding
        found.push({ indicator, target: { id, code, taskId: key, number, task: title, sentence, evidenceOnly } })
      }
  }
  return found
}

/** Where the facts of a row lead on, as known then: up to the indicators, the targets bound to them, and their sentences. */
export async function targetsServed(
  tx: Tx,
  officeId: string,
  { versions }: Found,
  asOf: AsOf,
  catalogue: Catalogue,
): Promise<contract.EntryTargets> {
  const facts = await factsOfEntries(
    tx,
    officeId,
    versions.map(({ id }) => id),
  )
  const bound = await boundTargets(tx, officeId, asOf)
  const measures = [...new Set(facts.flatMap(({ measure }) => measure ?? []))].toSorted()
  const named = new Set(facts.flatMap(({ targetId }) => targetId ?? []))
  return {
    measures: measures.map((measure) => ({
      measure,
      indicators: catalogue.indicators
        .filter(({ of }) => measuresOf(of).includes(measure))
        .map(({ id, label, of }) => ({
          id,
          label,
          says: treeWords(of, catalogue.measures),
          targets: bound.filter(({ indicator }) => indicator === id).map(({ target }) => target),
        })),
    })),
    overruled: bound
      .filter(({ target }) => named.has(target.id))
      .flatMap(({ target, indicator }) => {
        const label = indicatorOf(catalogue, indicator)?.label
        return label ? [{ target: target.id, indicator: label }] : []
      }),
  }
}
