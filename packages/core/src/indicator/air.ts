import {
  ceilingOfExact,
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
  floorOfExact,
  minus,
  plus,
  shownRatio,
} from '../shared/index.ts'

export type Pollutant = 'pm25' | 'pm10' | 'o3' | 'no2' | 'so2' | 'co'

const scale = [0, 50, 100, 150, 200, 300, 400, 500]
// HJ 633-2012, table 1; daily means, ozone by its 8-hour maximum, which the table ends at 300.
const breakpoints: Readonly<Record<Pollutant, readonly number[]>> = {
  pm25: [0, 35, 75, 115, 150, 250, 350, 500],
  pm10: [0, 50, 150, 250, 350, 420, 500, 600],
  o3: [0, 100, 160, 215, 265, 800],
  no2: [0, 40, 80, 180, 280, 565, 750, 940],
  so2: [0, 50, 150, 475, 800, 1600, 2100, 2620],
  co: [0, 2, 4, 14, 24, 36, 48, 60],
}

const at = (list: readonly number[], i: number): Exact => exactly(decimal(list[i] ?? 0))

/** 空气质量分指数: linear between the breakpoints, rounded up; null above the table. */
export function iaqi(pollutant: Pollutant, value: Decimal): Decimal | null {
  const bounds = breakpoints[pollutant]
  const high = bounds.findIndex((bound, i) => i > 0 && compare(value, decimal(bound)) <= 0)
  if (high === -1) return null
  const [low, top, lowIndex, topIndex] = [at(bounds, high - 1), at(bounds, high), at(scale, high - 1), at(scale, high)]
  const part = exactOver(
    exactTimes(exactMinus(exactly(value), low), exactMinus(topIndex, lowIndex)),
    exactMinus(top, low),
  )
  return part && ceilingOfExact(exactPlus(lowIndex, part))
}

export interface AirDay {
  readonly aqi: Decimal
  /** Null on a day of 50 or less. */
  readonly primary: Pollutant | null
  /** 优良天. */
  readonly good: boolean
}

/** 空气质量指数 of a day: the highest of its parts; null where one of them is above the table. */
export function airDay(day: Readonly<Record<Pollutant, Decimal>>): AirDay | null {
  const parts = (Object.keys(breakpoints) as Pollutant[]).map((pollutant) => ({
    pollutant,
    index: iaqi(pollutant, day[pollutant]),
  }))
  let highest = parts[0]
  for (const part of parts) {
    if (part.index === null) return null
    if (highest?.index && compare(part.index, highest.index) > 0) highest = part
  }
  if (!highest?.index) return null
  const { index, pollutant } = highest
  return {
    aqi: index,
    primary: compare(index, decimal(50)) > 0 ? pollutant : null,
    good: compare(index, decimal(100)) <= 0,
  }
}

/** 百分位数 by HJ 663: between two values by the part of the place; null of none. */
export function percentile(values: readonly Decimal[], p: Decimal): Exact | null {
  const sorted = values.toSorted(compare)
  if (sorted.length === 0) return null
  const place = exactPlus(exactly(decimal(1)), exactTimes(exactly(decimal(sorted.length - 1)), exactly(p)))
  const whole = floorOfExact(place)
  const low = sorted[Number(whole) - 1] as Decimal
  const high = sorted[Number(whole)] ?? low
  return exactPlus(exactly(low), exactTimes(exactly(minus(high, low)), exactMinus(place, exactly(whole))))
}

const daysMin = (month: number): number => (month === 2 ? 25 : 27)

/** Whether a month has enough valid days: 27, in February 25 (GB 3095). */
export const isValidMonth = (month: number, validDays: number): boolean => validDays >= daysMin(month)

/** Whether a year does: 324 valid days, and every month valid. */
export const isValidYear = (validDaysByMonth: readonly number[]): boolean =>
  validDaysByMonth.length === 12 &&
  validDaysByMonth.every((days, i) => isValidMonth(i + 1, days)) &&
  validDaysByMonth.reduce((sum, days) => sum + days, 0) >= 324

/** Half to even at the last of `places` (GB/T 8170): what a bulletin prints. */
export function printedByStandard(value: Exact, places: number): Decimal {
  const power = decimal(10n ** BigInt(places))
  const scaled = exactTimes(value, exactly(power))
  const low = floorOfExact(scaled)
  const side = compareExact(exactMinus(scaled, exactly(low)), exactly(decimal('0.5')))
  const isOdd = Number(low.at(-1)) % 2 === 1
  return shownRatio(side > 0 || (side === 0 && isOdd) ? plus(low, decimal(1)) : low, power, places)
}
