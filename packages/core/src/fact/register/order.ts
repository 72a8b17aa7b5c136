import {
  compare,
  type Day,
  type Decimal,
  dayOf,
  decimal,
  instant,
  isDecimal,
  isInstant,
  type Threshold,
  wholeInForce,
} from '../../shared/index.ts'

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

/** The units of a limit that is counted on the clock, in milliseconds. */
export const millisecondsIn: Readonly<Record<string, number>> = { hour: 3_600_000, minute: 60_000 }

/** Whether a moment lies no longer after another than a limit in minutes or hours allows. */
export function isWithinTime(written: string, since: string, limit: Threshold, on: Day): boolean {
  const milliseconds = millisecondsIn[limit.unit]
  if (milliseconds === undefined || !isInstant(written) || !isInstant(since)) return false
  return Date.parse(written) - Date.parse(since) <= wholeInForce(limit, on) * milliseconds
}
