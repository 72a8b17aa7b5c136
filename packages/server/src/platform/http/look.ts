import { accept, assert, dayOf, type Result } from '@guatu/core/shared'
import type { FastifyRequest } from 'fastify'
import { headOf } from '../audit/head.ts'
import { recordLook, seenIn } from '../audit/looks.ts'
import type { Tx } from '../db.ts'
import { permitsOf } from '../permit.ts'
import { type Ask, objectOf } from './ask.ts'
import type { Ground } from './ground.ts'
import { letLook, rowOf } from './let-in.ts'

/** Answers that everybody of an office gets alike, kept as they went out until anything in the office changes. */
export interface KeptAnswers<P = unknown, Q = unknown> {
  /** What is sent to this request, where nothing has changed since it was made. */
  find(ask: Ask<P, Q>, lastRecord: string): Buffer | null
  keep(ask: Ask<P, Q>, lastRecord: string, sent: string): Buffer
}

/** Found by its request, or kept as it was sent before. */
export type Looked<T> = { readonly value: T; readonly keep?: (sent: string) => Buffer } | { readonly sent: Buffer }

/** What a request that changes nothing comes to: who asks, whether they may, and what `handle` finds for them. */
export async function look<P, Q, T>(
  ground: Ground,
  route: string,
  request: FastifyRequest,
  handle: (ask: Ask<P, Q>, tx: Tx) => Promise<Result<T>>,
  kept?: KeptAnswers<P, Q>,
): Promise<Result<Looked<T>>> {
  const found = await letLook(request, ground, route)
  if (!found.ok) return found
  const { seat, office } = found.value
  const row = rowOf(ground, route)
  const { params, query } = request as unknown as { params: P; query: Q }
  const { checkAsked, ...permits } = permitsOf(row, seat)
  const ask = { seat, office, ...permits, now: office.clock.now(), params, query, body: undefined, version: 0 }
  const sentBefore = (lastRecord: string): Looked<T> | null => {
    const sent = kept?.find(ask, lastRecord)
    if (!sent) return null
    assert(!row.audited, `${route} is recorded whenever it is read and cannot be kept`)
    checkAsked()
    ground.reads.add(seat.officeId, dayOf(ask.now), route)
    return { sent }
  }
  const { lastRecord } = found.value
  const before = lastRecord === undefined ? null : sentBefore(lastRecord)
  if (before) return accept(before)
  return ground.db.inOffice(seat.officeId, async (tx) => {
    const seen = kept && (lastRecord ?? (await lastRecordOf(tx, seat.officeId)))
    const sent = seen !== undefined && lastRecord === undefined ? sentBefore(seen) : null
    if (sent) return accept(sent)
    const answer = await handle(ask, tx)
    if (!answer.ok) return answer
    checkAsked()
    const looked = { seat, route, object: objectOf(request), now: ask.now }
    if (row.audited || seenIn(tx)) await recordLook(tx, looked, query, answer.value)
    else ground.reads.add(seat.officeId, dayOf(ask.now), route)
    const { value } = answer
    return accept(kept && seen !== undefined ? { value, keep: (text) => kept.keep(ask, seen, text) } : { value })
  })
}

const lastRecordOf = async (tx: Tx, officeId: string): Promise<string> => String((await headOf(tx, officeId)).seq)
