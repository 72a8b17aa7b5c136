import {
  type Decimal,
  decimal,
  type Exact,
  exactly,
  exactMinus,
  exactOver,
  exactTimes,
  minus,
  sumOf,
} from '../shared/index.ts'

const hundred = exactly(decimal(100))

/** 当期 over 基期, less one, in per cent; null where there was nothing before. */
export function growthOf(now: Decimal, before: Decimal): Exact | null {
  const share = exactOver(exactTimes(exactly(now), hundred), exactly(before))
  return share && exactMinus(share, hundred)
}

export interface YearOfGrowth {
  /** What this year has to reach. */
  readonly target: Decimal
  readonly actual: Decimal
  /** Last year's total, and its part up to the same day. */
  readonly baseYear: Decimal
  readonly baseToDate: Decimal
}

/** 余下月份所需增速: by how much the rest of the year has to grow, in per cent (ALG-04). */
export const requiredGrowth = ({ target, actual, baseYear, baseToDate }: YearOfGrowth): Exact | null =>
  growthOf(minus(target, actual), minus(baseYear, baseToDate))

/** 拉动: by how many percentage points each firm moves the growth of all; together they make it. */
export function contributions(
  firms: readonly { readonly now: Decimal; readonly before: Decimal }[],
): readonly (Exact | null)[] {
  const base = exactly(sumOf(firms.map(({ before }) => before)))
  return firms.map(({ now, before }) => exactOver(exactTimes(exactly(minus(now, before)), hundred), base))
}
