import type { Instant, Problem } from '@guatu/core/shared'
import type { FastifyRequest } from 'fastify'
import type { Office } from '../office.ts'
import type { Permits } from '../permit.ts'
import type { PolicyRow } from '../policy.ts'
import { platformProblems } from '../problems.ts'
import type { Seat } from '../seat.ts'

/** A request whose right to be here has been checked; `reach` and `permit` tell what it may be about. */
export interface Ask<P = unknown, Q = unknown, B = unknown> extends Permits {
  readonly seat: Seat
  readonly office: Office
  readonly now: Instant
  readonly params: P
  readonly query: Q
  readonly body: B
  /** The version the caller had seen; 0 where the route asks for none. */
  readonly version: number
}

/** What a request is about, as a record names it: its path. */
export const objectOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? ''

/** The version that the caller had seen, null where it is missing or no number. */
export const seenVersion = (request: FastifyRequest): number | null => {
  const text = String(request.headers['if-match'] ?? '').replaceAll('"', '')
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}

/** The key of a repeatable request, null where it is missing or of no use. */
export function keyOf(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key']
  return typeof key === 'string' && key.length >= 8 && key.length <= 100 ? key : null
}

/** What a change has to say of itself before it is looked at, and does not. */
export function missingIn(request: FastifyRequest, row: PolicyRow): Problem | null {
  if (!keyOf(request)) return platformProblems('request.key_missing', {})
  if (row.version === 'required' && seenVersion(request) === null)
    return platformProblems('request.version_missing', {})
  return null
}
