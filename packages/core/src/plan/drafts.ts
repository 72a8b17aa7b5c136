import { type Span, spanOf } from '../shared/index.ts'
import type { ReportText } from '../text/index.ts'
import { type Block, blockAt, wordsOf } from './outline/blocks.ts'
import type { Outline, OutlineArea } from './outline/outline.ts'
import type { TableTask } from './tables/read-rows.ts'

/** A task as the outline or a table gives it, before it has a key. */
export interface Draft {
  readonly at: Span
  readonly number: string | null
  readonly area: OutlineArea | null
  /** What its title is proposed from. */
  readonly words: string
  /** Its paragraphs; none for a row of a table. */
  readonly blocks: readonly Block[]
  readonly row: TableTask | null
}

/** The tasks of the paragraphs and of the tables, in text order. */
export function draftsOf(report: ReportText, outline: Outline, rows: readonly TableTask[]): Draft[] {
  const written = outline.tasks.map(({ blocks, number, area }): Draft => {
    const first = blocks[0] as Block
    const at = spanOf(blockAt(first).start, blockAt(blocks.at(-1) as Block).end)
    return { at, number, area, words: wordsOf(report.text, first), blocks, row: null }
  })
  const tabled = rows.map((row): Draft => {
    const { number, area, name } = row
    return { at: rowAt(report, row), number, area, words: name, blocks: [], row }
  })
  return [...written, ...tabled].sort((a, b) => a.at.start - b.at.start)
}

/** From the first cell behind the number to the end of the last row. */
function rowAt(report: ReportText, { rows, number }: TableTask): Span {
  const first = report.lines[rows[0] as number]
  const last = report.lines[rows.at(-1) as number]
  const said = first?.cells.filter((cell) => report.text.slice(cell.start, cell.end).trim() !== '') ?? []
  const start = (number !== null && said.length > 1 ? said[1] : said[0])?.start ?? first?.at.start ?? 0
  const end = Math.max(start + 1, ...(last?.cells ?? []).map((cell) => cell.end))
  return spanOf(start, end)
}

/** The areas that hold tasks, in text order. */
export const areasOf = (drafts: readonly Draft[]): OutlineArea[] => [
  ...new Set(drafts.map(({ area }) => area).filter((area) => area !== null)),
]

/** What stands between full stops and semicolons, and at the ends of paragraphs and cells. */
export function clausesOf(text: string, { blocks, at }: Pick<Draft, 'blocks' | 'at'>): Span[] {
  const runs = blocks.length > 0 ? blocks.flatMap(({ pieces }) => pieces) : [at]
  const ends = blocks.length > 0 ? /[。；;]/g : /[。；;\n]/g
  return runs.flatMap((run) => {
    const clauses: Span[] = []
    let from = run.start
    for (const found of text.slice(run.start, run.end).matchAll(ends)) {
      const to = run.start + found.index
      if (text.slice(from, to).trim() !== '') clauses.push({ start: from, end: to })
      from = to + 1
    }
    if (text.slice(from, run.end).trim() !== '') clauses.push({ start: from, end: run.end })
    return clauses
  })
}
