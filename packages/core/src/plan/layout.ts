/** Where the sentences, clauses, quotation marks and brackets of a flat passage are. Worked out once, in one pass. */
export interface Layout {
  /** Ends of clauses, each just behind its mark; the last is the end of the text. Ascending. */
  readonly clauseEnds: readonly number[]
  /** The index into `clauseEnds` of the last clause of each clause's sentence would be found by `endsSentence`. */
  readonly endsSentence: readonly boolean[]
  readonly enclosures: readonly Enclosure[]
}

/** Words between a pair of marks; `start` is just behind the opening mark, `end` at the closing one. */
export interface Enclosure {
  readonly kind: 'quote' | 'title' | 'bracket'
  readonly start: number
  readonly end: number
}

const marks = /[,;。:!?"“”《》()〔〕【】「」]/g
const opening: Readonly<Record<string, Enclosure['kind']>> = {
  '“': 'quote',
  '「': 'quote',
  '《': 'title',
  '(': 'bracket',
  '〔': 'bracket',
  '【': 'bracket',
}
const closing: Readonly<Record<string, Enclosure['kind']>> = {
  '”': 'quote',
  '」': 'quote',
  '》': 'title',
  ')': 'bracket',
  '〕': 'bracket',
  '】': 'bracket',
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

/** The comma of 1,200 or the colon of 8:30 parts nothing. */
const insideNumber = (text: string, index: number): boolean =>
  isDigit(text.charCodeAt(index - 1)) &&
  isDigit(text.charCodeAt(index + 1)) &&
  (text[index] === ':' || /^\d{3}(?!\d)/.test(text.slice(index + 1, index + 5)))

export function layoutOf(text: string): Layout {
  const clauseEnds: number[] = []
  const endsSentence: boolean[] = []
  const enclosures: Enclosure[] = []
  const open: { kind: Enclosure['kind']; start: number; mark: string }[] = []
  const close = (kind: Enclosure['kind'], end: number): void => {
    const last = open.at(-1)
    if (last?.kind !== kind) return
    open.pop()
    enclosures.push({ kind, start: last.start, end })
  }
  for (const { 0: mark, index } of text.matchAll(marks)) {
    const opens = opening[mark]
    const closes = closing[mark]
    if (opens) open.push({ kind: opens, start: index + 1, mark })
    else if (closes) close(closes, index)
    else if (mark === '"' && open.at(-1)?.mark === '"') close('quote', index)
    else if (mark === '"') open.push({ kind: 'quote', start: index + 1, mark })
    else if (!insideNumber(text, index)) {
      clauseEnds.push(index + 1)
      endsSentence.push(mark === '。' || mark === '!' || mark === '?')
      // A mark left open never reaches over the end of its sentence.
      if (endsSentence.at(-1)) open.length = 0
    }
  }
  if (clauseEnds.at(-1) !== text.length) {
    clauseEnds.push(text.length)
    endsSentence.push(true)
  }
  return { clauseEnds, endsSentence, enclosures: enclosures.sort((a, b) => a.start - b.start) }
}
