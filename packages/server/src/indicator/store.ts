import type { Instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import { hold } from '../platform/hold.ts'

/** Which indicator gives the number of a target, since when and by whom. */
export interface Binding {
  readonly targetId: string
  readonly version: number
  readonly indicator: string
  readonly evidenceOnly: boolean
  readonly because: string
  readonly boundBy: string
  readonly boundAt: Instant
}

/** The bindings of a year as known at a moment, by target. */
export async function bindingsAsOf(
  tx: Tx,
  officeId: string,
  year: number,
  knownAt: Instant,
): Promise<ReadonlyMap<string, Binding>> {
  const { rows } = await sql<Omit<Binding, 'indicator'> & { readonly indicator: string | null }>`
    select distinct on (target_id) target_id, version, indicator, evidence_only, because, bound_by, bound_at
    from binding where office_id = ${officeId} and year = ${year} and bound_at <= ${knownAt}
    order by target_id, version desc`.execute(tx)
  return new Map(
    rows.flatMap(({ indicator, ...row }) => (indicator === null ? [] : [[row.targetId, { ...row, indicator }]])),
  )
}

/** Everything that a target was bound to, the oldest first; null where a binding ended. */
export async function bindingsOf(tx: Tx, officeId: string, targetId: string): Promise<readonly NewBinding[]> {
  const { rows } = await sql<NewBinding>`
    select target_id, version, indicator, evidence_only, because, bound_by, bound_at
    from binding where office_id = ${officeId} and target_id = ${targetId} order by version`.execute(tx)
  return rows
}

/** How many times the bindings of a year have changed. */
export async function bindingVersion(tx: Tx, officeId: string, year: number): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select coalesce(max(version), 0) as version from binding where office_id = ${officeId} and year = ${year}`.execute(
    tx,
  )
  return rows[0]?.version ?? 0
}

export type NewBinding = Omit<Binding, 'indicator'> & { readonly indicator: string | null }

export async function addBindings(tx: Tx, officeId: string, year: number, added: readonly NewBinding[]): Promise<void> {
  if (added.length === 0) return
  await tx
    .insertInto('binding')
    .values(added.map((binding) => ({ officeId, year, ...binding })))
    .execute()
}

export const holdBindings = (tx: Tx, officeId: string, year: number): Promise<void> =>
  hold(tx, `bindings ${officeId} ${year}`)
