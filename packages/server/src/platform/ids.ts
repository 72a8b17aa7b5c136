import { randomFillSync } from 'node:crypto'
import { v5, v7, validate } from 'uuid'

// Random bytes are fetched for many ids at once: one by one, fetching them takes longer than all the rest of an id.
const idBytes = 16
const pool = new Uint8Array(256 * idBytes)
let used = pool.length

function randomOfOne(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += idBytes
  return pool.subarray(used - idBytes, used)
}

let msecs = 0
let seq = 0

/** A UUIDv7 made by us: it sorts by the time it was made, and within a millisecond by its order, on every database we run on. */
export function newId(): string {
  const random = randomOfOne()
  const now = Date.now()
  if (now > msecs) {
    msecs = now
    seq = new DataView(random.buffer, random.byteOffset).getUint32(6) & 0x7fff_ffff
  } else {
    seq = (seq + 1) | 0
    if (seq === 0) msecs += 1
  }
  return v7({ random, msecs, seq })
}

export const isId = (text: string): boolean => validate(text)

const keyed = '6f4a2c58-27f2-4b0e-9d44-1f8f6a3c9b10'

/** The id that an Idempotency-Key stands for where the thing made is the home of all other keys: the same every time. */
export const idOfKey = (key: string): string => v5(key, keyed)
