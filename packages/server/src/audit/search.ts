import { addDays, type Day, endOfDay } from '@guatu/core/shared'
import { entryOf } from '../platform/audit/entries.ts'
import type { Tx } from '../platform/db.ts'

/** What is looked for; what is left out is not asked for. */
export interface Sought {
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly person?: string | undefined
  readonly route?: string | undefined
  readonly object?: string | undefined
  readonly outcome?: string | undefined
  readonly before?: number | undefined
}

export const pageSize = 50

const containing = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

/** The records that fit, the newest first, and one more where there is a further page. */
export async function searchAudit(tx: Tx, officeId: string, sought: Sought) {
  const { from, to, person, route, object, outcome, before } = sought
  let query = tx.selectFrom('audit').where('officeId', '=', officeId).where('seq', 'is not', null)
  if (from) query = query.where('at', '>', endOfDay(addDays(from, -1)))
  if (to) query = query.where('at', '<=', endOfDay(to))
  if (person) query = query.where('officerName', 'ilike', containing(person))
  if (route) query = query.where('route', 'ilike', containing(route))
  if (object) query = query.where('object', 'ilike', containing(object))
  if (outcome) query = query.where('outcome', '=', outcome)
  if (before) query = query.where('seq', '<', String(before))
  const rows = await query
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(pageSize + 1)
    .execute()
  return rows.map(entryOf)
}
