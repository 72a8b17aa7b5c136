import type * as contract from '@guatu/contract'
import { type Instant, type Result, accept } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'

interface Kept {
  readonly seq: string
  readonly at: Instant
  readonly wall: contract.WallChart
}

const wallsMax = 200
// What is put right outside the chain, by a recount, is seen after so long.
const keptMs = 60_000

/** The number of the office's last record: whatever changes in it adds one in the same transaction. */
async function lastRecord(tx: Tx, officeId: string): Promise<string> {
  const { rows } = await sql<{
    seq: string
  }>`select seq::text as seq from audit_head where office_id = ${officeId}`.execute(tx)
  return rows[0]?.seq ?? '0'
}

/** Walls as they were last worked out, each good until anything in its office changes; several processes may keep theirs. */
export function keptWalls() {
  const kept = new Map<string, Kept>()
  return async (
    tx: Tx,
    officeId: string,
    asked: string,
    now: Instant,
    make: () => Promise<Result<contract.WallChart>>,
  ): Promise<Result<contract.WallChart>> => {
    const key = `${officeId} ${asked}`
    const seq = await lastRecord(tx, officeId)
    const found = kept.get(key)
    if (found?.seq === seq && Date.parse(now) - Date.parse(found.at) < keptMs) return accept(found.wall)
    const made = await make()
    if (!made.ok) return made
    kept.delete(key)
    kept.set(key, { seq, at: now, wall: made.value })
    const [oldest] = kept.keys()
    if (kept.size > wallsMax && oldest !== undefined) kept.delete(oldest)
    return made
  }
}
