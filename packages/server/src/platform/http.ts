import { assert, type Instant, type Problem, type Result, reject, type Words } from '@guatu/core/shared'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodType, z } from 'zod'
import type { Clock } from './clock.ts'
import { type Answer, type Command, recordRefusal, runCommand } from './command.ts'
import type { Database, Tx } from './db.ts'
import type { Keys } from './keys.ts'
import type { Office } from './office.ts'
import { type Permits, permitsOf } from './permit.ts'
import { dutiesNamed, mayUse, type PolicyRow } from './policy.ts'
import { platformProblems, statusOf } from './problems.ts'
import type { Seat } from './seat.ts'
import { type Seated, seatOf } from './session.ts'

export const cookieName = 'guatu_session'

/** What every stage's routes stand on. */
export interface Ground {
  readonly db: Database
  readonly clock: Clock
  readonly keys: Keys
  readonly policy: ReadonlyMap<string, PolicyRow>
}

interface Shapes<P extends ZodType, Q extends ZodType, B extends ZodType, R extends ZodType> {
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly reply: R
}

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

export const sendProblem = (reply: FastifyReply, problem: Problem) =>
  reply
    .code(statusOf[problem.kind])
    .header('content-type', 'application/json; charset=utf-8')
    .send(JSON.stringify(problem))

const seatFor = (request: FastifyRequest, ground: Ground): Promise<Seated | null> =>
  seatOf(ground.db, ground.clock, request.cookies[cookieName])

const forbidden = (row: PolicyRow, seat: Seat): Problem => {
  const needs = dutiesNamed(row)
  const facts = { post: seat.post, what: row.label.zh, needs: needs.zh, needsEn: needs.en }
  return platformProblems('request.forbidden', facts)
}

/** Who asks, when the row of the route lets them: for the few routes that are no door of a stage. */
export async function letIn(request: FastifyRequest, ground: Ground, route: string): Promise<Result<Seated>> {
  const found = await seatFor(request, ground)
  if (!found) return reject(platformProblems('request.no_seat', {}))
  const row = rowOf(ground, route)
  if (mayUse(row, found.seat.duties)) return { ok: true, value: found }
  return reject(forbidden(row, found.seat))
}

const rowOf = (ground: Ground, route: string): PolicyRow => {
  const row = ground.policy.get(route)
  assert(row, `the route ${route} has no row in the policy table; declare one beside it`)
  return row
}

const refuse = async (
  ground: Ground,
  reply: FastifyReply,
  request: FastifyRequest,
  found: Seated,
  route: string,
  problem: Problem,
) => {
  const command = { seat: found.seat, route, object: request.url.split('?')[0] ?? '', detail: {} }
  if (request.method !== 'GET') await recordRefusal({ db: ground.db, clock: found.office.clock }, command, problem)
  return sendProblem(reply, problem)
}

const seenVersion = (request: FastifyRequest): number | null => {
  const text = String(request.headers['if-match'] ?? '').replaceAll('"', '')
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}

/** The key of a repeatable request, null where it is missing or of no use. */
export function keyOf(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key']
  return typeof key === 'string' && key.length >= 8 && key.length <= 100 ? key : null
}

function checkHeaders(request: FastifyRequest, row: PolicyRow): Problem | null {
  if (!keyOf(request)) return platformProblems('request.key_missing', {})
  if (row.version === 'required' && seenVersion(request) === null)
    return platformProblems('request.version_missing', {})
  return null
}

interface Made<T> {
  readonly value: T
  /** What makes the request this one, for its key: the body, or the digest of a file. */
  readonly request: unknown
}

