import { type Span, spanOf } from './span.ts'

/** Text as it is compared in a search: full width made half, capitals made small. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

// What stands between blanks and marks: a word of letters and digits, or a run of Chinese without a stop.
const run = /[\p{L}\p{N}\p{M}]+/gu

const isAscii = (sign: string | undefined): boolean => sign !== undefined && sign < '\u0080'

/**
 * 检索词: what an index knows a text by. Every two neighbouring signs of a run, because most Chinese words have two; and
 * every three of small letters and digits, of which two tell little. The same one comes as often as it stands there.
 */
export function gramsOf(text: string): readonly string[] {
  const grams: string[] = []
  for (const [found] of folded(text).matchAll(run)) {
    const signs = Array.from(found)
    for (let at = 0; at + 1 < signs.length; at += 1) {
      const two = `${signs[at]}${signs[at + 1]}`
      grams.push(two)
      if (isAscii(signs[at]) && isAscii(signs[at + 1]) && isAscii(signs[at + 2])) grams.push(`${two}${signs[at + 2]}`)
    }
  }
  return grams
}

/** So many signs may be typed: it is a search for words, not for a page. */
export const searchTypedMax = 60

/** So many words are looked for; what is typed behind them is not. */
export const searchWordsMax = 8

/** The words of what was typed, each once, as they are compared. All of them have to be there. */
export const searchWords = (typed: string): readonly string[] =>
  [...new Set(folded(typed).match(run) ?? [])].slice(0, searchWordsMax)

/** The grams by which a text with all of these words is found; none where no word has two signs. */
export function gramsAsked(words: readonly string[]): readonly string[] {
  const grams = new Set(words.flatMap(gramsOf))
  const threes = [...grams].filter((gram) => gram.length === 3 && isAscii(gram[2]))
  // What a group of three says already is not asked twice.
  for (const three of threes) for (const two of [three.slice(0, 2), three.slice(1)]) grams.delete(two)
  return [...grams]
}

/** Whether all of these words stand in the texts, each whole in one of them. */
export function saysAll(words: readonly string[], texts: readonly string[]): boolean {
  const plain = texts.map(folded)
  return words.every((word) => plain.some((text) => text.includes(word)))
}

/** Where the words stand in a text, in its order and none over another. For showing them: a rare sign may hide one. */
export function spansOfWords(text: string, words: readonly string[]): readonly Span[] {
  let plain = ''
  // One folded sign may be several: the sign of the text that each of them comes from.
  const from: Span[] = []
  let at = 0
  for (const sign of text) {
    const small = folded(sign)
    const span = spanOf(at, at + sign.length)
    for (let i = 0; i < small.length; i += 1) from.push(span)
    plain += small
    at = span.end
  }
  const longestFirst = words.toSorted((a, b) => b.length - a.length)
  const spans: Span[] = []
  for (let i = 0; i < plain.length; ) {
    const found = longestFirst.find((word) => plain.startsWith(word, i))
    const [first, last] = [from[i], from[i + (found?.length ?? 1) - 1]]
    if (found && first && last && first.start >= (spans.at(-1)?.end ?? 0)) spans.push(spanOf(first.start, last.end))
    i += found?.length ?? 1
  }
  return spans
}

const excerptSigns = 60
const signsBefore = 16

/** A piece of a text around the first of the words in it, on one line; the beginning where none is. */
export function excerptOf(text: string, words: readonly string[]): string {
  const plain = text.replace(/\s+/g, ' ')
  const [first] = spansOfWords(plain, words)
  const from = first === undefined || plain.length <= excerptSigns ? 0 : Math.max(0, first.start - signsBefore)
  const piece = plain.slice(from, from + excerptSigns)
  return `${from > 0 ? '…' : ''}${piece.toWellFormed()}${from + excerptSigns < plain.length ? '…' : ''}`
}
