import type { Tx } from '../platform/db.ts'

/** How often each route was read in an office on a day, the most read first. */
export async function readsOn(tx: Tx, officeId: string, on: string) {
  const rows = await tx
    .selectFrom('readCount')
    .where('officeId', '=', officeId)
    .where('day', '=', on)
    .select(['route', 'count'])
    .orderBy('count', 'desc')
    .orderBy('route')
    .execute()
  return rows.map(({ route, count }) => ({ route, count: Number(count) }))
}
