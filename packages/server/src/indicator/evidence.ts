import { type Fact, statesOf } from '@guatu/core/fact'
import type { SeenFact } from '@guatu/core/indicator'
import { type AsOf, asMeasured, decimal, type Instant, shownExact } from '@guatu/core/shared'
import { sql } from 'kysely'
import { type Evidence, entriesWithCorrections } from '../fact/store.ts'
import type { Tx } from '../platform/db.ts'
import type { Catalogue } from './catalogue.ts'

/** All facts of the measures that were known by then and are true by the day, with every version of their rows. */
export async function measureEvidence(
  tx: Tx,
  officeId: string,
  measures: readonly string[],
  { on, knownAt }: AsOf,
): Promise<Evidence> {
  if (measures.length === 0) return { facts: [], entries: [] }
  const { rows } = await sql<Fact>`
    select id, entry_id, target_id, measure, subject, quantity, unit, unit_id, lacks, true_on, known_at from fact
    where office_id = ${officeId} and measure = any(${sql.val([...measures])}::text[])
      and true_on <= ${on} and known_at <= ${knownAt}
    order by true_on, id`.execute(tx)
  const facts = rows.map((fact) => ({ ...fact, quantity: decimal(fact.quantity) }))
  const ids = [...new Set(facts.map(({ entryId }) => entryId))]
  return { facts, entries: ids.length === 0 ? [] : await entriesWithCorrections(tx, officeId, ids) }
}

// Powers of ten lie between 元 and 亿元: so many places hold every quantity whole.
const placesKept = 24

/** The facts as they stood at a moment, each in the unit of its measure. */
export function seenFacts({ facts, entries }: Evidence, knownAt: Instant, { measures }: Catalogue): SeenFact[] {
  const states = statesOf(entries, knownAt)
  return facts
    .filter((fact) => fact.knownAt <= knownAt)
    .map((fact) => {
      const measure = fact.measure ?? ''
      const quantity = asMeasured(fact.quantity, fact.unit, measures.get(measure)?.unit ?? fact.unit)
      return {
        ...fact,
        measure,
        quantity: shownExact(quantity, placesKept),
        state: states.get(fact.entryId) ?? 'withdrawn',
      }
    })
}
