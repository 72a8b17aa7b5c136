import type { Decision, Problem } from '@guatu/contract'
import type { Span } from '@guatu/core/shared'
import type { Item } from './marks.ts'

/** What lies over the two panes. Items are kept as they were when it was opened, so that a form never loses its ground. */
export type Panel =
  | { readonly kind: 'edit' | 'split'; readonly item: Item }
  | { readonly kind: 'merge'; readonly items: readonly [Item, Item] }
  | { readonly kind: 'add'; readonly task: string; readonly at: Span }
  | { readonly kind: 'own'; readonly task: string }
  | { readonly kind: 'adopt' | 'adoptOnPaper' }
  | { readonly kind: 'help' }

export interface DrawerProps {
  readonly text: string
  readonly decide: (decision: Decision) => Promise<Problem | null>
  readonly onClose: () => void
}
