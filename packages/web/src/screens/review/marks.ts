import type { Review } from '@guatu/contract'
import type { Span } from '@guatu/core/shared'
import { m, say } from '../../words/index.ts'

export type Item = Review['items'][number]
export type ReviewTask = Review['tasks'][number]
export type Look = 'confirmed' | 'open' | 'doubtful' | 'rejected' | 'context'

/** A phrase as it is underlined in the report. */
export interface Mark {
  readonly key: string
  readonly at: Span
  readonly look: Look
  readonly behind: boolean
  /** Why it is doubtful, or no target. */
  readonly why: string
}

/** Doubts stand until a person has decided; what is confirmed is no longer doubtful. */
export const lookOf = (item: Item): Look =>
  item.state !== 'open' ? item.state : item.doubts.length > 0 ? 'doubtful' : 'open'

const looks: Record<Look, () => string> = {
  confirmed: m.review_state_confirmed,
  open: m.review_state_open,
  doubtful: m.review_state_doubtful,
  rejected: m.review_state_rejected,
  context: m.review_state_context,
}
export const lookName = (look: Look): string => looks[look]()

export const marksOf = ({ items, context }: Pick<Review, 'items' | 'context'>): Mark[] => [
  ...items.map((item) => {
    const look = lookOf(item)
    const why = item.doubts.map((doubt) => say(doubt.says)).join('；')
    return { key: item.key, at: item.at, look, behind: look === 'rejected', why }
  }),
  ...context.map(({ key, at, why }) => ({ key, at, look: 'context' as const, behind: true, why: say(why) })),
]

/** The items that are listed: those of what was said to be no task are not. */
export function listedItems({ items, tasks }: Pick<Review, 'items' | 'tasks'>): readonly Item[] {
  const dropped = new Set(tasks.flatMap((task) => (task.dropped === null ? [] : [task.key])))
  return items.filter(({ task }) => task === null || !dropped.has(task))
}

/** The task that holds all of a span; null where none does. */
export const taskHolding = (tasks: readonly ReviewTask[], at: Span): ReviewTask | null =>
  tasks.find((task) => task.at.start <= at.start && at.end <= task.at.end) ?? null

/** The item with what stands right behind it in the same task and is of the same kind: the two may become one. */
export function nextToMerge(items: readonly Item[], key: string): readonly [Item, Item] | null {
  const live = items.filter((item) => item.state !== 'rejected')
  const i = live.findIndex((item) => item.key === key)
  const [first, second] = [live[i], live[i + 1]]
  if (i === -1 || !first || !second || first.task !== second.task) return null
  return first.kind === second.kind ? [first, second] : null
}

/** The item to go to after one was decided: the next that is still open, else the next. */
export function afterDeciding(items: readonly Item[], key: string): string | null {
  const i = items.findIndex((item) => item.key === key)
  const later = items.slice(i + 1)
  return (later.find((item) => item.state === 'open') ?? later[0] ?? items[i])?.key ?? null
}

/** `step` items on from `key`; the first where none is chosen yet; stays at the ends. */
export function stepFrom(items: readonly Item[], key: string | null, step: 1 | -1): string | null {
  const i = items.findIndex((item) => item.key === key)
  if (i === -1) return items[0]?.key ?? null
  return items[Math.min(items.length - 1, Math.max(0, i + step))]?.key ?? null
}
