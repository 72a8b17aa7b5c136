import type { Instant } from '@guatu/core/shared'
import type { Ask, KeptAnswers } from '../platform/http.ts'

interface Kept {
  readonly lastRecord: string
  readonly at: Instant
  readonly sent: Buffer
  /** Where the moment stands in it that is another one in every answer; null where it is asked for. */
  readonly momentAt: number | null
}

/** What tells the walls of one office from each other, and whether it is known as of now. */
export interface WallNamed {
  readonly name: string
  readonly isNow: boolean
}

const wallsMax = 200
// What is put right outside the chain, by a recount, is seen after so long.
const keptMs = 60_000

const knownAt = '"knownAt":"'

function momentIn(sent: string): number {
  const at = sent.indexOf(knownAt)
  // In bytes: what stands before it is mostly Chinese.
  return Buffer.byteLength(sent.slice(0, at + knownAt.length))
}

/** Walls as they last went out, each good until anything in its office changes; several processes may keep theirs. */
export function keptWalls<Q>(nameOf: (ask: Ask<unknown, Q>) => WallNamed): KeptAnswers<unknown, Q> {
  const walls = new Map<string, Kept>()
  const keyOf = (ask: Ask<unknown, Q>) => `${ask.office.id} ${nameOf(ask).name}`

  function sentAt({ sent, momentAt }: Kept, now: Instant): Buffer {
    if (momentAt === null) return sent
    const copy = Buffer.from(sent)
    copy.write(now, momentAt)
    return copy
  }

  return {
    find: (ask, lastRecord) => {
      const found = walls.get(keyOf(ask))
      if (found?.lastRecord !== lastRecord || Date.parse(ask.now) - Date.parse(found.at) >= keptMs) return null
      return sentAt(found, ask.now)
    },
    keep: (ask, lastRecord, text) => {
      const key = keyOf(ask)
      const kept: Kept = {
        lastRecord,
        at: ask.now,
        sent: Buffer.from(text),
        momentAt: nameOf(ask).isNow ? momentIn(text) : null,
      }
      walls.delete(key)
      walls.set(key, kept)
      const [oldest] = walls.keys()
      if (walls.size > wallsMax && oldest !== undefined) walls.delete(oldest)
      return kept.sent
    },
  }
}
