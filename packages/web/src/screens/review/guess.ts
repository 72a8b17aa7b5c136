import { compare, decimal, isDecimal, type Span, sumOf } from '@guatu/core/shared'
import { emptyTarget, type TargetDraft } from '../../ui/forms/draft.ts'
import type { Comparator } from '../../words/target.ts'

const figure = /(\d+(?:\.\d+)?)([^\d\s，。；、,;.（）()]*)/
// 不低于 holds 低于, so what is said with 不 is looked for first.
const comparatorsSaid: readonly (readonly [RegExp, Comparator])[] = [
  [/不低于|不少于|不小于|以上/, '>='],
  [/不超过|不高于|以下|以内|控制在/, '<='],
  [/超过|突破|多于/, '>'],
  [/低于|少于/, '<'],
  [/左右|约/, '~'],
]
const behindUnit = /(?:以上|以下|以内|左右|及).*$/

/** A first filling of the form for words a person selected: their first figure, its unit, the words before as subject. */
export function draftFrom(words: string): TargetDraft {
  const found = figure.exec(words)
  if (!found) return { ...emptyTarget, subject: words.slice(0, 120) }
  const before = words.slice(0, found.index)
  const comparator = comparatorsSaid.find(([pattern]) => pattern.test(words))?.[1] ?? '='
  return {
    ...emptyTarget,
    comparator,
    value: found[1] ?? '',
    printedUnit: (found[2] ?? '').replace(behindUnit, ''),
    subject: before.replace(/(?:不低于|不少于|不超过|不高于|超过|突破|达到|达|约|控制在)$/, '').slice(0, 120),
  }
}

/** Where a phrase with several figures would part: one piece a figure. A phrase with one figure is one piece. */
export function piecesOf(words: string, at: Span): Span[] {
  const pieces: Span[] = []
  let start = 0
  for (const part of words.split(/(?<=[、，,；;和及])/)) {
    const end = start + part.length
    const last = pieces.at(-1)
    if (/\d/.test(part) || !last) pieces.push({ start: at.start + start, end: at.start + end })
    else pieces[pieces.length - 1] = { start: last.start, end: at.start + end }
    start = end
  }
  return withoutMarks(withFigures(words, at, pieces), words, at)
}

/** The things a milestone names side by side: `甲路、乙路，丙路` are three. */
export const thingsOf = (subject: string): readonly string[] =>
  subject
    .split(/[、，,；;]/)
    .map((thing) => thing.trim())
    .filter((thing) => thing !== '')

/** A first piece without a figure belongs to the one behind it. */
function withFigures(words: string, at: Span, pieces: readonly Span[]): Span[] {
  const [first, second, ...rest] = pieces
  if (!first || !second || /\d/.test(words.slice(first.start - at.start, first.end - at.start))) return [...pieces]
  return [{ start: first.start, end: second.end }, ...rest]
}

const withoutMarks = (pieces: readonly Span[], words: string, at: Span): Span[] =>
  pieces.map(({ start, end }) => {
    const trailing = /[、，,；;和及]+$/.exec(words.slice(start - at.start, end - at.start))?.[0].length ?? 0
    return { start, end: end - trailing }
  })

/** What the pieces of a target make together, where that is not the figure they came from; null where it is, or cannot be told. */
export function otherSum(whole: TargetDraft, pieces: readonly TargetDraft[]): string | null {
  const figures = [whole, ...pieces]
  const alike = figures.every(({ value, printedUnit }) => isDecimal(value) && printedUnit === whole.printedUnit)
  if (!alike) return null
  const sum = sumOf(pieces.map(({ value }) => decimal(value)))
  return compare(sum, decimal(whole.value)) === 0 ? null : sum
}
