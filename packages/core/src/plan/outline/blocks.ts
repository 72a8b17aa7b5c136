import type { Span } from '../../shared/index.ts'
import type { Line, ReportText } from '../../text/index.ts'
import { isPageFurniture, runsOn, widthOf } from './line-ends.ts'
import { type Mark, markAt } from './marks.ts'
import { itemRank } from './ranks.ts'

/** A paragraph with its hard line breaks healed, one item of a line of bullets, or a table row. */
export interface Block {
  /** What it says, in runs: more than one where a page number stands between. Without the mark. */
  readonly pieces: readonly Span[]
  readonly mark: Mark | null
  /** Heading level of its style, null for body text. */
  readonly level: number | null
  /** Index of the table row's line in the report; null for a paragraph. */
  readonly row: number | null
}

/** A block that may still grow by a line. */
interface OpenBlock extends Block {
  readonly pieces: Span[]
}

export const blockAt = (block: Block): Span => ({
  start: (block.pieces[0] as Span).start,
  end: (block.pieces.at(-1) as Span).end,
})

export const wordsOf = (text: string, block: Block): string =>
  block.pieces.length === 1
    ? text.slice((block.pieces[0] as Span).start, (block.pieces[0] as Span).end)
    : block.pieces.map((piece) => text.slice(piece.start, piece.end)).join('')

/** The paragraphs and rows of a report, in order. Page numbers that stand as lines of their own are left out. */
export function blocksOf(report: ReportText): Block[] {
  const { text, lines } = report
  const wrapped = wrapWidth(text, lines)
  const blocks: OpenBlock[] = []
  let before: Line | null = null
  let afterFurniture = false
  lines.forEach((line, index) => {
    if (line.kind === 'paragraph' && isPageFurniture(text, line.at)) {
      afterFurniture = true
      return
    }
    const open = blocks.at(-1)
    if (line.kind === 'tableRow') blocks.push({ pieces: [line.at], mark: null, level: null, row: index })
    else if (open && before && open.row === null && continues(text, open, before, line, wrapped, afterFurniture)) {
      prolong(open, line.at, afterFurniture)
    } else blocks.push(...blocksOfLine(text, line))
    before = line
    afterFurniture = false
  })
  return blocks
}

function continues(
  text: string,
  open: OpenBlock,
  before: Line,
  line: Line,
  wrapped: number,
  overPage: boolean,
): boolean {
  if (line.level !== null || before.level !== null || line.kind !== 'paragraph') return false
  if (markAt(text, line.at.start, line.at.end)) return false
  if (open.mark?.kind === 'bullet' && /(?:会议?|大会)上$/.test(text.slice(before.at.start, before.at.end).trim()))
    return false
  const parted = !overPage && text.slice(before.at.end, line.at.start).split('\n').length > 2
  const opened = blockAt(open)
  return runsOn(text, { start: opened.start, end: before.at.end }, before.at, line.at, {
    wrapped,
    parted,
    item: sortOf(open.mark),
  })
}

const sortOf = (mark: Mark | null) => (!mark ? 'none' : mark.rank < itemRank ? 'heading' : 'item')

function prolong(open: OpenBlock, at: Span, overPage: boolean): void {
  const last = open.pieces.at(-1) as Span
  if (overPage) open.pieces.push(at)
  else open.pieces[open.pieces.length - 1] = { start: last.start, end: at.end }
}

/** A line of bullets may hold several of them, one behind the other. */
function blocksOfLine(text: string, line: Line): OpenBlock[] {
  const mark = markAt(text, line.at.start, line.at.end)
  const start = line.at.start + (mark?.length ?? leadingBlanks(text, line.at))
  if (mark?.kind !== 'bullet') return [{ pieces: [{ start, end: line.at.end }], mark, level: line.level, row: null }]
  const sign = text.slice(line.at.start, start).trim()
  return bulletsIn(text, { start, end: line.at.end }, sign).map((piece) => ({
    pieces: [piece],
    mark,
    level: line.level,
    row: null,
  }))
}

/** Splits at the same sign outside quotation marks; a dash parts nothing, since it stands inside sentences too. */
function bulletsIn(text: string, at: Span, sign: string): Span[] {
  if (/[–—-]/.test(sign)) return [at]
  const pieces: Span[] = []
  let from = at.start
  let quoted = 0
  for (let i = at.start; i < at.end; i++) {
    const c = text[i] as string
    if (c === '“' || c === '《' || c === '(' || c === '（') quoted++
    else if (c === '”' || c === '》' || c === ')' || c === '）') quoted = Math.max(0, quoted - 1)
    else if (c === sign && quoted === 0 && i > from) {
      pieces.push({ start: from, end: i })
      from = i + sign.length
    }
  }
  if (from < at.end) pieces.push({ start: from, end: at.end })
  return pieces
}

function leadingBlanks(text: string, at: Span): number {
  let n = 0
  while (at.start + n < at.end - 1 && /[\s\u3000]/.test(text[at.start + n] as string)) n++
  return n
}

/** The width most lines share where a text was broken at a fixed width; infinite where it was not. */
function wrapWidth(text: string, lines: readonly Line[]): number {
  const widths = lines.filter((line) => line.kind === 'paragraph').map((line) => widthOf(text, line.at))
  if (widths.length < 4) return Number.POSITIVE_INFINITY
  const widest = [...widths].sort((a, b) => a - b)[Math.floor(widths.length * 0.9)] as number
  const full = widths.filter((width) => width >= widest * 0.88 && width <= widest * 1.12).length
  return widest >= 16 && widest <= 60 && full >= widths.length * 0.4 ? widest * 0.88 : Number.POSITIVE_INFINITY
}
