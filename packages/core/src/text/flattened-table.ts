import type { Span } from '../shared/index.ts'
import type { FoundRow, FoundTable } from './plain-tables.ts'

/** Narrower is no table, and a wider head is none that an office prints. */
const widthMin = 3
const widthMax = 10
const headCellMax = 14
const serialHead = /^(?:序\s?号|编\s?号)$/
const groupLine = /^[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]/

/**
 * A table that came as one cell a line: a head that begins with 序号, then rows that begin with 1, 2, 3 …, each as many
 * lines long as the head. A row may be longer where a cell was broken; a heading may stand before the next row.
 */
export function flattenedAt(text: string, lines: readonly Span[], first: number): FoundTable | null {
  const said = (i: number): string => {
    const line = lines[i]
    return line ? text.slice(line.start, line.end).trim() : ''
  }
  if (!serialHead.test(said(first))) return null
  const width = widthOf(said, first)
  if (width === null) return null
  const rows: FoundRow[] = [rowOf(text, lines.slice(first, first + width), width)]
  let at = first + width
  if (groupLine.test(said(at))) rows.push(rowOf(text, lines.slice(at, ++at), width))
  for (let serial = 1; said(at) === String(serial); serial++) {
    const next = nextSerial(said, at, width, String(serial + 1))
    const until = next ?? Math.min(at + width, lines.length)
    const group = next !== null && next - at > width && groupLine.test(said(next - 1))
    rows.push(rowOf(text, lines.slice(at, group ? until - 1 : until), width))
    if (group) rows.push(rowOf(text, lines.slice(until - 1, until), width))
    at = until
  }
  return rows.length >= 3 ? { first, last: at - 1, rows } : null
}

/** How many lines the head takes: up to the first row's number or the heading before it, all of them short. */
function widthOf(said: (i: number) => string, first: number): number | null {
  for (let width = 1; width <= widthMax; width++) {
    const words = said(first + width)
    if (words === '1' || (groupLine.test(words) && said(first + width + 1) === '1'))
      return width >= widthMin ? width : null
    if (words === '' || words.length > headCellMax || /[。；;]/.test(words)) return null
  }
  return null
}

/** The line with the next row's number: one row further on, or a little later where a cell was broken. */
function nextSerial(said: (i: number) => string, at: number, width: number, serial: string): number | null {
  for (let i = at + width; i <= at + width * 2; i++) if (said(i) === serial) return i
  return null
}

/** A row of cells; missing ones stay empty. A line too many goes on with one that leans forward, else with the longest. */
function rowOf(text: string, lines: readonly Span[], width: number): FoundRow {
  const spans = [...lines]
  while (spans.length > width) {
    const broken = brokenAt(text, spans)
    spans.splice(broken, 2, { start: (spans[broken] as Span).start, end: (spans[broken + 1] as Span).end })
  }
  const last = spans.at(-1) as Span
  const at = { start: (spans[0] as Span).start, end: last.end }
  const none = { start: last.end, end: last.end }
  return { at, cells: Array.from({ length: width }, (_, i) => spans[i] ?? none) }
}

const lengthOf = ({ start, end }: Span): number => end - start

function brokenAt(text: string, spans: readonly Span[]): number {
  const upper = spans.slice(0, -1)
  const leaning = upper.findIndex(({ start, end }) => /[，、,；;（(]$/.test(text.slice(start, end).trim()))
  if (leaning >= 0) return leaning
  return upper.reduce((best, span, i) => (lengthOf(span) > lengthOf(upper[best] as Span) ? i : best), 1)
}
