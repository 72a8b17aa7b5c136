import Big from 'big.js'

/** An exact decimal in canonical text: no exponent, no trailing zeros, `-0` is `0`. `numeric` in the database. */
export type Decimal = string & { readonly __decimal: never }

/** An exact amount and its canonical unit (`m2`, `CNY`, `%`, or the Chinese measure word of a counted noun). */
export interface Quantity {
  readonly value: Decimal
  readonly unit: string
}

const canonical = (n: Big): Decimal => (n.eq(0) ? '0' : n.toFixed()) as Decimal

/** Makes a decimal of text such as `15.4` or of a whole number. Throws when it is none: check typed input first. */
export const decimal = (value: string | number | bigint): Decimal => canonical(new Big(String(value)))

/** Whether text is a plain decimal number such as `-3` or `15.40`. */
export const isDecimal = (text: string): boolean => /^-?\d{1,20}(?:\.\d{1,10})?$/.test(text)

export const plus = (a: Decimal, b: Decimal): Decimal => canonical(new Big(a).plus(b))
export const minus = (a: Decimal, b: Decimal): Decimal => canonical(new Big(a).minus(b))
export const times = (a: Decimal, b: Decimal): Decimal => canonical(new Big(a).times(b))
export const sumOf = (values: Iterable<Decimal>): Decimal => {
  let sum = new Big(0)
  for (const value of values) sum = sum.plus(value)
  return canonical(sum)
}
/** −1, 0 or 1, exact. */
export const compare = (a: Decimal, b: Decimal): -1 | 0 | 1 => new Big(a).cmp(b)
/** `a ÷ b` rounded half up to `places`: for showing and for printed fractions (三分之二), never for a comparison. */
export const shownRatio = (a: Decimal, b: Decimal, places: number): Decimal =>
  canonical(new Big(a).div(b).round(places, Big.roundHalfUp))
