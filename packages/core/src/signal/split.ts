import {
  compareExact,
  type Decimal,
  decimal,
  type Exact,
  exactly,
  exactMinus,
  exactPlus,
  exactTimes,
  floorOfExact,
  sumOf,
} from '../shared/index.ts'

const half = exactly(decimal('0.5'))
const hundred = decimal(100)
const whole = (n: number): Exact => exactly(decimal(n))

/** 最大余额法: whole shares of a whole by weight; equal remainders go to whoever stands first. */
export function splitByWeight(total: number, weights: readonly Decimal[]): readonly number[] {
  const sum = sumOf(weights)
  const quotas = weights.map((weight) => exactTimes(whole(total), exactly(weight, sum)))
  const floors = quotas.map((quota) => Number(floorOfExact(quota)))
  const left = total - floors.reduce((all, floor) => all + floor, 0)
  const order = quotas
    .map((quota, i) => ({ i, rest: exactMinus(quota, whole(floors[i] ?? 0)) }))
    .toSorted((a, b) => compareExact(b.rest, a.rest) || a.i - b.i)
  const lucky = new Set(order.slice(0, left).map(({ i }) => i))
  return floors.map((floor, i) => floor + (lucky.has(i) ? 1 : 0))
}

/** Equal shares of a whole. */
export const splitEvenly = (total: number, among: number): readonly number[] =>
  splitByWeight(
    total,
    Array.from({ length: among }, () => decimal(1)),
  )

/**
 * 逐月分解: one row's whole over twelve months by cumulative shares in per cent. Rounding begins elsewhere in each of the
 * rows, so that their months together stay near the curve; each row still makes its whole.
 */
export function splitOverMonths(
  total: number,
  cumulative: readonly Exact[],
  row: number,
  rows: number,
): readonly number[] {
  const phase = exactTimes(exactPlus(whole(row), half), exactly(decimal(1), decimal(rows)))
  const upTo = (month: number): number => {
    const share = cumulative[month]
    if (!share) return 0
    return Number(
      floorOfExact(exactPlus(exactTimes(exactTimes(whole(total), share), exactly(decimal(1), hundred)), phase)),
    )
  }
  return cumulative.map((_, month) => upTo(month) - upTo(month - 1))
}

/** Twelve equal months, undivided. */
export const evenMonths: readonly Exact[] = Array.from({ length: 12 }, (_, i) =>
  exactly(decimal((i + 1) * 100), decimal(12)),
)

export interface PartOfWhole {
  readonly planned: Exact
  readonly actual: Exact
}

/** 整体完成、局部空白: parts that lag far while the whole does not. */
export function leftBehind(
  parts: readonly PartOfWhole[],
  { partMax, wholeMin }: { readonly partMax: Decimal; readonly wholeMin: Decimal },
): readonly number[] {
  const sum = (pick: (part: PartOfWhole) => Exact) => parts.reduce((all, part) => exactPlus(all, pick(part)), whole(0))
  const holds = ({ planned, actual }: PartOfWhole, share: Decimal) =>
    compareExact(actual, exactTimes(planned, exactly(share))) >= 0
  if (!holds({ planned: sum(({ planned }) => planned), actual: sum(({ actual }) => actual) }, wholeMin)) return []
  return parts.flatMap((part, i) => (holds(part, partMax) ? [] : [i]))
}
