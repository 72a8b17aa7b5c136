import type { Aside, Line, LineKind, Origin, ReportText, Table } from './report-text.ts'

/** Some printed words, and where they come from; words that no paragraph holds come from nowhere. */
export interface Chunk {
  readonly text: string
  readonly from?: { readonly part: string; readonly paragraph: number; readonly offset: number }
}

export const printed = (chunks: readonly Chunk[]): string => chunks.map((chunk) => chunk.text).join('')

/** Lays lines one under the other and keeps every offset into the text that they make. */
export function reportBuilder() {
  const pieces: string[] = []
  const lines: Line[] = []
  const tables: Table[] = []
  const asides: Aside[] = []
  const origins: Origin[] = []
  let length = 0

  const put = (text: string) => {
    pieces.push(text)
    length += text.length
  }

  function putChunks(chunks: readonly Chunk[]) {
    for (const { text, from } of chunks) {
      if (text === '') continue
      if (from) origins.push({ at: { start: length, end: length + text.length }, ...from })
      put(text)
    }
  }

  function putLine(kind: LineKind, level: number | null, cells: readonly (readonly Chunk[])[], table: number | null) {
    if (lines.length > 0) put('\n')
    const start = length
    const spans = cells.map((cell, column) => {
      if (column > 0) put('\t')
      const from = length
      putChunks(cell)
      return { start: from, end: length }
    })
    lines.push({ at: { start, end: length }, kind, level, cells: table === null ? [] : spans, table })
  }

  return {
    /** One paragraph or list item; nothing where it has no words. */
    line(kind: LineKind, level: number | null, chunks: readonly Chunk[]) {
      if (printed(chunks) !== '') putLine(kind, level, [chunks], null)
    },
    /** A table, its rows as they are printed and its grid with merged values repeated. */
    table(rows: readonly (readonly (readonly Chunk[])[])[], about: Omit<Table, 'firstLine'>) {
      tables.push({ firstLine: lines.length, ...about })
      for (const row of rows) putLine('tableRow', null, row, tables.length - 1)
    },
    aside(aside: Aside) {
      if (aside.lines.length > 0) asides.push(aside)
    },
    /** The words of the lines so far. */
    words: (): string[] => {
      const text = pieces.join('')
      return lines.map((line) => text.slice(line.at.start, line.at.end))
    },
    finish: (): ReportText => ({ text: pieces.join(''), lines, tables, asides, origins }),
  }
}

export type ReportBuilder = ReturnType<typeof reportBuilder>
