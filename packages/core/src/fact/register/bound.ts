import { type Day, type Decimal, inForce, type Threshold } from '../../shared/index.ts'

/** A figure that something is measured against: fixed by what is counted, or a parameter of the office with its source. */
export type Bound = Decimal | Threshold

/** The figure in force on a day; null before the first value of a parameter. */
export const boundOn = (bound: Bound, on: Day): Decimal | null =>
  typeof bound === 'string' ? bound : inForce(bound, on)

/** Every figure that a bound has had or will have. */
export const figuresIn = (bound: Bound | undefined): readonly Decimal[] =>
  bound === undefined ? [] : typeof bound === 'string' ? [bound] : bound.values.map(({ value }) => value)
