import {
  asMeasured,
  compareExact,
  type Day,
  type Decimal,
  exactly,
  isDecimal,
  type Problem,
  unitWords,
  type Words,
} from '../../shared/index.ts'
import { rowProblems } from '../row-problems.ts'
import { type Bound, boundOn, figuresIn } from './bound.ts'

/** 合理范围: between what a figure can be at all, in a unit; a side that no paper gives is left open. */
export interface Bounds {
  readonly label: Words
  /** As printed. */
  readonly unit: string
  readonly least?: Bound
  readonly most?: Bound
}

/** Bounds as they hold on a day, each figure null where that side is open. */
export interface BoundsInForce {
  readonly label: Words
  readonly unit: string
  readonly least: Decimal | null
  readonly most: Decimal | null
}

export const boundsOn = ({ label, unit, least, most }: Bounds, on: Day): BoundsInForce => ({
  label,
  unit,
  least: least === undefined ? null : boundOn(least, on),
  most: most === undefined ? null : boundOn(most, on),
})

/** 0到500, 不小于0, 不大于5: how far a figure may go, in words. */
export function boundsWords({ least, most }: Pick<BoundsInForce, 'least' | 'most'>): Words {
  if (least !== null && most !== null) return { zh: `${least}到${most}`, en: `from ${least} to ${most}` }
  return least === null
    ? { zh: `不大于${most}`, en: `at most ${most}` }
    : { zh: `不小于${least}`, en: `at least ${least}` }
}

/** Why a figure is not plausible, or null where it is: it lies outside what such a figure can be at all. */
export function implausible(figure: Decimal, unit: string, bounds: BoundsInForce): Problem | null {
  const said = asMeasured(figure, unit, bounds.unit)
  const isBelow = bounds.least !== null && compareExact(said, exactly(bounds.least)) < 0
  const isAbove = bounds.most !== null && compareExact(said, exactly(bounds.most)) > 0
  if (!isBelow && !isAbove) return null
  const { zh: range, en: rangeEn } = boundsWords(bounds)
  const { zh: what, en: whatEn } = bounds.label
  const facts = {
    what,
    whatEn,
    text: figure,
    unit: unitWords('', unit),
    range,
    rangeEn,
    in: unitWords('', bounds.unit),
  }
  return rowProblems('fact.implausible', facts)
}

/** What is wrong with bounds, each with its remedy. */
export function mistakesInBounds({ label, least, most }: Bounds): readonly string[] {
  const [low, high] = [figuresIn(least), figuresIn(most)]
  const wrong = [...low, ...high].find((figure) => !isDecimal(figure))
  if (wrong !== undefined) return [`the bound ${wrong} of ${label.en} is no decimal; write it as digits`]
  return low.some((one) => high.some((other) => compareExact(exactly(one), exactly(other)) > 0))
    ? [`the least of ${label.en} lies above its most; exchange them`]
    : []
}
