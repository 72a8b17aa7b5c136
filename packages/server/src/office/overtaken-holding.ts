import { versionOf } from '@guatu/core/office'
import { dayOf, type Instant, instant } from '@guatu/core/shared'
import { wholeLog } from '../platform/audit/entries.ts'
import type { Tx } from '../platform/db.ts'
import { type Since, versionConflict } from '../platform/http.ts'
import { papersBehind } from '../platform/papers.ts'
import type { KeptHolding } from './people-store.ts'
import { holdingAct, presentHolding } from './present-holding.ts'
import { officersOf } from './store.ts'

const routes = {
  confirmed: 'POST /api/holdings/:id/confirm',
  ended: 'POST /api/holdings/:id/end',
} as const

const did = {
  confirmed: { zh: '确认任职', en: 'confirmed the appointment' },
  ended: { zh: '结束任职', en: 'ended the appointment' },
} as const

/** Who last did this to a holding, by the office's own record; null where it came otherwise, as by a roster. */
async function doneTo(tx: Tx, officeId: string, id: string, became: keyof typeof did): Promise<Since | null> {
  const record = await wholeLog(tx)
    .where('officeId', '=', officeId)
    .where('route', '=', routes[became])
    .where('object', '=', `/api/holdings/${id}/${became === 'ended' ? 'end' : 'confirm'}`)
    .where('outcome', '=', 'done')
    .select(['officerName', 'at'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return record ? { by: record.officerName, at: instant(new Date(record.at).toISOString()), did: did[became] } : null
}

/** Refuses what was made of a holding that others have gone on with, and tells what stands and what they did. */
export async function overtakenHolding(
  tx: Tx,
  { officeId, now }: { readonly officeId: string; readonly now: Instant },
  holding: KeptHolding,
  version: number,
) {
  const { id, confirmedBy, untilDay } = holding
  const people = new Map((await officersOf(tx, officeId)).map((one) => [one.id, one.name]))
  const papers = await papersBehind(tx, officeId, [holdingAct(id, 'confirmed'), holdingAct(id, 'ended')])
  const doings = [
    version === 1 && confirmedBy !== null ? await doneTo(tx, officeId, id, 'confirmed') : null,
    untilDay !== null ? await doneTo(tx, officeId, id, 'ended') : null,
  ]
  return versionConflict(version, versionOf(holding), {
    standing: presentHolding(holding, (one) => people.get(one ?? '') ?? '', papers, dayOf(now)),
    since: doings.filter((one) => one !== null),
  })
}
