import { type Day, type Decimal, dayOf, decimal, instant, isDay, isDecimal, isInstant } from '../../shared/index.ts'
import { provedBy } from '../columns/evidence.ts'
import { unitOfColumn } from '../columns/index.ts'
import { type EvidenceClass, isText, type Value } from '../columns/value.ts'
import { holds, type RowSeen } from './condition.ts'
import type { Feed } from './feed.ts'
import type { Register } from './register.ts'

/** What one row says to one measure or target, before anybody has verified it. */
export interface SaidFact {
  readonly serves: { readonly target: string } | { readonly measure: string }
  /** Whom or what it is about, as the row names it; empty where it is about nobody. */
  readonly subject: string
  /** In the unit of its column; below 0 where the feed takes away. */
  readonly quantity: Decimal
  /** That unit as the register names it; empty for a count of rows, and where the column is in that of its target. */
  readonly unit: string
  readonly trueOn: Day
  /** The classes of evidence that are still lacking; empty when the fact may count. */
  readonly lacks: readonly EvidenceClass[]
}

function dayIn(value: Value | undefined): Day | null {
  if (value === undefined || !isText(value)) return null
  if (isDay(value)) return value
  if (isInstant(value)) return dayOf(instant(value))
  const first = `${value}-01`
  return isDay(first) ? first : null
}

const textIn = (values: RowSeen['values'], id: string): string | null => {
  const value = values[id]
  return value !== undefined && value !== null && isText(value) && value !== '' ? value : null
}

function servedBy({ serves }: Feed, values: RowSeen['values']): SaidFact['serves'] | null {
  if ('measure' in serves) return { measure: serves.measure }
  const named = textIn(values, 'targetIn' in serves ? serves.targetIn : serves.measureIn)
  if (named === null) return null
  return 'targetIn' in serves ? { target: named } : { measure: named }
}

function quantityOf({ gives, sign }: Feed, values: RowSeen['values']): Decimal | null {
  const written = gives === 'one' ? '1' : textIn(values, gives.quantity)
  if (written === null || !isDecimal(written)) return null
  return sign === 'minus' ? decimal(written.startsWith('-') ? written.slice(1) : `-${written}`) : decimal(written)
}

function lacking(register: Register, feed: Feed, values: RowSeen['values']): readonly EvidenceClass[] {
  if (!register.evidence) return []
  const column = register.columns[register.evidence]
  const anyOf = feed.anyOf ?? (column?.kind === 'evidence' ? column.anyOf : [])
  return anyOf.length === 0 || provedBy(anyOf, values[register.evidence]) ? [] : anyOf
}

/** The unit of what a feed gives, by its column or, where each row names its own, by the column that says so. */
function unitOf({ columns }: Register, { gives, unitIn }: Feed, values: RowSeen['values']): string {
  if (unitIn !== undefined) return textIn(values, unitIn) ?? ''
  const column = gives === 'one' ? undefined : columns[gives.quantity]
  return (column && unitOfColumn(column)) ?? ''
}

/** The facts that a checked row says: one for each feed whose condition holds and whose day and quantity are there. */
export const factsOf = (register: Register, row: RowSeen): readonly SaidFact[] =>
  register.feeds.flatMap((feed) => {
    if (feed.when && !holds(feed.when, row)) return []
    const [serves, quantity, trueOn] = [
      servedBy(feed, row.values),
      quantityOf(feed, row.values),
      dayIn(row.values[feed.datedBy] ?? undefined),
    ]
    const subject = feed.about === undefined ? '' : (textIn(row.values, feed.about) ?? '')
    return serves && quantity && trueOn
      ? [
          {
            serves,
            subject,
            unit: unitOf(register, feed, row.values),
            quantity,
            trueOn,
            lacks: lacking(register, feed, row.values),
          },
        ]
      : []
  })
