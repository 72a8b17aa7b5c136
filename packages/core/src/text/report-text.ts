import type { Problem, Span } from '../shared/index.ts'

/** How a line of the body stands in the document. */
export type LineKind = 'paragraph' | 'listItem' | 'tableRow'

/** One line of the body: a paragraph with its automatic number printed before it, or a table row. */
export interface Line {
  readonly at: Span
  readonly kind: LineKind
  /** Heading level of its style, 1 and up; null for body text and where the document does not say. */
  readonly level: number | null
  /** The cells of a table row, in column order; merged-away places are empty strings between two TABs. */
  readonly cells: readonly Span[]
  /** Index into `tables` for a table row, else null. Row r of a table is line `firstLine + r`. */
  readonly table: number | null
}

/** A table of the body, its merged values repeated in every place they cover. */
export interface Table {
  /** Line index of its first row. */
  readonly firstLine: number
  /** A line end inside a cell is `\n` here and one space in `text`, so both hold the same number of characters. */
  readonly grid: readonly (readonly string[])[]
  /** How many rows at the top the document marks as its head, 0 where it does not say. */
  readonly headRows: number
  /** The name of the sheet, where the table is one. Its grid then begins at cell A1, blank rows included. */
  readonly name?: string
}

/** Words that stand beside the body: never read as promises. */
export interface Aside {
  readonly kind: 'header' | 'footer' | 'footnote' | 'endnote' | 'textbox' | 'comment' | 'contents'
  readonly lines: readonly string[]
}

/**
 * A run of `text` and where it stands in the document received: the n-th paragraph (from 0), from this character of its
 * own words. Automatic numbers and separators between cells have no origin, as no paragraph holds them.
 */
export interface Origin {
  readonly at: Span
  /** `body`, sheet and cell as in `Sheet1!B6`, or the page of a PDF as in `page 3`. */
  readonly part: string
  readonly paragraph: number
  readonly offset: number
}

/** ① A report as received. `text` holds the words of the body, `\n` between lines; every offset is into it. Never edited. */
export interface ReportText {
  readonly text: string
  readonly lines: readonly Line[]
  readonly tables: readonly Table[]
  readonly asides: readonly Aside[]
  readonly origins: readonly Origin[]
  /** What the reader left aside and says so: links not followed, hidden words. */
  readonly remarks?: readonly Problem[]
  /** How the characters of a plain text file were coded. */
  readonly encoding?: TextEncoding
}

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
