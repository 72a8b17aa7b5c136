import {
  type Decimal,
  decimal,
  type Exact,
  exactly,
  exactMinus,
  exactOver,
  exactPlus,
  exactTimes,
} from '../shared/index.ts'

/** Something of a size that will be done with a chance, of one. */
export interface Chance {
  readonly quantity: Decimal
  readonly chance: Decimal
}

/** 按概率预测 of lumpy targets (B9): every lot by its chance. */
export const expectedOf = (lots: readonly Chance[]): Exact =>
  lots.reduce(
    (sum, { quantity, chance }) => exactPlus(sum, exactTimes(exactly(quantity), exactly(chance))),
    exactly(decimal(0)),
  )

export interface CurveForecast {
  readonly expected: Exact
  readonly forecast: Exact | null
  readonly shortfall: Exact | null
}

/** 按曲线 (ALG-03): what should be there, and where the year ends at this pace; `share` so far in per cent. */
export function curveForecast(target: Decimal, actual: Decimal, share: Decimal): CurveForecast {
  const part = exactly(share, decimal(100))
  const forecast = exactOver(exactly(actual), part)
  return {
    expected: exactTimes(exactly(target), part),
    forecast,
    shortfall: forecast && exactMinus(exactly(target), forecast),
  }
}

/** 泊松二项 (ALG-05): the chance, of one, that at least `need` of independent things happen. Exact. */
export function chanceOfAtLeast(need: number, chances: readonly Decimal[]): Exact {
  let distribution: Exact[] = [exactly(decimal(1))]
  for (const p of chances) {
    const no = exactMinus(exactly(decimal(1)), exactly(p))
    const zero = exactly(decimal(0))
    distribution = Array.from({ length: distribution.length + 1 }, (_, k) =>
      exactPlus(exactTimes(distribution[k] ?? zero, no), exactTimes(distribution[k - 1] ?? zero, exactly(p))),
    )
  }
  return distribution.slice(need).reduce(exactPlus, exactly(decimal(0)))
}
