import { assert } from './assert.ts'

/** A day of the Asia/Shanghai calendar, `YYYY-MM-DD`. Text order is day order. */
export type Day = string & { readonly __day: never }

/** A moment in UTC, ISO 8601 with `Z`. Text order is time order where the precision is the same. */
export type Instant = string & { readonly __instant: never }

/** What is shown: true on or before `on`, and known to us at or before `knownAt`. */
export interface AsOf {
  readonly on: Day
  readonly knownAt: Instant
}

export const isDay = (text: string): text is Day => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

export function day(text: string): Day {
  assert(isDay(text), `${text} is a day`)
  return text
}

export const isInstant = (text: string): text is Instant =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z$/.test(text) && !Number.isNaN(Date.parse(text))

export function instant(text: string): Instant {
  assert(isInstant(text), `${text} is an instant`)
  return text
}

// China has kept one offset all year round since 1992; no zone database is needed to find a day.
const shanghaiOffsetHours = 8

/** The Asia/Shanghai day that a moment falls on. */
export const dayOf = (at: Instant): Day =>
  new Date(Date.parse(at) + shanghaiOffsetHours * 3_600_000).toISOString().slice(0, 10) as Day

/** A moment as the clock in Shanghai showed it, to the second: `2023-06-30 08:00:00`. */
export const clockOf = (at: Instant): string =>
  new Date(Date.parse(at) + shanghaiOffsetHours * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

/** The last moment of an Asia/Shanghai day: what was known by then was known that day. */
export const endOfDay = (on: Day): Instant =>
  new Date(Date.parse(`${on}T23:59:59.999Z`) - shanghaiOffsetHours * 3_600_000).toISOString() as Instant

export const addDays = (on: Day, days: number): Day =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000

export const yearOf = (on: Day): number => Number(on.slice(0, 4))
export const firstDayOf = (year: number): Day => day(`${String(year).padStart(4, '0')}-01-01`)
export const lastDayOf = (year: number): Day => day(`${String(year).padStart(4, '0')}-12-31`)
