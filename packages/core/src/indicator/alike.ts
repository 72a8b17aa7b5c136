import type { Day, Decimal } from '../shared/index.ts'
import { compare, decimal, times } from '../shared/index.ts'

/** What is compared of two activities. Times are minutes since midnight. */
export interface Activity {
  readonly id: string
  readonly title: string
  readonly heldOn: Day
  readonly venue: string
  readonly community: string
  readonly series: string
  readonly from: number | null
  readonly to: number | null
  readonly audience: string
  /** Hashes of the files that prove it. */
  readonly evidence: readonly string[]
}

/** The figures by which activities are held to be one; a choice of the office. */
export interface AlikeRules {
  /** Least similarity of titles, 0 to 1. */
  readonly similarMin: Decimal
  /** More than this share of the shorter one at the same time. */
  readonly overlapMin: Decimal
  /** So many of one series at one venue on one day are looked at as one. */
  readonly paddedFrom: number
  /** Starts so many minutes apart are of activities of their own, where the audience differs too. */
  readonly apartMinutes: number
}

const ordinal = /[(（]?第[0-9〇零一二两三四五六七八九十百]+[期场次届讲课批轮季][)）]?/g

/** A title without what tells editions apart: width, punctuation, year, numbers. */
export const plainTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(ordinal, '')
    .replace(/\d+(?:年度?)?/g, '')
    .replace(/[\s\p{P}\p{S}]/gu, '')

function pairsOf(text: string): Map<string, number> {
  const characters = Array.from(text)
  const pairs = new Map<string, number>()
  for (const [i, character] of characters.slice(1).entries()) {
    const pair = `${characters[i]}${character}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** Whether two titles share so many pairs of neighbouring characters (Dice), without dividing. */
export function areTitlesAlike(a: string, b: string, min: Decimal): boolean {
  const [left, right] = [plainTitle(a), plainTitle(b)]
  if (left === right) return left !== ''
  const [pairs, others] = [pairsOf(left), pairsOf(right)]
  let shared = 0
  for (const [pair, n] of pairs) shared += Math.min(n, others.get(pair) ?? 0)
  const all = [...pairs.values(), ...others.values()].reduce((sum, n) => sum + n, 0)
  return all > 0 && compare(decimal(2 * shared), times(decimal(all), min)) >= 0
}

function areTogether(a: Activity, b: Activity, min: Decimal): boolean {
  if (a.from === null || a.to === null || b.from === null || b.to === null) return false
  const shorter = Math.min(a.to - a.from, b.to - b.from)
  const common = Math.min(a.to, b.to) - Math.max(a.from, b.from)
  return shorter > 0 && compare(decimal(Math.max(common, 0)), times(decimal(shorter), min)) > 0
}

/** 疑似重复: the same paper blocks a row, the rest is for whoever verifies to decide. */
export type Likeness = 'sameEvidence' | 'likeTitle' | 'sameTime'

/** Why two activities may be one; null where nothing says so. */
export function likenessOf(a: Activity, b: Activity, rules: AlikeRules): Likeness | null {
  if (a.heldOn !== b.heldOn) return null
  if (!(a.venue !== '' && a.venue === b.venue) && a.community !== b.community) return null
  if (a.evidence.some((hash) => b.evidence.includes(hash))) return 'sameEvidence'
  if (areTitlesAlike(a.title, b.title, rules.similarMin)) return 'likeTitle'
  return areTogether(a, b, rules.overlapMin) ? 'sameTime' : null
}

const isApart = (a: Activity, b: Activity, minutes: number): boolean =>
  a.from !== null && b.from !== null && Math.abs(a.from - b.from) >= minutes && a.audience !== b.audience

/** 拆分凑数: many of one series at one place on one day, of which only those that stand apart count beside the first. */
export function countedOnce(activities: readonly Activity[], rules: AlikeRules): ReadonlySet<string> {
  const groups = Map.groupBy(activities, ({ series, venue, heldOn }) => `${heldOn} ${venue} ${series}`)
  const counted = new Set<string>()
  for (const group of groups.values()) {
    const kept: Activity[] = []
    const isPadded = group[0]?.series !== '' && group.length >= rules.paddedFrom
    for (const activity of group.toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0)))
      if (!isPadded || kept.every((other) => isApart(activity, other, rules.apartMinutes))) kept.push(activity)
    for (const { id } of kept) counted.add(id)
  }
  return counted
}
