import type * as contract from '@guatu/contract'
import { dayOf, type Instant } from '@guatu/core/shared'
import { holdersOf, officersOf } from '../office/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Looking } from '../platform/http.ts'
import { exportProblems } from './export-problems.ts'
import { type KeptExport, stateOfExport, versionOfExport } from './export-store.ts'

/** Who looks at an export, where and when. */
export interface Onlooker extends Looking {
  readonly now: Instant
}

/**
 * Whether whoever looks may confirm an export: never who asked for it, except on trial, where there is nobody else who
 * could.
 */
export async function mayConfirm(tx: Tx, { office, seat, now }: Onlooker, { asked }: KeptExport): Promise<boolean> {
  if (office.kind === 'formal') return seat.duties.includes('securityAdmin') && asked.by !== seat.officerId
  if (asked.by !== seat.officerId) return true
  const others = await holdersOf(tx, office.id, 'supervisor', dayOf(now))
  return [...others].every((id) => id === seat.officerId)
}

/** What is kept of an export, as whoever looks sees it. */
export async function presentExport(tx: Tx, looking: Onlooker, kept: KeptExport): Promise<contract.OfficeExport> {
  const names = new Map((await officersOf(tx, looking.office.id)).map(({ id, name }) => [id, name]))
  const named = <T extends { readonly by: string }>(done: T): T => ({ ...done, by: names.get(done.by) ?? '' })
  const { id, asked, holds, confirmed, until, made, ended } = kept
  const state = stateOfExport(kept, looking.now)
  return {
    id,
    version: versionOfExport(kept),
    state,
    askedBy: named(asked).by,
    askedAt: asked.at,
    holds,
    confirmed: confirmed && { ...named(confirmed), alone: confirmed.by === asked.by },
    until,
    made,
    trouble: state === 'making' && kept.trouble ? exportProblems(kept.trouble, {}) : null,
    ended: ended && named(ended),
    own: asked.by === looking.seat.officerId,
    mayConfirm: state === 'waiting' && (await mayConfirm(tx, looking, kept)),
  }
}
