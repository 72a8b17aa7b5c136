import { dayOf, type Problem, type Result, reject } from '@guatu/core/shared'
import type { FastifyRequest } from 'fastify'
import { witnessStop } from '../audit/witness.ts'
import { type Answer, type Command, recordRefusal, runCommand } from '../command.ts'
import type { Tx } from '../db.ts'
import { trialOver } from '../on-trial.ts'
import { permitsOf } from '../permit.ts'
import { type Ask, keyOf, missingIn, objectOf, seenVersion } from './ask.ts'
import type { Ground, Looking } from './ground.ts'
import { forbiddenTo, rowOf, whoAsks } from './let-in.ts'

/** What was sent, made ready before the transaction begins. */
export interface Made<T> {
  readonly value: T
  /** What makes the request this one, for its key: the body, or the digest of a file. */
  readonly request: unknown
}

/** A route that changes something: what it makes of a request, and what it then does. */
export interface Change<T> {
  readonly route: string
  /** The status of its answer when it is done. */
  readonly status: number
  readonly prepare: (request: FastifyRequest) => Promise<Result<Made<T>>>
  readonly work: (ask: Ask<never, never, T>, tx: Tx) => Promise<Result<unknown>>
}

/** Carries a change out for whoever asks, or says why not. Whoever is known and refused is on record with it. */
export async function change<T>(ground: Ground, asked: Change<T>, request: FastifyRequest): Promise<Result<Answer>> {
  const row = rowOf(ground, asked.route)
  const found = await whoAsks(request, ground, row)
  if (!found.ok) return found
  const { seat } = found.value
  const wrong = forbiddenTo(seat, row) ?? missingIn(request, row)
  if (wrong) return refuse(ground, asked.route, request, found.value, wrong)
  const made = await asked.prepare(request)
  if (!made.ok) return refuse(ground, asked.route, request, found.value, made.problem)
  return carryOut(ground, asked, request, found.value, made.value)
}

async function refuse(ground: Ground, route: string, request: FastifyRequest, seated: Looking, problem: Problem) {
  const command = { seat: seated.seat, route, object: objectOf(request), detail: {} }
  await recordRefusal({ db: ground.db, clock: seated.office.clock }, command, problem)
  return reject(problem)
}

function carryOut<T>(
  ground: Ground,
  { route, status, work }: Change<T>,
  request: FastifyRequest,
  { seat, office }: Looking,
  made: Made<T>,
): Promise<Result<Answer>> {
  const row = rowOf(ground, route)
  const version = seenVersion(request)
  const command: Command = {
    seat,
    route,
    object: objectOf(request),
    idempotencyKey: keyOf(request) ?? '',
    request: [request.url, version, made.request],
    detail: {},
    ...(row.keepsNothing ? { keepsNothing: row.keepsNothing } : {}),
  }
  const { checkAsked, ...permits } = permitsOf(row, seat)
  const { params, query } = request as unknown as { params: never; query: never }
  ground.replays.sweep(office.id, office.clock.now())
  const ask = { seat, office, ...permits, params, query, body: made.value, version: version ?? 0 }
  return runCommand(
    { db: ground.db, clock: office.clock },
    command,
    // A change that has to look again does so at its own time, later than what overtook it.
    async (tx) => {
      const over = await trialOver(tx, office)
      if (over) return reject(over)
      const now = office.clock.now()
      const stop = row.official ? await witnessStop(tx, office, now, ground.witnessHours(dayOf(now))) : null
      if (stop) return reject(stop)
      const answer = await work({ ...ask, now }, tx)
      if (answer.ok) checkAsked()
      return answer
    },
    status,
  )
}
