import type { Span } from '../shared/index.ts'
import type { ContextReading, Doubt, TargetReading } from './plan.ts'

/**
 * What a passage is, as far as the reading of its numbers depends on it.
 * `review` tells what was done (上年工作总结), `heading` names a section, `frame` stands outside every task and is
 * neither (title, opening words, goals of the year, closing words), `body` is a task or part of one.
 * The last five are cells of a table by what their column holds; any other cell is `body`.
 */
export type PassageKind =
  | 'body'
  | 'frame'
  | 'review'
  | 'heading'
  | 'headCell'
  | 'serialCell'
  | 'ownerCell'
  | 'deadlineCell'
  | 'pastCell'

/** A paragraph, a heading or one table cell. A sentence never runs over its end; a hard line break inside it is none. */
export interface Passage {
  /** Without the outline number at its front. */
  readonly at: Span
  readonly kind: PassageKind
  /** Key of the task it belongs to; null outside every task. */
  readonly task: string | null
  /** For a table cell: the row it stands in (any number that differs from row to row) and the words at the head of its column. */
  readonly cell: { readonly row: number; readonly head: string } | null
}

/** Where the numbers of a plan are to be looked for. Passages stand in text order and do not overlap. */
export interface QuantityScope {
  /** The year the plan is for, which dates without one belong to; null where the report does not say. */
  readonly year: number | null
  readonly passages: readonly Passage[]
}

/** Every numeric mention of the passages, in text order: promised, or only said. */
export interface QuantityReading {
  readonly targets: readonly TargetReading[]
  readonly context: readonly ContextReading[]
  readonly doubts: readonly Doubt[]
}
