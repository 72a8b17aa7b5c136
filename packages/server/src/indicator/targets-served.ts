import type * as contract from '@guatu/contract'
import {
  answeredBySums,
  figuresOf,
  type Indicator,
  lookAt,
  looksOf,
  measuresOf,
  type SeenFact,
  treeWords,
} from '@guatu/core/indicator'
import { type AsOf, type Day, firstDayOf, type Words } from '@guatu/core/shared'
import { type Found, factsOfEntries } from '../fact/index.ts'
import { planAsOf, versionsOf } from '../plan/index.ts'
import type { Tx } from '../platform/db.ts'
import { type Catalogue, indicatorOf } from './catalogue.ts'
import { measureEvidence, seenFacts } from './evidence.ts'
import { communitiesOf } from './numbers.ts'
import { bindingsAsOf } from './store.ts'

/** A target with its place in the plan, before it is told whether a row counts for it. */
type PlacedTarget = Omit<contract.ServedTarget, 'counted' | 'because'>

interface Bound {
  readonly indicator: string
  readonly year: number
  readonly target: PlacedTarget
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
        found.push({ indicator, year, target: { id, code, taskId: key, number, task: title, sentence, evidenceOnly } })
      }
  }
  return found
}

/** What the facts of a row are looked at beside: single facts where an indicator chooses among them, else the row's own. */
async function besideRow(
  tx: Tx,
  officeId: string,
  versions: Found['versions'],
  indicators: readonly Indicator[],
  asOf: AsOf,
  catalogue: Catalogue,
): Promise<readonly SeenFact[]> {
  const own = await factsOfEntries(
    tx,
    officeId,
    versions.map(({ id }) => id),
  )
  const choosing = indicators.filter(({ of }) => !answeredBySums(of))
  const single = [...new Set(choosing.flatMap(({ of }) => measuresOf(of)))]
  const all = await measureEvidence(tx, officeId, single, asOf)
  const alone = own.filter(({ measure }) => measure !== null && !single.includes(measure))
  const facts = alone.map((fact) => ({ ...fact, ofCommunity: false }))
  return [
    ...seenFacts(all, asOf.knownAt, catalogue),
    ...seenFacts({ facts, entries: versions }, asOf.knownAt, catalogue),
  ]
}

interface Looking {
  readonly entryId: string
  readonly measure: string
  readonly seen: readonly SeenFact[]
  readonly communities: readonly string[]
  readonly on: Day
}

const notSeen: Words = {
  zh: '当时还没有这一行，或它没有说到这个计量项，不计入',
  en: 'the row was not there then or says nothing of this measure, not counted',
}

/** Whether a row counts for a target, in the words in which the target says it of its rows. */
function countsFor(
  { year, target }: Bound,
  { of }: Indicator,
  { entryId, measure, seen, communities, on }: Looking,
  { measures }: Catalogue,
): Pick<contract.ServedTarget, 'counted' | 'because'> {
  const own = new Set(measuresOf(of))
  const facts = seen.filter((fact) => own.has(fact.measure))
  const asked = { figures: figuresOf(facts, communities), measures, trust: 'verified' as const }
  const looks = looksOf(of, { ...asked, window: { from: firstDayOf(year), to: on } })
  const looked = looks
    .filter(({ leaf }) => leaf.measure === measure)
    .flatMap(({ leaf, window }) =>
      lookAt(
        leaf,
        facts.filter((fact) => fact.measure === measure),
        window,
        'verified',
      ).filter(({ fact }) => fact.entryId === entryId),
    )
  const found = looked.find(({ counted }) => counted) ?? looked[0]
  if (!found) return { counted: false, because: notSeen }
  return found.counted && target.evidenceOnly
    ? { counted: false, because: evidenceOnlyWords }
    : { counted: found.counted, because: found.because }
}

/** 只作佐证: why a row that would count does not. */
export const evidenceOnlyWords: Words = {
  zh: '只作佐证，已计入另一目标',
  en: 'evidence only: it counts for another target',
}

/** Where the facts of a row lead on, as known then: up to the indicators, the targets bound to them, and their sentences. */
export async function targetsServed(
  tx: Tx,
  officeId: string,
  { entry, versions }: Pick<Found, 'entry' | 'versions'>,
  asOf: AsOf,
  catalogue: Catalogue,
): Promise<contract.EntryTargets> {
  const ids = versions.map(({ id }) => id)
  const facts = await factsOfEntries(tx, officeId, ids)
  const bound = await boundTargets(tx, officeId, asOf)
  const measures = [...new Set(facts.flatMap(({ measure }) => measure ?? []))].toSorted()
  const named = new Set(facts.flatMap(({ targetId }) => targetId ?? []))
  const reading = catalogue.indicators.filter(({ of }) => measuresOf(of).some((one) => measures.includes(one)))
  const used = reading.filter(({ id }) => bound.some(({ indicator }) => indicator === id))
  const seen = used.length === 0 ? [] : await besideRow(tx, officeId, versions, used, asOf, catalogue)
  const communities = used.length === 0 ? [] : await communitiesOf(tx, officeId)
  return {
    measures: measures.map((measure) => ({
      measure,
      indicators: reading
        .filter(({ of }) => measuresOf(of).includes(measure))
        .map((indicator) => ({
          id: indicator.id,
          label: indicator.label,
          says: treeWords(indicator.of, catalogue.measures),
          targets: bound
            .filter((one) => one.indicator === indicator.id)
            .map((one) => {
              const looking = { entryId: entry.id, measure, seen, communities, on: asOf.on }
              return { ...one.target, ...countsFor(one, indicator, looking, catalogue) }
            }),
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
