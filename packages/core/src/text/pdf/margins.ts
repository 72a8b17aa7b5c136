import type { PrintedLine } from './pages.ts'

/** Lines that far in from an edge of the page can still be its header or footer. */
const linesDeep = 2
/** A line that stands at one height of that many pages is of the paper, not of the report. */
const repeatsMin = 2
const sameHeight = 3

const pageNumber =
  /^(?:[-—–－·\s]*\d{1,4}[-—–－·\s]*|第\s*[\d一二三四五六七八九十百]{1,5}\s*页(?:[，,、\s/]*共\s*[\d一二三四五六七八九十百]{1,5}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/

const shapeOf = ({ text }: PrintedLine): string => text.replace(/\d+/g, '#')

export interface Parted {
  readonly body: readonly PrintedLine[]
  readonly headers: readonly string[]
  readonly footers: readonly string[]
}

/** Parts what every page repeats, and page numbers, from the lines of the report. Each is told once. */
export function partMargins(pages: readonly (readonly PrintedLine[])[]): Parted {
  const repeated = (line: PrintedLine): boolean => {
    const same = pages.filter((lines) =>
      lines.some((other) => Math.abs(other.y - line.y) <= sameHeight && shapeOf(other) === shapeOf(line)),
    )
    return same.length >= repeatsMin && same.length * 2 >= pages.length
  }
  const isNumber = ({ text }: PrintedLine): boolean => pageNumber.test(text)
  const edge = (lines: readonly PrintedLine[]): PrintedLine[] => {
    const found: PrintedLine[] = []
    for (const line of lines.slice(0, linesDeep)) {
      if (!isNumber(line) && !repeated(line)) break
      found.push(line)
    }
    return found
  }
  const headers = pages.flatMap((lines) => edge(lines))
  const footers = pages.flatMap((lines) => edge(lines.toReversed())).filter((line) => !headers.includes(line))
  const beside = new Set([...headers, ...footers])
  const told = (lines: readonly PrintedLine[]) => [
    ...new Map(lines.map((line) => [shapeOf(line), line.text] as const).toReversed()).values(),
  ]
  return {
    body: pages.flat().filter((line) => !beside.has(line)),
    headers: told(headers),
    footers: told(footers),
  }
}
