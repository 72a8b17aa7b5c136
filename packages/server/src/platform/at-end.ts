import type { Tx } from './db.ts'

/** Something that is done once at the end of a transaction, for all that was said for it by then. */
export interface Ending<T> {
  run(tx: Tx, items: readonly T[]): Promise<void>
}

interface Said {
  readonly ending: Ending<never>
  readonly item: unknown
}

const said = new WeakMap<Tx, readonly Said[]>()

/** Leaves something to the end of the transaction: what is held by then, nobody waits for until then. */
export const atEnd = <T>(tx: Tx, ending: Ending<T>, item: T): void =>
  void said.set(tx, [...(said.get(tx) ?? []), { ending, item }])

/** Does at once what was left to the end, for whoever reads in the same transaction what it makes. */
export async function endNow<T>(tx: Tx, ending: Ending<T>): Promise<void> {
  const all = said.get(tx) ?? []
  const own = all.filter((one) => one.ending === ending)
  if (own.length === 0) return
  said.set(
    tx,
    all.filter((one) => one.ending !== ending),
  )
  await ending.run(
    tx,
    own.map(({ item }) => item as T),
  )
}

/** Does all that was left to the end. */
export async function endAll(tx: Tx): Promise<void> {
  for (const ending of new Set((said.get(tx) ?? []).map((one) => one.ending))) await endNow(tx, ending)
}

/** Runs what is rolled back to a savepoint afterwards: what it left to the end, or did early, is as before. */
export async function withoutEnding<T>(tx: Tx, rehearsal: () => Promise<T>): Promise<T> {
  const before = said.get(tx) ?? []
  try {
    return await rehearsal()
  } finally {
    said.set(tx, before)
  }
}
