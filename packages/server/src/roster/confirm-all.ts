import type * as contract from '@guatu/contract'
import { officeProblems } from '@guatu/core/office'
import { accept, type Result, reject } from '@guatu/core/shared'
import type { z } from 'zod'
import { confirm, holdingsOf, type Keeper, officersOf, postsOf } from '../office/index.ts'
import { writeAudit } from '../platform/audit.ts'
import type { Tx } from '../platform/db.ts'
import type { Seat } from '../platform/seat.ts'

type Asked = z.output<typeof contract.confirmHoldings>['holdings']

/**
 * Confirms holdings, each by the rule of a single one and with a record of its own. Those that need another person are
 * left; where something else stands in the way of one, none is confirmed.
 */
export async function confirmAll(
  tx: Tx,
  keeper: Keeper,
  seat: Seat,
  asked: Asked,
): Promise<Result<contract.ConfirmedHoldings>> {
  const left: string[] = []
  const done: string[] = []
  for (const { id, version } of asked) {
    const confirmed = await confirm(tx, keeper, id, version)
    if (confirmed.ok) done.push(id)
    else if (confirmed.problem.code === 'office.needs_second') left.push(id)
    else return confirmed
  }
  if (done.length === 0) return reject(officeProblems('office.needs_second', {}))
  const record = { route: 'POST /api/holdings/confirm', outcome: 'done', problemCode: null, detail: {} } as const
  for (const id of done) await writeAudit(tx, seat, { ...record, at: keeper.now, object: `/api/holdings/${id}` })
  return accept({ confirmed: done.length, left: await named(tx, keeper.officeId, left) })
}

async function named(tx: Tx, officeId: string, ids: readonly string[]): Promise<contract.ConfirmedHoldings['left']> {
  if (ids.length === 0) return []
  const [holdings, officers, posts] = [
    await holdingsOf(tx, officeId),
    await officersOf(tx, officeId),
    await postsOf(tx, officeId),
  ]
  return holdings
    .filter(({ id }) => ids.includes(id))
    .map(({ id, officerId, postId }) => ({
      id,
      name: officers.find((officer) => officer.id === officerId)?.name ?? '',
      post: posts.find((post) => post.id === postId)?.title ?? '',
    }))
}
