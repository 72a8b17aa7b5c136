import { day, decimal, endOfDay, shownExact } from '../../shared/index.ts'
import { evaluate } from '../evaluate.ts'
import { figuresOf } from '../figures.ts'
import type { SeenFact, Trust } from '../seen.ts'
import type { Measure, Tree } from '../tree/tree.ts'

let last = 0

/** A verified fact in the notation of the tests: `measure day quantity subject`. */
export function fact(text: string, more: Partial<SeenFact> = {}): SeenFact {
  const [measure = '', on = '', quantity = '1', subject = ''] = text.split(' ')
  last += 1
  const id = `f${String(last).padStart(4, '0')}`
  return {
    id,
    entryId: `e-${id}`,
    measure,
    subject,
    quantity: decimal(quantity),
    trueOn: day(on),
    knownAt: endOfDay(day(on)),
    lacks: [],
    state: 'verified',
    newest: true,
    ofCommunity: false,
    ...more,
  }
}

export const measure = (id: string, zh: string, unit: string, more: Partial<Measure> = {}): Measure => ({
  id,
  label: { zh, en: id },
  unit,
  cumulative: false,
  about: true,
  register: { zh: '台账', en: 'register' },
  ...more,
})

export const measuresBy = (...measures: readonly Measure[]): ReadonlyMap<string, Measure> =>
  new Map(measures.map((one) => [one.id, one]))

/** What a tree gives on a day of 2023, to so many places, or the words why it gives nothing. */
export function valueOn(
  on: string,
  tree: Tree,
  facts: readonly SeenFact[],
  { places = 2, communities = [] as readonly string[], measures = measuresBy(), trust = 'verified' as Trust } = {},
): string {
  const { value, says } = evaluate(tree, {
    figures: figuresOf(facts, communities),
    measures,
    window: { from: day(`${on.slice(0, 4)}-01-01`), to: day(on) },
    trust,
  })
  return value ? shownExact(value, places) : says.zh
}
