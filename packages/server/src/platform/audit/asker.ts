import { AsyncLocalStorage } from 'node:async_hooks'

/** Where a request came from, and whether anything has been recorded of it yet. */
export interface Asker {
  readonly address: string
  readonly requestId: string
  recorded: boolean
}

const storage = new AsyncLocalStorage<Asker>()

/** The request that the running code works for; undefined where none stands behind it. */
export const askerNow = (): Asker | undefined => storage.getStore()

export const runFor = <T>(asker: Asker, work: () => T): T => storage.run(asker, work)
