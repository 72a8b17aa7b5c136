import Big from 'big.js'
import { assert } from './assert.ts'
import { compare, type Decimal, decimal, minus, plus, shownRatio, times } from './quantity.ts'

/** An amount that need not end as a decimal: `parts ÷ of`, `of` above 0. */
export interface Exact {
  readonly parts: Decimal
  readonly of: Decimal
}

const one = decimal(1)
const zero = decimal(0)

export const exactly = (parts: Decimal, of: Decimal = one): Exact => {
  assert(compare(of, zero) > 0, `an exact amount is parts of something above 0, not of ${of}`)
  return { parts, of }
}

export const exactPlus = (a: Exact, b: Exact): Exact =>
  a.of === b.of
    ? exactly(plus(a.parts, b.parts), a.of)
    : exactly(plus(times(a.parts, b.of), times(b.parts, a.of)), times(a.of, b.of))

export const exactMinus = (a: Exact, b: Exact): Exact => exactPlus(a, exactly(minus(zero, b.parts), b.of))

export const exactTimes = (a: Exact, b: Exact): Exact => exactly(times(a.parts, b.parts), times(a.of, b.of))

/** `a ÷ b`; null where `b` is nought, for which there is no answer. */
export function exactOver(a: Exact, b: Exact): Exact | null {
  const sign = compare(b.parts, zero)
  if (sign === 0) return null
  const of = times(a.of, b.parts)
  const parts = times(a.parts, b.of)
  return sign > 0 ? exactly(parts, of) : exactly(minus(zero, parts), minus(zero, of))
}

/** −1, 0 or 1, by multiplying crosswise: nothing is divided, nothing rounded. */
export const compareExact = (a: Exact, b: Exact): -1 | 0 | 1 => compare(times(a.parts, b.of), times(b.parts, a.of))

/** As it is shown, half up: never for a comparison. */
export const shownExact = ({ parts, of }: Exact, places: number): Decimal => shownRatio(parts, of, places)

/** The largest whole number not above it. */
export function floorOfExact({ parts, of }: Exact): Decimal {
  const [dividend, divisor] = [new Big(parts), new Big(of)]
  const rest = dividend.mod(divisor)
  const whole = dividend.minus(rest).div(divisor)
  return decimal((rest.lt(0) ? whole.minus(1) : whole).toFixed())
}

/** The smallest whole number not below it. */
export const ceilingOfExact = (value: Exact): Decimal =>
  minus(zero, floorOfExact(exactly(minus(zero, value.parts), value.of)))
