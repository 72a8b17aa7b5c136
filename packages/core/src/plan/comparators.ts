import type { Comparator } from './plan.ts'

// Longer words stand before the words they contain.
const before: readonly (readonly [string, Comparator])[] = [
  ['不得少于', '>='],
  ['不得低于', '>='],
  ['不能少于', '>='],
  ['不能低于', '>='],
  ['不得超过', '<='],
  ['不得高于', '<='],
  ['不少于', '>='],
  ['不低于', '>='],
  ['不小于', '>='],
  ['不下于', '>='],
  ['不低於', '>='],
  ['不超过', '<='],
  ['不高于', '<='],
  ['不多于', '<='],
  ['不大于', '<='],
  ['不突破', '<='],
  ['至少', '>='],
  ['最少', '>='],
  ['最多', '<='],
  ['至多', '<='],
  ['不超', '<='],
  ['不足', '<'],
  ['低于', '<'],
  ['少于', '<'],
  ['小于', '<'],
  ['优于', '<'],
  ['超过', '>'],
  ['超出', '>'],
  ['突破', '>'],
  ['高于', '>'],
  ['大于', '>'],
  ['多于', '>'],
  ['大约', '~'],
  ['接近', '~'],
  ['将近', '~'],
  ['约', '~'],
  ['近', '~'],
  ['超', '>'],
  ['逾', '>'],
  ['破', '>'],
  ['过', '>'],
  ['≥', '>='],
  ['≤', '<='],
  ['>=', '>='],
  ['<=', '<='],
  ['>', '>'],
  ['<', '<'],
]

const after: readonly (readonly [string, Comparator])[] = [
  ['(含)以上', '>='],
  ['(含)以下', '<='],
  ['及以上', '>='],
  ['及以下', '<='],
  ['或以上', '>='],
  ['以上', '>='],
  ['以下', '<='],
  ['以内', '<='],
  ['之内', '<='],
  ['左右', '~'],
  ['上下', '~'],
]

/** A comparator word and where the words that carry the quantity begin or end with it. */
export interface ComparatorRead {
  readonly comparator: Comparator
  readonly edge: number
}

// 附近3个, 签约8个: 近 and 约 are part of a word.
const partOfWord = /(?:[附就邻最靠亲临]近|[节制公条预特签合续履违租邀]约|[赶反]超|[打侦爆]破|[超经通不度难]过)$/

/** The comparator that stands directly before `index`, but not before `from`. */
export function comparatorBefore(text: string, index: number, from: number): ComparatorRead | null {
  for (const [word, comparator] of before) {
    const edge = index - word.length
    if (edge < from || !text.startsWith(word, edge)) continue
    if (word.length === 1 && partOfWord.test(text.slice(edge - 1, index))) return null
    return { comparator, edge }
  }
  const over = overVerb.exec(text.slice(Math.max(from, index - 5), index))
  return over ? { comparator: '>=', edge: index - over[0].length } : null
}

/** 至少组织1次: one verb may stand between. */
const overVerb = /(至少|最少|不少于|不低于)(?:组织|开展|举办|召开|走访|培训|完成|新建|检查)$/

const countedNoun = /([一-龥]{1,6}?)(以上|以下|以内|左右)(?=[,。;、)!?]|$)/y

/** The comparator that stands directly after `index`; after a counted noun too (6个社区以上). */
export function comparatorAfter(text: string, index: number, counted: boolean): ComparatorRead | null {
  for (const [word, comparator] of after)
    if (text.startsWith(word, index)) return { comparator, edge: index + word.length }
  countedNoun.lastIndex = index
  const found = counted ? countedNoun.exec(text) : null
  const comparator = after.find(([word]) => word === found?.[2])?.[1]
  return found && comparator ? { comparator, edge: index + found[0].length } : null
}

/** The words of comparison that a report prints before and behind a figure. */
export interface PrintedComparator {
  readonly before: string
  readonly after: string
}

/**
 * The report's own words for a comparator: 不少于700场 and 60%以上 say the same and are shown as they were said. Null
 * where the quote has none, or where another comparator was settled since.
 */
export function printedComparator(quote: string, comparator: Comparator): PrintedComparator | null {
  const plain = quote.replace(/（/g, '(').replace(/）/g, ')')
  const front = before.find(([word]) => plain.startsWith(word))
  const back = after.find(([word]) => plain.endsWith(word))
  if (front?.[1] !== comparator && back?.[1] !== comparator) return null
  return { before: front?.[0] ?? '', after: back?.[0] ?? '' }
}

/** The words that bound a bare number from above (失业率控制在5%): what stands directly before it. */
export const boundsFromAbove = /(?:控制在|严控在|控制到|限制在|压控在)$/
