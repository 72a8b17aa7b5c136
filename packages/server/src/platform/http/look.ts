import { dayOf, type Result } from '@guatu/core/shared'
import type { FastifyRequest } from 'fastify'
import { recordLook } from '../audit/looks.ts'
import type { Tx } from '../db.ts'
import { permitsOf } from '../permit.ts'
import { type Ask, objectOf } from './ask.ts'
import type { Ground } from './ground.ts'
import { letLook, rowOf } from './let-in.ts'

/** What a request that changes nothing comes to: who asks, whether they may, and what `handle` finds for them. */
export async function look<P, Q, T>(
  ground: Ground,
  route: string,
  request: FastifyRequest,
  handle: (ask: Ask<P, Q>, tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  const found = await letLook(request, ground, route)
  if (!found.ok) return found
  const { seat, office } = found.value
  const row = rowOf(ground, route)
  const { params, query } = request as unknown as { params: P; query: Q }
  const { checkAsked, ...permits } = permitsOf(row, seat)
  const ask = { seat, office, ...permits, now: office.clock.now(), params, query, body: undefined, version: 0 }
  return ground.db.inOffice(seat.officeId, async (tx) => {
    const answer = await handle(ask, tx)
    if (!answer.ok) return answer
    checkAsked()
    const looked = { seat, route, object: objectOf(request), now: ask.now }
    if (row.audited) await recordLook(tx, looked, query, answer.value)
    else ground.reads.add(seat.officeId, dayOf(ask.now), route)
    return answer
  })
}
