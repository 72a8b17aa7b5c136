import type { Seen } from '../seen.ts'
import { dateRules } from './dates.ts'
import { nameRules } from './names.ts'
import { type ContextRule, rule } from './rule.ts'
import { sizeRules } from './sizes.ts'
import { spreadRules } from './spread.ts'

/** What the place of a number in the report says, once its own words have said nothing. */
const placeRules: readonly ContextRule[] = [
  rule('cell of past results', 'past', ({ passage }) => passage === 'pastCell' || passage === 'review'),
  rule('told and not promised', 'past', ({ clause }) => clause.mode === 'past'),
  rule('heading', 'name', ({ passage }) => passage === 'heading' || passage === 'headCell' || passage === 'ownerCell'),
  rule('cell of deadlines', 'date', ({ passage }) => passage === 'deadlineCell'),
]

/** In order: the first that holds decides. What none of them takes is a promise. */
export const contextRules: readonly ContextRule[] = [
  ...dateRules.slice(0, 4),
  ...nameRules,
  ...dateRules.slice(4),
  ...sizeRules,
  ...placeRules,
  ...spreadRules,
]

/** The first rule by which the number promises nothing, or null where it is a target. */
export const whyContext = (seen: Seen): ContextRule | null => contextRules.find((each) => each.holds(seen)) ?? null
