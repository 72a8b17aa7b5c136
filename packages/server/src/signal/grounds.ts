import { standsOf } from '@guatu/core/fact'
import { measuresOf, nothingTallied, tally } from '@guatu/core/indicator'
import type { AsOf, Instant } from '@guatu/core/shared'
import { behindAt, type Evidence, evidenceFor, type Feeds, feedsOf } from '../fact/index.ts'
import {
  type Binding,
  bindingsOf,
  type Catalogue,
  communitiesOf,
  indicatorOf,
  type MeasureEvidence,
  measuredFrom,
  measureEvidence,
  type NewBinding,
  type Numbers,
  seenFacts,
  withBehind,
} from '../indicator/index.ts'
import type { Tx } from '../platform/db.ts'

/** All that one target has to show, from which any day before is worked out too. */
export interface Grounds {
  readonly targetId: string
  readonly year: number
  /** Rows that name the target themselves. */
  readonly named: Evidence
  /** Rows that feed the indicators it was ever bound to. */
  readonly measured: MeasureEvidence
  readonly bindings: readonly NewBinding[]
  readonly communities: readonly string[]
  /** How far the systems had come that report what it is measured by. */
  readonly feeds: Feeds
}

export async function groundsOf(
  tx: Tx,
  officeId: string,
  { targetId, year }: Pick<Grounds, 'targetId' | 'year'>,
  asOf: AsOf,
  catalogue: Catalogue,
): Promise<Grounds> {
  const bindings = await bindingsOf(tx, officeId, targetId)
  const indicators = bindings.flatMap(({ indicator }) => (indicator ? (indicatorOf(catalogue, indicator) ?? []) : []))
  const measures = [...new Set(indicators.flatMap(({ of }) => measuresOf(of)))]
  return {
    targetId,
    year,
    named: await evidenceFor(tx, officeId, [targetId], asOf),
    measured: await measureEvidence(tx, officeId, measures, asOf),
    bindings,
    communities: measures.length === 0 ? [] : await communitiesOf(tx, officeId),
    feeds: await feedsOf(tx, officeId, measures, asOf),
  }
}

/** What the target was bound to at a moment. */
export function boundAt({ bindings }: Grounds, knownAt: Instant): Binding | null {
  const last = bindings.filter((one) => one.boundAt <= knownAt).at(-1)
  return last && last.indicator !== null ? { ...last, indicator: last.indicator } : null
}

/** The numbers of the target for a day as known then, from its rows alone. */
export function numbersOn(grounds: Grounds, asOf: AsOf, catalogue: Catalogue): Numbers {
  const { targetId, year, named, measured, communities, feeds } = grounds
  const binding = boundAt(grounds, asOf.knownAt)
  const number = binding
    ? measuredFrom(binding, seenFacts(measured, asOf.knownAt, catalogue), communities, year, asOf.on, catalogue)
    : null
  return {
    tallyOf: (id) =>
      id === targetId ? tally(named.facts, standsOf(named.entries, asOf.knownAt), asOf) : nothingTallied,
    measuredOf: (id) => (id === targetId && number ? withBehind(number, behindAt(feeds, asOf)) : null),
  }
}
