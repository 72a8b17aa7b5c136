import type { Problem } from '@guatu/contract'
import { type Instant, instant, isShownEnough } from '@guatu/core/shared'
import type { OutboxItem, OutboxRow } from './store.ts'

/** What a page shows of an outbox, once it is `read`. `stopped`: what keeps it from being sent just now. */
export interface OutboxNow {
  readonly read: boolean
  readonly items: readonly OutboxItem[]
  readonly stopped: Problem | null
}

const now = (): Instant => instant(new Date().toISOString())

/** The outbox of one person in one office, as this tab sees and empties it. */
function openOutbox(person: string) {
  // Loaded beside the frame of every page, not with it.
  const store = import('./store.ts').then(({ openStore }) => openStore(person))
  const listeners = new Set<() => void>()
  const others = new BroadcastChannel(`guatu.outbox ${person}`)
  let state: OutboxNow = { read: false, items: [], stopped: null }
  let sending = false

  const show = async (stopped: Problem | null = state.stopped) => {
    state = { read: true, items: await (await store).all(), stopped }
    for (const heard of listeners) heard()
  }
  const changed = async (stopped?: Problem | null) => {
    await show(stopped)
    others.postMessage('changed')
  }
  others.onmessage = () => void show()

  const sendAll = async () => {
    const { sendNext } = await import('./send.ts')
    for (;;) {
      const attempt = await sendNext(await store, person, now)
      if (attempt === null) break
      await changed(attempt.kind === 'unheard' ? attempt.problem : null)
      if (attempt.kind === 'unheard') break
    }
  }
  // The browser gives the lock on as soon as a page is gone: what that page was about to send need not wait.
  const alone = async (work: () => Promise<void>): Promise<void> => {
    if (!('locks' in navigator)) return work()
    return navigator.locks.request(`guatu.outbox ${person}`, async () => {
      await (await store).letAllGo()
      await work()
    })
  }

  /** Sends one after another until none is left or the way is closed. */
  const empty = async () => {
    if (sending) return
    sending = true
    try {
      await alone(sendAll)
    } finally {
      sending = false
    }
  }

  const begin = async () => {
    const over = (await (await store).all()).filter((item) => isShownEnough(item, now()))
    for (const item of over) await (await store).discard(item, now())
    await show()
  }
  void begin()

  return {
    subscribe: (heard: () => void) => {
      listeners.add(heard)
      return () => void listeners.delete(heard)
    },
    now: () => state,
    empty,
    /** Keeps a row and its files on this device; from then on it is sent by itself. */
    write: async (row: Omit<OutboxRow, 'files' | 'attachKey' | 'entered'>, files: readonly File[]) => {
      await (await store).write(row, files, now())
      await changed()
      void empty()
    },
    correct: async (item: OutboxItem, values: OutboxRow['values'], title: string) => {
      await (await store).correct(item, values, title)
      await changed()
      void empty()
    },
    discard: async (item: OutboxItem) => {
      await (await store).discard(item, now())
      await changed()
    },
    remember: async (id: string, value: unknown) => (await store).remember(id, value),
    remembered: async <T>(id: string) => (await store).remembered<T>(id),
  }
}

export type Outbox = ReturnType<typeof openOutbox>

const opened = new Map<string, Outbox>()

/** The outbox of a person, opened once in a tab. */
export function outboxOf(person: string): Outbox {
  const found = opened.get(person) ?? openOutbox(person)
  opened.set(person, found)
  return found
}
