/** Some neighbouring tasks of one area that stand on one deck. */
export interface DeckPart {
  /** Index of the area, and of its first task and just behind its last. */
  readonly area: number
  readonly from: number
  readonly to: number
}

// A cut is drawn to the end of an area when that is near: an area broken in two is harder to read than uneven decks.
const nearness = 0.24
const pieceMin = 2

/** Breaks areas of so many tasks into `decks` rows of nearly as many slips, in order; empty areas are left out. */
export function breakIntoDecks(counts: readonly number[], decks: number): DeckPart[][] {
  const cuts = cutsOf(counts, decks)
  const bounds = [0, ...cuts, sumOf(counts)]
  return bounds.slice(1).map((end, i) => partsBetween(counts, bounds[i] ?? 0, end))
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, n) => sum + n, 0)

function cutsOf(counts: readonly number[], decks: number): number[] {
  const total = sumOf(counts)
  const share = total / decks
  let end = 0
  const ends = counts.map((n) => (end += n))
  const cuts: number[] = []
  for (let deck = 1; deck < decks; deck++) {
    const cut = snapped(Math.round(deck * share), ends, share)
    if (cut > (cuts.at(-1) ?? 0) && cut < total) cuts.push(cut)
  }
  return cuts
}

function snapped(at: number, ends: readonly number[], share: number): number {
  const nearest = ends.reduce((best, end) => (Math.abs(end - at) < Math.abs(best - at) ? end : best), 0)
  const distance = Math.abs(nearest - at)
  return nearest > 0 && (distance <= share * nearness || distance < pieceMin) ? nearest : at
}

function partsBetween(counts: readonly number[], start: number, end: number): DeckPart[] {
  const parts: DeckPart[] = []
  let first = 0
  counts.forEach((count, area) => {
    const from = Math.max(0, start - first)
    const to = Math.min(count, end - first)
    if (to > from) parts.push({ area, from, to })
    first += count
  })
  return parts
}
