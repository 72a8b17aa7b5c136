import type { Decision, Problem, Review } from '@guatu/contract'
import type { Span } from '@guatu/core/shared'
import type { Item } from './marks.ts'

/** What lies over the two panes. Items are kept as they were when it was opened, so that a form never loses its ground. */
export type Panel =
  | { readonly kind: 'edit' | 'split'; readonly item: Item }
  | { readonly kind: 'merge'; readonly items: readonly [Item, Item] }
  | { readonly kind: 'add'; readonly task: string; readonly at: Span }
  | { readonly kind: 'own' | 'dropTask'; readonly task: string }
  | { readonly kind: 'adopt' | 'adoptOnPaper' }
  | { readonly kind: 'setAside' | 'help' }

/** A panel with what it is about as its reader saw it, and the version of the review that was. */
export interface Opened {
  readonly panel: Panel
  readonly version: number
  readonly said: string
}

export interface DrawerProps {
  readonly text: string
  readonly decide: (decision: Decision, against?: number) => Promise<Problem | null>
  /** An item as it stands now, whatever it was when the form was opened. */
  readonly standing: (key: string) => Item | undefined
  readonly onClose: () => void
}

function keysOf(panel: Panel): readonly string[] {
  switch (panel.kind) {
    case 'edit':
    case 'split':
      return [panel.item.key]
    case 'merge':
      return panel.items.map(({ key }) => key)
    case 'own':
    case 'dropTask':
      return [panel.task]
    default:
      return []
  }
}

type Parts = Pick<Review, 'items' | 'tasks'>

const saidOf = (panel: Panel, { items, tasks }: Parts): string =>
  JSON.stringify(keysOf(panel).map((key) => [...items, ...tasks].find((part) => part.key === key) ?? null))

export const openedOn = (panel: Panel, review: Parts & Pick<Review, 'version'>): Opened => ({
  panel,
  version: review.version,
  said: saidOf(panel, review),
})

/** Whether what a panel is about is no longer as it was when the panel was opened. */
export const isChanged = ({ panel, said }: Opened, now: Parts): boolean => said !== saidOf(panel, now)
