import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { faultOf } from './http/index.ts'
import { type Ground, sendProblem } from './platform/http.ts'
import type { LanDoor } from './platform/network.ts'
import { platformProblems } from './platform/problems.ts'
import { SchemaRefused } from './platform/schema.ts'

const namesOfLoopback = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Another site's page may not make a browser write here, nor may a name that somebody points at this machine: only those
 * that it goes by itself.
 */
export function isForeign(request: FastifyRequest, lan: LanDoor): boolean {
  const site = request.headers['sec-fetch-site']
  const { origin, host = '' } = request.headers
  const name = host.replace(/:\d+$/, '').toLowerCase()
  if (!namesOfLoopback.includes(name) && !lan.goesBy(name)) return true
  if (request.method === 'GET' || request.method === 'HEAD') return false
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  return origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`
}

/** A route that belongs to the other door is not here; the answer says where it is. */
export function refuseOtherDoor(app: FastifyInstance, { network, policy }: Ground): void {
  app.addHook('onRequest', async ({ method, routeOptions }, reply) => {
    const only = policy.get(`${method} ${routeOptions.url ?? ''}`)?.network
    if (only && only !== network) return sendProblem(reply, platformProblems(`request.only_on_${only}`, {}))
  })
}

export const notFound = (request: FastifyRequest, reply: FastifyReply) =>
  sendProblem(reply, platformProblems('request.not_found', { what: request.url }))

/** Every fault of a request becomes a problem; what is our own fault is logged and gets a reference, never its text. */
export function refuseWithProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof SchemaRefused) return sendProblem(reply, error.problemIn(error.validationContext ?? ''))
    const fault = faultOf(error)
    if (fault) return sendProblem(reply, fault)
    request.log.error({ err: error }, 'request failed')
    return sendProblem(reply, platformProblems('request.broken', { reference: request.id }))
  })
}
