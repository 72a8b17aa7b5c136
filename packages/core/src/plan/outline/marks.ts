import { smallWhole } from '../numerals/chinese.ts'
import { rankOfMark } from './ranks.ts'

/** How an outline number or list sign is written. */
export type MarkKind =
  | 'part'
  | 'chinese'
  | 'chineseInBrackets'
  | 'article'
  | 'arabic'
  | 'dotted'
  | 'arabicInBrackets'
  | 'circled'
  | 'firstly'
  | 'bullet'

/** The number or sign at the front of a paragraph. */
export interface Mark {
  readonly kind: MarkKind
  /** Its place in the usual order of Chinese outlines: a mark of higher rank stands under one of lower rank. */
  readonly rank: number
  /** The number it prints; null for a bullet. `2-3` counts by its last part. */
  readonly ordinal: number | null
  /** As printed, for `2-3` and the like; null for a bullet. */
  readonly printed: string | null
  /** How many characters it takes, white space before and behind it included. */
  readonly length: number
}

interface Form {
  readonly kind: MarkKind
  readonly pattern: RegExp
}

const chineseDigits = '[〇零一二三四五六七八九十百]{1,6}'

/** 一、→（一）→ 1. → (1) → ① is how offices number; 一是 and bullets close the line. */
const forms: readonly Form[] = [
  { kind: 'part', pattern: new RegExp(`^第(${chineseDigits}|\\d{1,2})(?:部分|[章节篇编])[、:：\\s]?`) },
  { kind: 'article', pattern: new RegExp(`^第(${chineseDigits}|\\d{1,3})[条项款][、:：.]?`) },
  {
    kind: 'article',
    pattern: new RegExp(`^(?:实事|事项|项目|任务)(${chineseDigits}|\\d{1,2})[、:：\\s]`),
  },
  {
    kind: 'chinese',
    pattern: new RegExp(`^(${chineseDigits})(?:、(?![一二三四五六七八九十]季)|[.．](?!\\d))`),
  },
  { kind: 'chineseInBrackets', pattern: new RegExp(`^[（(]?(${chineseDigits})[）)][、.．]?`) },
  { kind: 'dotted', pattern: /^(\d{1,2}(?:[.．-]\d{1,2}){1,2})(?:[、.．\s\u3000]|(?=[^\d.．%％月-]))/ },
  { kind: 'arabic', pattern: /^(\d{1,3})(?:[.．](?=\D|\d{1,2}月|20\d\d年)|、(?=\D|\d{1,2}月|20\d\d年))/ },
  { kind: 'arabicInBrackets', pattern: /^[（(]?(\d{1,3})[）)][、.．]?/ },
  { kind: 'circled', pattern: /^([①-⑳])[、.．]?/u },
  { kind: 'firstly', pattern: new RegExp(`^(${chineseDigits})[是要](?=[^否不])`) },
  { kind: 'firstly', pattern: new RegExp(`^第(${chineseDigits})[,，、]`) },
  { kind: 'bullet', pattern: /^[·•●■◆○◇※▪►▶★☆✓√♦◎▲△➢➤–—-]{1,2}(?=[^\d\s]|[\s\u3000])/u },
  { kind: 'bullet', pattern: /^[·•●■◆○◇※▪►▶★☆✓√♦◎▲△➢➤]/u },
]

const longestMark = 16

/** The outline number or list sign that the words from `start` begin with, or null. */
export function markAt(text: string, start: number, end: number): Mark | null {
  let from = start
  while (from < end && /[\s\u3000]/.test(text[from] as string)) from++
  const front = text.slice(from, Math.min(end, from + longestMark))
  if (!/^[\d第实事项任（(〇零一二三四五六七八九十百①-⑳·•●■◆○◇※▪►▶★☆✓√♦◎▲△➢➤–—-]/u.test(front)) return null
  for (const form of forms) {
    const found = form.pattern.exec(front)
    if (found) return markOf(form, found, text, start, from, end)
  }
  return null
}

function markOf(
  form: Form,
  found: RegExpExecArray,
  text: string,
  start: number,
  from: number,
  end: number,
): Mark | null {
  let stop = from + found[0].length
  while (stop < end && /[\s\u3000]/.test(text[stop] as string)) stop++
  if (stop === end) return null
  const printed = found[1] ?? null
  const ordinal = printed === null ? null : ordinalOf(printed)
  // A decimal at the front of a sentence (3.5公里…) has the look of 3.5 in an outline; only what can count is one.
  if (form.kind === 'dotted' && looksMeasured(text, stop)) return null
  if (form.kind === 'firstly' && goesOnInside(text.slice(stop, end), ordinal)) return null
  return { kind: form.kind, rank: rankOfMark[form.kind], ordinal, printed, length: stop - start }
}

/** 一是…；二是…, all in one paragraph: the paragraph is a whole, and no item of a list. */
function goesOnInside(rest: string, ordinal: number | null): boolean {
  const next = ordinal === null ? undefined : '一二三四五六七八九'[ordinal]
  return next !== undefined && new RegExp(`[。；;，,]第?${next}[是要，,、]`).test(rest)
}

/** A multiplier or unit right behind the number says that it measures. */
const looksMeasured = (text: string, at: number): boolean => /[万亿千百%％‰个公平米元吨亩人户倍度]/.test(text[at] ?? '')

/** The number that a mark gives its item: 1.2 and 2-3 as they are printed, all others as a whole number. */
export function numberOf(mark: Mark | null): string | null {
  if (!mark || mark.ordinal === null) return null
  return mark.kind === 'dotted' && mark.printed !== null ? plainPoints(mark.printed) : String(mark.ordinal)
}

/** １．２ is the same number in another width. */
export const plainPoints = (printed: string): string => printed.replaceAll('．', '.')

const circledOne = '①'.charCodeAt(0)

/** The number an outline mark prints; `2-3` counts by its last part. */
export function ordinalOf(printed: string): number | null {
  const last = /(\d+)$/.exec(printed)
  if (last) return Number(last[1])
  const circled = printed.charCodeAt(0) - circledOne
  return circled >= 0 && circled < 20 ? circled + 1 : smallWhole(printed)
}
