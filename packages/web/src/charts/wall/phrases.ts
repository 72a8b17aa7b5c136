import type { Span } from '@guatu/core/shared'

export interface Piece {
  readonly words: string
  readonly start: number
  readonly marked: boolean
}

/** Cuts a sentence that begins at `offset` of its source into pieces, those inside one of `spans` marked. */
export function markPhrases(sentence: string, offset: number, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const cut = (end: number, marked: boolean) => {
    if (end > at) pieces.push({ words: sentence.slice(at, end), start: at, marked })
    at = Math.max(at, end)
  }
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    cut(Math.min(sentence.length, span.start - offset), false)
    cut(Math.min(sentence.length, span.end - offset), true)
  }
  cut(sentence.length, false)
  return pieces
}
