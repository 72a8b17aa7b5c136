/** Throws when something that only our own mistake can cause has happened. Says what should have held. */
export function assert(holds: unknown, says: string): asserts holds {
  if (!holds) throw new Error(`assertion failed: ${says}`)
}