/** The doors a stage opens: to read, to fetch a file, to change, to bring a file in. A route that is not in the policy table stops the start. */
export function doorsOf(app: FastifyInstance, ground: Ground) {
  const schemaOf = (shapes: Shapes<ZodType, ZodType, ZodType, ZodType>, status: number) => ({
    ...(shapes.params ? { params: shapes.params } : {}),
    ...(shapes.query ? { querystring: shapes.query } : {}),
    ...(shapes.body ? { body: shapes.body } : {}),
    response: { [status]: shapes.reply },
  })

  function read<P extends ZodType, Q extends ZodType, R extends ZodType>(
    route: string,
    shapes: Shapes<P, Q, ZodType, R>,
    handle: (ask: Ask<z.output<P>, z.output<Q>>, tx: Tx) => Promise<Result<z.input<R>>>,
  ) {
    const [, url = ''] = route.split(' ')
    rowOf(ground, route)
    app.get(url, { schema: schemaOf(shapes, 200) }, async (request, reply) => {
      const answer = await look(request, route, handle)
      return answer.ok
        ? reply.header('cache-control', 'no-store').send(answer.value)
        : sendProblem(reply, answer.problem)
    })
  }

  /** A door out of which a file comes, always as an attachment: nothing that was brought in runs in our pages. */
  function download<P extends ZodType>(
    route: string,
    shapes: { readonly params: P },
    handle: (ask: Ask<z.output<P>>, tx: Tx) => Promise<Result<{ name: string; bytes: Buffer }>>,
  ) {
    const [, url = ''] = route.split(' ')
    rowOf(ground, route)
    app.get(url, { schema: { params: shapes.params } }, async (request, reply) => {
      const answer = await look(request, route, handle)
      if (!answer.ok) return sendProblem(reply, answer.problem)
      return reply
        .header('content-type', 'application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(answer.value.name)}`)
        .header('x-content-type-options', 'nosniff')
        .send(answer.value.bytes)
    })
  }

  async function look<P, Q, T>(
    request: FastifyRequest,
    route: string,
    handle: (ask: Ask<P, Q>, tx: Tx) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const row = rowOf(ground, route)
    const found = await seatFor(request, ground)
    if (!found) return reject(platformProblems('request.no_seat', {}))
    if (!mayUse(row, found.seat.duties)) return reject(forbidden(row, found.seat))
    const { params, query } = request as unknown as { params: P; query: Q }
    const { checkAsked, ...permits } = permitsOf(row, found.seat)
    const ask = { ...found, ...permits, now: found.office.clock.now(), params, query, body: undefined, version: 0 }
    return ground.db.inOffice(found.seat.officeId, async (tx) => {
      const answer = await handle(ask, tx)
      if (answer.ok) checkAsked()
      return answer
    })
  }

  async function answer<T>(
    request: FastifyRequest,
    reply: FastifyReply,
    route: string,
    status: number,
    prepare: (request: FastifyRequest) => Promise<Result<Made<T>>>,
    work: (ask: Ask<never, never, T>, tx: Tx) => Promise<Result<unknown>>,
  ) {
    const row = rowOf(ground, route)
    const found = await seatFor(request, ground)
    if (!found) return sendProblem(reply, platformProblems('request.no_seat', {}))
    if (!mayUse(row, found.seat.duties)) return refuse(ground, reply, request, found, route, forbidden(row, found.seat))
    const wrong = checkHeaders(request, row)
    if (wrong) return refuse(ground, reply, request, found, route, wrong)
    const made = await prepare(request)
    if (!made.ok) return refuse(ground, reply, request, found, route, made.problem)
    const command: Command = {
      seat: found.seat,
      route,
      object: request.url.split('?')[0] ?? '',
      idempotencyKey: String(request.headers['idempotency-key']),
      request: [request.url, seenVersion(request), made.value.request],
      detail: {},
    }
    const { checkAsked, ...permits } = permitsOf(row, found.seat)
    const ask = {
      ...found,
      ...permits,
      params: request.params as never,
      query: request.query as never,
      body: made.value.value,
      version: seenVersion(request) ?? 0,
    }
    const done: Result<Answer> = await runCommand(
      { db: ground.db, clock: found.office.clock },
      command,
      // A change that has to look again does so at its own time, later than what overtook it.
      async (tx) => {
        const answer = await work({ ...ask, now: found.office.clock.now() }, tx)
        if (answer.ok) checkAsked()
        return answer
      },
      status,
    )
    return done.ok ? reply.code(done.value.status).send(done.value.body) : sendProblem(reply, done.problem)
  }

  function write<P extends ZodType, B extends ZodType, R extends ZodType>(
    route: string,
    shapes: Shapes<P, ZodType, B, R> & { readonly status?: number },
    work: (ask: Ask<z.output<P>, unknown, z.output<B>>, tx: Tx) => Promise<Result<z.input<R>>>,
  ) {
    const [method = '', url = ''] = route.split(' ')
    const status = shapes.status ?? 200
    rowOf(ground, route)
    app.route({
      method,
      url,
      schema: schemaOf(shapes, status),
      handler: (request, reply) =>
        answer(
          request,
          reply,
          route,
          status,
          async (r) => ({ ok: true, value: { value: r.body as z.output<B>, request: r.body ?? null } }),
          work as never,
        ),
    })
  }

  /** A door for files: `prepare` reads the parts before the transaction begins, so that a slow upload holds no lock. */
  function upload<T, R extends ZodType>(
    route: string,
    shapes: { readonly reply: R },
    prepare: (request: FastifyRequest) => Promise<Result<Made<T>>>,
    work: (ask: Ask<never, never, T>, tx: Tx) => Promise<Result<z.input<R>>>,
  ) {
    const [, url = ''] = route.split(' ')
    rowOf(ground, route)
    app.route({
      method: 'POST',
      url,
      schema: schemaOf({ reply: shapes.reply }, 201),
      config: { takesFiles: true },
      handler: (request, reply) => answer(request, reply, route, 201, prepare, work),
    })
  }

  return { read, download, write, upload }
}

export type Doors = ReturnType<typeof doorsOf>

/** One thing that somebody else did in the meantime. */
export interface Since {
  readonly by: string
  readonly at: string
  readonly did: Words
  /** What it was in full, where the caller may see that. */
  readonly decision?: unknown
}

/** What stands now beside what the caller had typed: what was done since, or the thing itself as it stands. */
export interface Theirs {
  readonly since?: readonly Since[]
  readonly standing?: unknown
}

/** Refuses a change that was made against an older version than the one that stands. */
export const versionConflict = (yours: number, current: number, theirs: Theirs = {}) =>
  reject(platformProblems('request.version_conflict', { yours, current, ...theirs }))
