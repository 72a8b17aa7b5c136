import type { PrintedLine } from './pages.ts'

// Lengths are in characters of the line they are asked of.
/** How far from the edge a line may end and still run on: a sign that may not begin a line took another down with it. */
const fullWithin = 1.2
/** So far where a word that cannot be broken was pushed down, which a line that ends its sentence was not. */
const raggedWithin = 4
const indentMin = 0.8
/** A step this many times the usual one parts two paragraphs. */
const wideStep = 1.7
const titleStep = 2
const titleLarger = 1.15
/** Types are of one size when they differ by fewer points. */
const sameSize = 0.6

const endsSentence = /[。！？!?]$/
const endsClause = /[。！？；：!?;:]$/
/** What a paragraph begins with, wherever the line above it ends. */
const opensHeading = /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]{1,5}[章节条]|[·•●○◆◇■□▪★☆])/
/** What may also stand in the middle of a sentence, and opens a paragraph only after one has ended. */
const opensItem =
  /^(?:[一二三四五六七八九十]{1,3}[是.．]|[（(][一二三四五六七八九十\d]{1,4}[）)]|\d{1,3}[.．、](?!\d)|[①-⑳])/

interface Measure {
  readonly left: number
  readonly right: number
  readonly step: number
  readonly size: number
}

const modeOf = (values: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(Math.round(value), (counts.get(Math.round(value)) ?? 0) + 1)
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0]
}

/** The outermost place where several lines begin or end; a single one that hangs out is none. */
function edgeOf(outermostFirst: readonly number[], within: number): number {
  const shared = Math.max(2, Math.round(outermostFirst.length / 30))
  const isShared = (value: number, i: number) =>
    Math.abs((outermostFirst[i + shared - 1] ?? Infinity) - value) <= within
  return outermostFirst.find(isShared) ?? outermostFirst[0] ?? 0
}

/** Where the text of the report stands on its pages. */
function measureOf(lines: readonly PrintedLine[]): Measure {
  const size = modeOf(lines.map((line) => line.size))
  const steps = lines.flatMap((line, i) => {
    const upper = lines[i - 1]
    return upper && upper.page === line.page ? [upper.y - line.y] : []
  })
  const lefts = lines.map((line) => line.left).toSorted((a, b) => a - b)
  const rights = lines.map((line) => line.right).toSorted((a, b) => b - a)
  return { left: edgeOf(lefts, size / 2), right: edgeOf(rights, size / 2), step: modeOf(steps), size }
}

/** A title larger than the text, broken in the middle of the page. */
function isTitleBroken(upper: PrintedLine, lower: PrintedLine, { left, right, size }: Measure): boolean {
  const isCentred = (line: PrintedLine) => Math.abs(line.left + line.right - left - right) <= 2 * line.size
  const isLarge = upper.size > size * titleLarger
  return isLarge && isCentred(upper) && isCentred(lower) && upper.y - lower.y <= titleStep * upper.size
}

function isFull(line: PrintedLine, right: number): boolean {
  const short = right - line.right
  return short <= fullWithin * line.size || (!endsSentence.test(line.text) && short <= raggedWithin * line.size)
}

function runsOn(upper: PrintedLine, lower: PrintedLine, measure: Measure): boolean {
  const samePage = upper.page === lower.page
  if (upper.text.includes('\t') || lower.text.includes('\t')) return false
  if (Math.abs(upper.size - lower.size) > sameSize) return false
  if (samePage && isTitleBroken(upper, lower, measure)) return true
  if (samePage && upper.y - lower.y > measure.step * wideStep) return false
  if (lower.left - measure.left > indentMin * lower.size) return false
  if (opensHeading.test(lower.text) || (endsClause.test(upper.text) && opensItem.test(lower.text))) return false
  return isFull(upper, measure.right)
}

/** Puts printed lines together to the paragraphs they were broken from. */
export function paragraphsOf(lines: readonly PrintedLine[]): PrintedLine[][] {
  const measure = measureOf(lines)
  const paragraphs: PrintedLine[][] = []
  for (const line of lines) {
    const open = paragraphs.at(-1)
    const upper = open?.at(-1)
    if (open && upper && runsOn(upper, line, measure)) open.push(line)
    else paragraphs.push([line])
  }
  return paragraphs
}
