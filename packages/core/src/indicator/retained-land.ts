import {
  compare,
  compareExact,
  type Decimal,
  decimal,
  type Exact,
  exactly,
  exactMinus,
  exactOver,
  exactPlus,
  exactTimes,
} from '../shared/index.ts'

/** 利益统筹的留用地 (1–36, ALG-13): shares in per cent; the book takes them from the city's measure of 2018. */
export interface RetainedLandRules {
  /** What is shared of land on which nothing stands. */
  readonly emptyShare: Decimal
  /** How much more for each one of floor-area ratio. */
  readonly sharePerFar: Decimal
  /** Up to what floor-area ratio the share grows; above it stands `denseShare`. */
  readonly farMax: Decimal
  readonly denseShare: Decimal
  /** No more than this of the planned construction land is retained. */
  readonly cap: Decimal
}

/** Land of one owner whose acquisition was not completed, in m². */
export interface SharedLand {
  readonly area: Decimal
  readonly far: Decimal
}

export interface LandToShare {
  readonly shared: readonly SharedLand[]
  /** Land that is the owner's by law already, in m². */
  readonly legal: Decimal
  /** Quotas moved here from elsewhere, in m². */
  readonly quotas: Decimal
  /** Planned construction land, in m². */
  readonly planned: Decimal
}

const hundred = exactly(decimal(100))
const zero = decimal(0)
const shareOf = (area: Exact, percent: Exact): Exact => {
  const part = exactOver(exactTimes(area, percent), hundred)
  return part ?? exactly(zero)
}

/** What share of a piece of land is retained, in per cent, by its floor-area ratio. */
export function sharedLandRatio(far: Decimal, rules: RetainedLandRules): Exact {
  if (compare(far, rules.farMax) > 0) return exactly(rules.denseShare)
  const grown = exactTimes(exactly(rules.sharePerFar), exactly(far))
  return exactPlus(exactly(rules.emptyShare), grown)
}

/** 留用地 and what the government gets, in m²; the cap holds for what is retained. */
export function retainedLand(
  { shared, legal, quotas, planned }: LandToShare,
  rules: RetainedLandRules,
): { readonly retained: Exact; readonly government: Exact; readonly capped: boolean } {
  const wanted = shared.reduce(
    (sum, { area, far }) => exactPlus(sum, shareOf(exactly(area), sharedLandRatio(far, rules))),
    exactPlus(exactly(legal), exactly(quotas)),
  )
  const cap = shareOf(exactly(planned), exactly(rules.cap))
  const capped = compareExact(wanted, cap) > 0
  const retained = capped ? cap : wanted
  return { retained, government: exactMinus(exactly(planned), retained), capped }
}
