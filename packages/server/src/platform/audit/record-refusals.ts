import type { Problem } from '@guatu/core/shared'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { writeAudit } from '../audit.ts'
import { sessionCookieOf } from '../cookies.ts'
import type { Ground, Looking } from '../http.ts'
import { platformProblems } from '../problems.ts'
import { seatOf } from '../session.ts'
import { type Asker, runFor } from './asker.ts'

const tooMany = 429
const outcomeOf = (status: number) =>
  status >= 500 ? 'failed' : [400, 413, 415, 422].includes(status) ? 'invalid' : 'refused'

const codeOf = (payload: unknown): string => {
  if (typeof payload !== 'string' || !payload.startsWith('{')) return 'request.broken'
  const { code } = JSON.parse(payload) as Partial<Problem>
  return typeof code === 'string' ? code : 'request.broken'
}

// What is restricted to look at is on record for who was refused as well.
const isAudited = ({ policy }: Ground, { method, routeOptions }: FastifyRequest): boolean =>
  policy.get(`${method} ${routeOptions.url ?? ''}`)?.audited === true

/** The other system behind a request to a row of its own; a key opens nothing else and is not looked at elsewhere. */
async function systemAsking(ground: Ground, request: FastifyRequest): Promise<Looking | null> {
  if (!ground.policy.get(`${request.method} ${request.routeOptions.url ?? ''}`)?.bySystemKey) return null
  const found = await ground.systemSeat(request)
  return found.ok ? found.value : null
}

async function record(ground: Ground, request: FastifyRequest, status: number, code: string): Promise<boolean> {
  const found = (await seatOf(ground, sessionCookieOf(request))) ?? (await systemAsking(ground, request))
  if (!found) return false
  const { seat, office } = found
  await ground.db.inOffice(seat.officeId, (tx) =>
    writeAudit(tx, seat, {
      at: office.clock.now(),
      route: `${request.method} ${request.routeOptions.url ?? ''}`,
      object: request.url.split('?')[0] ?? '',
      outcome: outcomeOf(status),
      problemCode: code,
      detail: {},
    }),
  )
  return true
}

// What cannot be recorded is not answered as if it had been.
function unrecorded(request: FastifyRequest, reply: FastifyReply, error: unknown): string {
  request.log.error({ err: error, reference: request.id }, 'a refusal could not be recorded')
  reply.code(503).header('content-type', 'application/json; charset=utf-8')
  return JSON.stringify(platformProblems('request.broken', { reference: String(request.id) }))
}

/**
 * Sees to it that each unsafe request that was not carried out leaves its one record, whoever refused it: a guard, a
 * schema, a stage, or our own fault. Requests of nobody we know are counted in the server's log, because the log of an
 * office has no place for a stranger.
 */
export function recordRefusals(app: FastifyInstance, ground: Ground): void {
  const askers = new WeakMap<FastifyRequest, Asker>()
  const askerOf = (request: FastifyRequest): Asker => {
    const asker = askers.get(request) ?? { address: request.ip, requestId: String(request.id), recorded: false }
    askers.set(request, asker)
    return asker
  }
  let strangers = 0
  app.addHook('onRequest', (request, _reply, done) => runFor(askerOf(request), done))
  // Reading a body ends in an event of the socket, which knows nothing of the request it belongs to.
  app.addHook('preValidation', (request, _reply, done) => runFor(askerOf(request), done))
  app.addHook('onSend', async (request, reply, payload) => {
    const { statusCode } = reply
    const asker = askerOf(request)
    const isSafe = ['GET', 'HEAD', 'OPTIONS'].includes(request.method) && !isAudited(ground, request)
    if (isSafe || statusCode < 400 || statusCode === tooMany || asker.recorded) return payload
    if (!request.routeOptions.url?.startsWith('/api/')) return payload
    const code = codeOf(payload)
    try {
      if (await runFor(asker, () => record(ground, request, statusCode, code))) return payload
    } catch (error) {
      return unrecorded(request, reply, error)
    }
    strangers += 1
    const { url } = request.routeOptions
    request.log.warn({ route: `${request.method} ${url}`, code, strangers }, 'refused without a seat')
    return payload
  })
}
