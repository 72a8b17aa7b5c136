import { type Fact, standsOf } from '@guatu/core/fact'
import type { SeenFact } from '@guatu/core/indicator'
import { type AsOf, asMeasured, decimal, type Instant, shownExact } from '@guatu/core/shared'
import { sql } from 'kysely'
import { type Evidence, entriesWithCorrections } from '../fact/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Catalogue } from './catalogue.ts'

interface FactOfMeasure extends Fact {
  /** Whether a community reports it, and not the office as a whole. */
  readonly ofCommunity: boolean
}

/** Facts of measures, with every version of the rows that say them. */
export interface MeasureEvidence extends Evidence {
  readonly facts: readonly FactOfMeasure[]
}

/** All facts of the measures that were known by then and are true by the day, with every version of their rows. */
export async function measureEvidence(
  tx: Tx,
  officeId: string,
  measures: readonly string[],
  { on, knownAt }: AsOf,
): Promise<MeasureEvidence> {
  if (measures.length === 0) return { facts: [], entries: [] }
  const { rows } = await sql<FactOfMeasure>`
    select id, entry_id, target_id, measure, subject, quantity, unit, unit_id, lacks, true_on, known_at,
      coalesce(unit_id in (select u.id from unit u where u.office_id = ${officeId} and u.kind = 'community'), false)
        as of_community
    from fact
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
export function seenFacts({ facts, entries }: MeasureEvidence, knownAt: Instant, { measures }: Catalogue): SeenFact[] {
  const stands = standsOf(entries, knownAt)
  return facts
    .filter((fact) => fact.knownAt <= knownAt)
    .map((fact) => {
      const measure = fact.measure ?? ''
      const quantity = asMeasured(fact.quantity, fact.unit, measures.get(measure)?.unit ?? fact.unit)
      return {
        ...fact,
        measure,
        quantity: shownExact(quantity, placesKept),
        ...(stands.get(fact.entryId) ?? { state: 'withdrawn', newest: true }),
      }
    })
}
