import { assert, type Problem, type Result, reject } from '@guatu/core/shared'
import type { FastifyRequest } from 'fastify'
import { sessionCookieOf } from '../cookies.ts'
import { dutiesNamed, mayTry, type PolicyRow } from '../policy.ts'
import { platformProblems } from '../problems.ts'
import { budgetOf } from '../rates/budget.ts'
import type { Seat } from '../seat.ts'
import { type Seated, seatOf } from '../session.ts'
import type { Ground, Looking } from './ground.ts'

/** The row of a route in the policy table. A route without one stops the start. */
export const rowOf = (ground: Ground, route: string): PolicyRow => {
  const row = ground.policy.get(route)
  assert(row, `the route ${route} has no row in the policy table; declare one beside it`)
  return row
}

async function personAsking(request: FastifyRequest, ground: Ground): Promise<Result<Seated>> {
  const value = await seatOf(ground, sessionCookieOf(request))
  return value ? { ok: true, value } : reject(platformProblems('request.no_seat', {}))
}

/**
 * Who asks, whatever they may do: a person by their cookie or, on the rows for them, another system by its key. A problem
 * where nobody is known, or somebody asks too much.
 */
export async function whoAsks(request: FastifyRequest, ground: Ground, row: PolicyRow): Promise<Result<Looking>> {
  const found = await (row.bySystemKey ? ground.systemSeat(request) : personAsking(request, ground))
  return found.ok ? withinBudget(request, ground, found.value) : found
}

async function withinBudget<T extends Looking>(request: FastifyRequest, ground: Ground, value: T): Promise<Result<T>> {
  const seconds = await ground.rates.ofPerson(value.seat.officerId, budgetOf(request))
  return seconds === null ? { ok: true, value } : reject(platformProblems('request.too_many', { seconds }))
}

/** Why these duties do not open a route, null where they do. */
export function forbiddenTo(seat: Seat, row: PolicyRow): Problem | null {
  if (mayTry(row, seat)) return null
  const needs = dutiesNamed(row)
  const facts = { post: seat.post, what: row.label.zh, needs: needs.zh, needsEn: needs.en }
  return platformProblems('request.forbidden', facts)
}

/** Who asks, when the row of the route lets them. */
export async function letIn(request: FastifyRequest, ground: Ground, route: string): Promise<Result<Seated>> {
  const row = rowOf(ground, route)
  const person = await personAsking(request, ground)
  const found = person.ok ? await withinBudget(request, ground, person.value) : person
  if (!found.ok) return found
  const forbidden = forbiddenTo(found.value.seat, row)
  return forbidden ? reject(forbidden) : found
}

/** Who looks: somebody let in or, where the row lets it, a screen with its pass. Nothing is ever changed with a pass. */
export async function letLook(request: FastifyRequest, ground: Ground, route: string): Promise<Result<Looking>> {
  const found = await letIn(request, ground, route)
  if (found.ok || found.problem.kind !== 'unauthenticated' || !rowOf(ground, route).onWallPass) return found
  return (await ground.wallSeat(request)) ?? found
}
