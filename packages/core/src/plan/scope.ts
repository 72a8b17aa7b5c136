import type { Span } from '../shared/index.ts'
import type { Line, ReportText } from '../text/index.ts'
import type { Block } from './outline/blocks.ts'
import { openingOf } from './outline/headings.ts'
import type { Role } from './outline/outline.ts'
import type { Passage, PassageKind } from './quantity-scope.ts'
import type { Column, ColumnRole } from './tables/columns.ts'

const kindOfColumn: Partial<Record<ColumnRole, PassageKind>> = {
  serial: 'serialCell',
  leader: 'ownerCell',
  lead: 'ownerCell',
  answer: 'ownerCell',
  support: 'ownerCell',
  deadline: 'deadlineCell',
  past: 'pastCell',
}

const cut = (at: Span, start: number, end: number): Span[] => {
  const span = { start: Math.max(at.start, start), end: Math.min(at.end, end) }
  return span.start < span.end ? [span] : []
}

/** The passages of a paragraph of a task; a tail that names its owners is a passage of its own. */
export function taskPassages(text: string, block: Block, task: string, tails: readonly Span[]): Passage[] {
  return block.pieces.flatMap((piece) => {
    const passages: Passage[] = []
    const add = (spans: readonly Span[], kind: PassageKind): void => {
      for (const at of spans) passages.push({ at, kind, task, cell: null })
    }
    let from = piece.start
    for (const named of tails) {
      const tail = withBrackets(text, named)
      if (tail.start >= piece.end || tail.end <= piece.start) continue
      add(cut(piece, from, tail.start), 'body')
      add(cut(piece, tail.start, tail.end), 'ownerCell')
      from = tail.end
    }
    add(cut(piece, from, piece.end), 'body')
    return passages
  })
}

const withBrackets = (text: string, { start, end }: Span): Span =>
  /[（(【[〔]/.test(text[start - 1] ?? '') && /[)）】\]〕]/.test(text[end] ?? '')
    ? { start: start - 1, end: end + 1 }
    : { start, end }

/** The passages of a paragraph outside every task; what follows a heading on its own line only frames. */
export function otherPassages(text: string, block: Block, role: Role): Passage[] {
  return block.pieces.flatMap((piece): Passage[] => {
    if (role !== 'heading') return [{ at: piece, kind: role, task: null, cell: null }]
    const words = text.slice(piece.start, piece.end)
    const { head, rest } = openingOf(words)
    const stop = rest === '' ? piece.end : piece.start + words.indexOf(head) + head.length + 1
    const heading = cut(piece, piece.start, stop).map(
      (at): Passage => ({ at, kind: 'heading', task: null, cell: null }),
    )
    const frame = cut(piece, stop, piece.end).map((at): Passage => ({ at, kind: 'frame', task: null, cell: null }))
    return [...heading, ...frame]
  })
}

/** The passages of a table row: one a cell that holds words. */
export function rowPassages(
  report: ReportText,
  line: number,
  columns: readonly Column[] | null,
  about: { readonly kind: PassageKind | null; readonly task: string | null },
): Passage[] {
  const { cells, at } = report.lines[line] as Line
  if (cells.length === 0) return [{ at, kind: about.kind ?? 'frame', task: about.task, cell: null }]
  return joinedFigures(report.text, cells, columns).flatMap(({ span, column }) => {
    if (report.text.slice(span.start, span.end).trim() === '') return []
    const role = columns?.[column]?.role
    const kind =
      about.kind ?? (setsAFrequency(report.text, span, role) ? 'body' : (role && kindOfColumn[role]) || 'body')
    return [{ at: span, kind, task: about.task, cell: { row: line, head: columns?.[column]?.head ?? '' } }]
  })
}

/** 每季度至少1场 in a deadline column promises a number, and no date. */
const setsAFrequency = (text: string, at: Span, role: ColumnRole | null | undefined): boolean =>
  role === 'deadline' && /每.{0,6}\d+(?![月日季])/.test(text.slice(at.start, at.end))

/** A figure and its unit in two neighbouring columns are read as one cell. */
function joinedFigures(text: string, cells: readonly Span[], columns: readonly Column[] | null) {
  const joined: { span: Span; column: number }[] = []
  cells.forEach((span, column) => {
    const before = columns?.[column - 1]?.role
    const last = joined.at(-1)
    const isUnit =
      columns?.[column]?.role === 'unit' && (before === 'value' || before === 'goal') && span.end > span.start
    if (isUnit && last && /\d$/.test(text.slice(last.span.start, last.span.end).trim())) {
      joined[joined.length - 1] = { span: { start: last.span.start, end: span.end }, column: last.column }
    } else joined.push({ span, column })
  })
  return joined
}
