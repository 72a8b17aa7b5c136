import type { Span } from '../shared/index.ts'

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
  /** Index into `tables` for a table row, else null. */
  readonly table: number | null
}

/** A table of the body, its merged values repeated in every place they cover. */
export interface Table {
  /** Line index of its first row. */
  readonly firstLine: number
  readonly grid: readonly (readonly string[])[]
  /** How many rows at the top are the head, 0 where there is none. */
  readonly headRows: number
}

/** Words that stand beside the body: never read as promises. */
export interface Aside {
  readonly kind: 'header' | 'footer' | 'footnote' | 'textbox' | 'comment'
  readonly lines: readonly string[]
}

/** A run of `text` and where it stands in the document received: the n-th paragraph, from this character of it. */
export interface Origin {
  readonly at: Span
  /** `body`, or the part's name inside a .docx. */
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
}
