import { type Entry, entryPage, problem } from '@guatu/contract'
import { z } from 'zod'
import type { Client } from './client/client.ts'

// The door takes so many rows at once.
const batchMax = 2000

export function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += batchMax) yield all.slice(at, at + batchMax)
}

/** The rows of a register (`/api/registers/…`) that wait for somebody to verify them. */
export async function waitingRows(client: Client, path: string): Promise<Entry[]> {
  const found: Entry[] = []
  let after = ''
  do {
    const page = await client.get(`${path}/entries?state=submitted&limit=500${after}`, entryPage)
    found.push(...page.entries)
    after = page.next ? `&after=${page.next}` : ''
  } while (after)
  return found
}

const answer = z.object({ verified: z.int(), refused: z.array(z.object({ id: z.string(), problem })) })
export type Verified = z.infer<typeof answer>

/** Verifies rows as the person whose seat the client has; a row of their own comes back refused. */
export async function verifyRows(client: Client, path: string, rows: readonly Entry[]): Promise<Verified> {
  const done: Verified = { verified: 0, refused: [] }
  for (const part of batches(rows.map(({ id }) => id))) {
    const { verified, refused } = await client.post(`${path}/verify`, { ids: part }, answer)
    done.verified += verified
    done.refused.push(...refused)
  }
  return done
}
