import { reportFromPlain } from '../from-plain.ts'
import type { Aside, Origin, ReportText } from '../report-text.ts'
import { partMargins } from './margins.ts'
import type { PdfPage, PrintedLine } from './pages.ts'
import { paragraphsOf } from './paragraphs.ts'
import { printedLines } from './printed-lines.ts'
import { lineEndParts } from './spacing.ts'

/** The page a run of text stands on, as an origin names it. */
const pagePart = (page: number): string => `page ${page}`

interface Laid {
  readonly text: string
  readonly origins: readonly Origin[]
}

function layOut(paragraphs: readonly (readonly PrintedLine[])[]): Laid {
  const pieces: string[] = []
  const origins: Origin[] = []
  let length = 0
  const put = (text: string) => {
    pieces.push(text)
    length += text.length
  }
  for (const lines of paragraphs) {
    if (length > 0) put('\n')
    for (const [i, line] of lines.entries()) {
      const before = lines[i - 1]?.text.at(-1) ?? ''
      if (i > 0 && lineEndParts(before, line.text.charAt(0))) put(' ')
      const at = { start: length, end: length + line.text.length }
      origins.push({ at, part: pagePart(line.page), paragraph: line.nth, offset: 0 })
      put(line.text)
    }
  }
  return { text: pieces.join(''), origins }
}

/**
 * Reads the pages of a PDF into a report. Printed lines are put together to paragraphs and blanks between Chinese
 * characters go; what the pages repeat at their edges stands beside the body. Each origin is one printed line: its
 * `part` is the page and its `paragraph` the line of that page, both as the eye counts them.
 */
export function reportFromPages(pages: readonly PdfPage[]): ReportText {
  const { body, headers, footers } = partMargins(pages.map((page, i) => printedLines(page, i + 1)))
  const { text, origins } = layOut(paragraphsOf(body))
  const asides: Aside[] = [
    { kind: 'header' as const, lines: headers },
    { kind: 'footer' as const, lines: footers },
  ].filter(({ lines }) => lines.length > 0)
  return { ...reportFromPlain(text), asides, origins }
}
