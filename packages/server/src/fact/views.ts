import type * as contract from '@guatu/contract'
import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { Writer } from './draft.ts'

type Owner = Pick<Writer, 'officeId' | 'officerId'>

/** How somebody has saved to look at a register, by name. */
export async function viewsOf(tx: Tx, { officeId, officerId }: Owner, register: string): Promise<contract.SavedViews> {
  const rows = await tx
    .selectFrom('savedView')
    .where('officeId', '=', officeId)
    .where('officerId', '=', officerId)
    .where('register', '=', register)
    .select(['id', 'name', 'view'])
    .orderBy('name')
    .execute()
  return { views: rows.map(({ id, name, view }) => ({ id, name, view: view as contract.LedgerView })) }
}

/** Saves a view; one of the same name is replaced. */
export async function saveView(
  tx: Tx,
  { officeId, officerId, now }: Writer,
  register: string,
  { name, view }: { readonly name: string; readonly view: contract.LedgerView },
): Promise<void> {
  const kept = JSON.stringify(view)
  await tx
    .insertInto('savedView')
    .values({ officeId, id: newId(), officerId, register, name, view: kept, savedAt: now })
    .onConflict((conflict) =>
      conflict.columns(['officeId', 'officerId', 'register', 'name']).doUpdateSet({ view: kept, savedAt: now }),
    )
    .execute()
}

/** Drops a view of one's own and names its register; null where one has none of that id. */
export async function dropView(tx: Tx, { officeId, officerId }: Owner, id: string): Promise<string | null> {
  const { rows } = await sql<{ register: string }>`
    delete from saved_view where office_id = ${officeId} and officer_id = ${officerId} and id = ${id} returning register`.execute(
    tx,
  )
  return rows[0]?.register ?? null
}
