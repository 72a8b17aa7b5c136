import { type FigureCell, withUnit } from './figure-cells.ts'
import type { Enclosure, Layout } from './layout.ts'
import { type Mention, mentionsIn } from './mentions.ts'
import type { PassageKind } from './quantity-scope.ts'

/** Whether the words tell what was done or promise what will be. */
export type Mode = 'past' | 'forward'

/** A clause of a passage: what stands between two of ，；。：. */
export interface Clause {
  readonly index: number
  readonly start: number
  readonly end: number
  readonly text: string
  /** Index of its sentence. */
  readonly sentence: number
  readonly mode: Mode
}

/** A mention and the words around it. Every window is bounded, so that a rule costs the same in a report of any length. */
export interface Seen {
  readonly mention: Mention
  readonly clause: Clause
  /** The passage, flat. */
  readonly text: string
  readonly passage: PassageKind
  /** The clause up to the mention, comparator left out. */
  readonly before: string
  /** The clause from behind the mention, comparator left out. */
  readonly after: string
  /** `before`, but no further back than the last promised number. */
  readonly own: string
  /** What stands between the quotation marks or in the title around it, or null. */
  readonly quoted: string | null
  /** What stands in the brackets around it, or null. */
  readonly bracketed: string | null
  /** The mention before it in the passage, or null. */
  readonly previous: Mention | null
  readonly next: Mention | null
}

const windowChars = 120
const enclosureChars = 200
const quoteChars = 24

/** The innermost enclosure around a place. Those of one sentence are few; the search looks back a bounded way. */
function around(
  enclosures: readonly Enclosure[],
  upTo: number,
  mention: Mention,
  kinds: readonly Enclosure['kind'][],
): Enclosure | null {
  for (let i = upTo - 1; i >= 0; i--) {
    const found = enclosures[i]
    if (!found || mention.start - found.start > enclosureChars) return null
    if (found.end >= mention.coreEnd && kinds.includes(found.kind)) return found
  }
  return null
}

/** A flat passage with its clauses: what the mentions in it are seen against. */
export interface Ground {
  readonly text: string
  readonly layout: Layout
  readonly clauses: readonly Clause[]
  readonly passage: PassageKind
  /** What its row says of it, for a table cell that holds a figure and no words. */
  readonly figure: FigureCell | null
}

/** Shows each mention of a passage with its surroundings, in order, to `read`, which says whether it took a promise there. */
export function eachSeen({ text, layout, clauses, passage, figure }: Ground, read: (seen: Seen) => boolean): void {
  const found = mentionsIn(text)
  const mentions = figure ? found.map((mention) => withUnit(mention, figure.unit)) : found
  const lead = figure?.name ?? ''
  let clauseIndex = 0
  let enclosureIndex = 0
  let promisedUpTo = 0
  for (const [i, mention] of mentions.entries()) {
    while ((clauses[clauseIndex]?.end ?? text.length) <= mention.numberStart) clauseIndex++
    while ((layout.enclosures[enclosureIndex]?.start ?? text.length + 1) <= mention.start) enclosureIndex++
    const clause = clauses[clauseIndex] ?? clauses.at(-1)
    if (!clause) break
    const from = Math.max(clause.start, mention.start - windowChars)
    const ownFrom = Math.max(from, Math.min(promisedUpTo, mention.start))
    const quote = around(layout.enclosures, enclosureIndex, mention, ['quote', 'title'])
    const bracket = around(layout.enclosures, enclosureIndex, mention, ['bracket'])
    const words = (found: Enclosure | null, most: number): string | null =>
      found && found.end - found.start <= most ? text.slice(found.start, found.end) : null
    const took = read({
      mention,
      clause,
      text,
      passage,
      before: lead + text.slice(from, mention.start),
      after: text.slice(mention.end, Math.min(Math.max(clause.end, mention.end), mention.end + windowChars)),
      own: (promisedUpTo === 0 ? lead : '') + text.slice(ownFrom, mention.start),
      quoted: words(quote, quote?.kind === 'title' ? 60 : quoteChars),
      bracketed: words(bracket, enclosureChars),
      previous: mentions[i - 1] ?? null,
      next: mentions[i + 1] ?? null,
    })
    if (took) promisedUpTo = mention.end
  }
}
