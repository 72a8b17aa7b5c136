import type { Badge, Light } from '@guatu/contract'
import { dayWords } from './dates.ts'
import { m } from './index.ts'

const names: Record<Light, () => string> = {
  blue: m.light_blue,
  green: m.light_green,
  yellow: m.light_yellow,
  orange: m.light_orange,
  red: m.light_red,
  notDue: m.light_not_due,
  unset: m.light_unset,
  noData: m.light_no_data,
  uncheckable: m.light_uncheckable,
  standing: m.light_standing,
  missing: m.light_missing,
}

/** A light's name in the language of the page. */
export const lightName = (light: Light): string => names[light]()

/** Worst first: the order in which lights are listed and counted. */
export const lightsWorstFirst: readonly Light[] = [
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'noData',
  'unset',
  'uncheckable',
  'notDue',
  'standing',
  'missing',
]

/** The same with the day of the last reading, where something is not up to date, and with the periods that are missing. */
export function badgeWords(badge: Badge): string {
  if (badge.kind === 'gaps') return m.badge_gaps_which({ count: badge.count ?? 0, periods: badge.periods ?? '' })
  if (badge.kind !== 'stale' || badge.since === undefined) return badgeName(badge)
  return badge.since === null ? m.badge_stale_never() : m.badge_stale_since({ day: dayWords(badge.since) })
}

/** A badge in words, with its number where it has one: `逾期31天`, `待核2`. */
export function badgeName(badge: Badge): string {
  const named: Record<Badge['kind'], () => string> = {
    overdue: () => m.badge_overdue({ days: badge.days ?? 0 }),
    stale: m.badge_stale,
    gaps: () => m.badge_gaps({ count: badge.count ?? 0 }),
    late: m.badge_late,
    manual: m.badge_manual,
    stretch: m.badge_stretch,
    unverified: () => m.badge_unverified({ count: badge.count ?? 0 }),
    opening: m.badge_opening,
  }
  return named[badge.kind]()
}
