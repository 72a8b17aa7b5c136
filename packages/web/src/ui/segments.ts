import type { Span } from '@guatu/core/shared'

/** Words that stand under one phrase, or under none. Together the segments of a line are the line. */
export interface Segment<P> {
  readonly at: Span
  readonly phrase: P | null
}

interface Phrase {
  readonly at: Span
  /** Set aside: shows only where no other phrase lies over the words. */
  readonly behind?: boolean
}

const afterEveryOther = 1e9
const length = ({ at, behind = false }: Phrase): number => at.end - at.start + (behind ? afterEveryOther : 0)

/** Where phrases lie over one another the shorter shows: it would vanish below the longer. */
const shortestOver = <P extends Phrase>(phrases: readonly P[], at: Span): P | null =>
  phrases
    .filter((phrase) => phrase.at.start <= at.start && phrase.at.end >= at.end)
    .reduce<P | null>((best, phrase) => (best === null || length(phrase) < length(best) ? phrase : best), null)

/** Cuts a line at the ends of the phrases that touch it, in order and without gaps. */
export function segmentsOf<P extends Phrase>(line: Span, phrases: readonly P[]): Segment<P>[] {
  const here = phrases.filter(({ at }) => at.start < line.end && line.start < at.end)
  const inside = here.flatMap(({ at }) => [at.start, at.end]).filter((cut) => cut > line.start && cut < line.end)
  const cuts = [...new Set([line.start, ...inside, line.end])].sort((a, b) => a - b)
  const pieces = cuts.slice(1).map((end, i) => {
    const at = { start: cuts[i] ?? line.start, end }
    return { at, phrase: shortestOver(here, at) }
  })
  return joined(pieces)
}

/** Neighbours under the same phrase become one, so that a phrase is one link wherever it can be. */
function joined<P>(pieces: readonly Segment<P>[]): Segment<P>[] {
  const out: Segment<P>[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (last && last.phrase === piece.phrase)
      out[out.length - 1] = { ...last, at: { start: last.at.start, end: piece.at.end } }
    else out.push(piece)
  }
  return out
}
