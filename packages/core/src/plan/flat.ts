import type { Span } from '../shared/index.ts'

/**
 * A passage as one run of characters: hard line breaks and stray spaces taken out, full-width ASCII made half-width,
 * so that a rule need not know how the document was broken. `at` finds a character's place in the report again.
 */
export interface Flat {
  readonly text: string
  readonly at: (index: number) => number
}

const needsWork = /[\s\u3000\u00a0！-～﹪]/
const fullWidth = /[！-～﹪]/g
const isSpace = (code: number): boolean =>
  code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0x3000 || code === 0xa0 || code === 0xfeff
const isAlphanumeric = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)

const halfWidth = (text: string): string =>
  text.replace(fullWidth, (mark) => (mark === '﹪' ? '%' : String.fromCharCode(mark.charCodeAt(0) - 0xfee0)))

/** Two words of Latin letters or digits stay two words; between any other characters a space says nothing. */
function splitsWords(text: string, from: number, to: number): boolean {
  return isAlphanumeric(text.charCodeAt(from - 1)) && isAlphanumeric(text.charCodeAt(to))
}

function withoutSpaces(text: string): { text: string; places: Uint32Array } {
  const places = new Uint32Array(text.length)
  const runs: string[] = []
  let kept = 0
  for (let i = 0; i < text.length; ) {
    const from = i
    while (i < text.length && !isSpace(text.charCodeAt(i))) places[kept++] = i++
    runs.push(text.slice(from, i))
    const gap = i
    while (i < text.length && isSpace(text.charCodeAt(i))) i++
    if (i > gap && splitsWords(text, gap, i)) {
      places[kept++] = gap
      runs.push(' ')
    }
  }
  return { text: runs.join(''), places }
}

/** Flattens the words of `text` at `span`. Linear in the length of the span. */
export function flatten(text: string, span: Span): Flat {
  const words = text.slice(span.start, span.end)
  if (!needsWork.test(words)) return { text: words, at: (index) => span.start + index }
  const half = halfWidth(words)
  if (!/[\s\u3000\u00a0\ufeff]/.test(half)) return { text: half, at: (index) => span.start + index }
  const { text: joined, places } = withoutSpaces(half)
  return { text: joined, at: (index) => span.start + (places[index] ?? 0) }
}
