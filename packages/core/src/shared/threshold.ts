import { assert } from './assert.ts'
import type { Day } from './day.ts'
import type { Words } from './problem.ts'
import type { Decimal } from './quantity.ts'

/** One dated value of a threshold, and the paper it stands in. */
export interface ThresholdValue {
  readonly from: Day
  readonly value: Decimal
  readonly source: string
}

export interface Threshold {
  readonly id: string
  readonly label: Words
  readonly unit: string
  /** Oldest first. */
  readonly values: readonly ThresholdValue[]
}

/** Checks a declaration at start: a threshold without a source, or out of order, stops it. */
export function threshold(declared: Threshold): Threshold {
  assert(declared.values.length > 0, `threshold ${declared.id}: no value; declare one with its date and source`)
  for (const [i, value] of declared.values.entries()) {
    assert(value.source.trim() !== '', `threshold ${declared.id}: the value from ${value.from} names no source`)
    const before = declared.values[i - 1]
    assert(
      !before || before.from < value.from,
      `threshold ${declared.id}: ${value.from} does not follow ${before?.from}`,
    )
  }
  return declared
}

/** The value in force on a day, null before the first one: silence is never zero. */
export const inForce = (t: Threshold, on: Day): Decimal | null =>
  t.values.filter((value) => value.from <= on).at(-1)?.value ?? null

/** The whole number in force on a day: days, hours. Throws where there is none, which is no nought either. */
export function wholeInForce(t: Threshold, on: Day): number {
  const value = inForce(t, on)
  assert(value !== null, `threshold ${t.id}: no value is in force on ${on}; declare one from an earlier day`)
  assert(Number.isSafeInteger(Number(value)), `threshold ${t.id}: ${value} is no whole number of ${t.unit}s`)
  return Number(value)
}
