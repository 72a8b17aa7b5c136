import type { Instant } from './day.ts'
import type { Problem } from './problem.ts'

/**
 * Something written on a device that the server is to have once. `waiting`: to be sent. `sending`: on its way since
 * `claimedAt`. `refused`: the server has said why not, and a person has to look. `sent`: the server has it.
 */
export interface Queued<C> {
  /** The idempotency key of what is meant. It stays the same for good, so that the server never takes it twice. */
  readonly key: string
  readonly content: C
  readonly writtenAt: Instant
  readonly state: 'waiting' | 'sending' | 'refused' | 'sent'
  /** When it was last taken up to be sent; from the first time on the server may have it, whether we heard so or not. */
  readonly claimedAt: Instant | null
  /** What stood in the way last. */
  readonly problem: Problem | null
}

export const queued = <C>(key: string, content: C, writtenAt: Instant): Queued<C> => ({
  key,
  content,
  writtenAt,
  state: 'waiting',
  claimedAt: null,
  problem: null,
})

/** Whoever has not ended after this long has ended without saying so: its page was closed, its device switched off. */
const sendingMillisecondsMax = 120_000

// A clock that was set back in between must not hold an item for ever: what lies that far ahead has ended too.
const isUnderWay = ({ state, claimedAt }: Queued<unknown>, now: Instant): boolean =>
  state === 'sending' &&
  claimedAt !== null &&
  Math.abs(Date.parse(now) - Date.parse(claimedAt)) < sendingMillisecondsMax

const isToSend = (item: Queued<unknown>, now: Instant): boolean =>
  item.state === 'waiting' || (item.state === 'sending' && !isUnderWay(item, now))

/** In the order in which they were written; the key settles what was written in the same millisecond. */
const byWriting = (a: Queued<unknown>, b: Queued<unknown>): number =>
  a.writtenAt.localeCompare(b.writtenAt) || a.key.localeCompare(b.key)

/** The one to send now: the earliest. None while another is under way, so that the order is kept by every tab. */
export function nextToSend<C>(items: readonly Queued<C>[], now: Instant): Queued<C> | null {
  if (items.some((item) => isUnderWay(item, now))) return null
  return items.filter((item) => isToSend(item, now)).toSorted(byWriting)[0] ?? null
}

export const claimed = <C>(item: Queued<C>, now: Instant): Queued<C> => ({ ...item, state: 'sending', claimedAt: now })

/** An item whose sender is known to be gone: it waits again, under the same key. */
export const letGo = <C>(item: Queued<C>): Queued<C> =>
  item.state === 'sending' ? { ...item, state: 'waiting' } : item

/** How an attempt ended. `unheard`: there was no answer, or none about this item, such as that nobody is signed in. */
export type Attempt =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'unheard'; readonly problem: Problem }

const stateAfter = { accepted: 'sent', refused: 'refused', unheard: 'waiting' } as const

/** What an item is after an attempt. What the server has it has: a later word of another attempt takes nothing back. */
export function after<C>(item: Queued<C>, attempt: Attempt): Queued<C> {
  if (item.state === 'sent') return item
  const problem = attempt.kind === 'accepted' ? null : attempt.problem
  return { ...item, state: stateAfter[attempt.kind], problem }
}

/**
 * Whether its words may be changed: as long as nobody tried to send it, and again once it was refused. In between the
 * server may have it, and the same key with other words would be another thing.
 */
export const mayCorrect = ({ state, claimedAt }: Queued<unknown>): boolean =>
  state === 'refused' || (state === 'waiting' && claimedAt === null)

export const corrected = <C>(item: Queued<C>, content: C): Queued<C> =>
  mayCorrect(item) ? { ...item, content, state: 'waiting', claimedAt: null, problem: null } : item

/** Whether it may be thrown away: not while it is under way. */
export const mayDiscard = (item: Queued<unknown>, now: Instant): boolean => !isUnderWay(item, now)

/** Whether the server may have it although nobody heard so: whoever throws it away is to look first. */
export const mayHaveArrived = ({ state, claimedAt }: Queued<unknown>): boolean =>
  (state === 'waiting' || state === 'sending') && claimedAt !== null

/** What was accepted is shown for a day, so that one sees that it is there. */
const shownMilliseconds = 86_400_000

/** Whether an accepted item has been shown long enough. A clock that was set back keeps it in sight. */
export const isShownEnough = ({ state, writtenAt }: Queued<unknown>, now: Instant): boolean =>
  state === 'sent' && Date.parse(now) - Date.parse(writtenAt) > shownMilliseconds

/** How many the server does not have yet, and how many it has. */
export function countsOf(items: readonly Queued<unknown>[]): { readonly waiting: number; readonly sent: number } {
  const sent = items.filter(({ state }) => state === 'sent').length
  return { waiting: items.length - sent, sent }
}
