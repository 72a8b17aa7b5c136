import { compare, type Decimal, decimal, plus } from '../shared/index.ts'
import { type Figures, inWindow, isBelieved, isStanding, type SeenFact, type Summed } from './seen.ts'

const zero = decimal(0)
const one = decimal(1)

const counted = (quantity: Decimal): Decimal => (compare(quantity, zero) < 0 ? decimal(-1) : one)

export const summedOf = (facts: readonly SeenFact[]): Summed =>
  facts.reduce<Summed>(
    ({ sum, count, rows }, { quantity }) => ({
      sum: plus(sum, quantity),
      count: plus(count, counted(quantity)),
      rows: rows + 1,
    }),
    { sum: zero, count: zero, rows: 0 },
  )

/** Everything answered by going through the facts: what kept sums are held against. */
export function figuresOf(facts: readonly SeenFact[], communities: readonly string[] = []): Figures {
  const byMeasure = Map.groupBy(facts, ({ measure }) => measure)
  const of = (measure: string) => byMeasure.get(measure) ?? []
  return {
    facts: of,
    communities,
    summed: (measure, window, trust) => {
      const within = of(measure).filter((fact) => inWindow(fact, window))
      const rows = within.filter((fact) => isStanding(fact, trust)).length
      return { ...summedOf(within.filter((fact) => isBelieved(fact, trust))), rows }
    },
  }
}
