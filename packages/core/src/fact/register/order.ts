import { compare, type Decimal, dayOf, decimal, instant, isDecimal, isInstant } from '../../shared/index.ts'

/** The day that a day, a month or a moment touches, as far as it is known. */
export const onlyDay = (written: string): string => (isInstant(written) ? dayOf(instant(written)) : written)

/** Whether one value lies below or before another. Days, months and moments are compared by what both of them know. */
export function isBefore(one: string, other: string): boolean {
  if (isDecimal(one) && isDecimal(other)) return compare(decimal(one), decimal(other)) < 0
  if (isInstant(one) && isInstant(other)) return Date.parse(one) < Date.parse(other)
  const [a, b] = [onlyDay(one), onlyDay(other)]
  const known = Math.min(a.length, b.length)
  return a.slice(0, known) < b.slice(0, known)
}

export const minutesBetween = (from: string, to: string): Decimal =>
  decimal(Math.trunc((Date.parse(to) - Date.parse(from)) / 60_000))
