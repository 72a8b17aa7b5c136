import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { faultOf } from './http/faults.ts'
import { sendProblem } from './platform/http.ts'
import { platformProblems } from './platform/problems.ts'
import { SchemaRefused } from './platform/schema.ts'

/** Another site's page may not make a browser write here, nor may a name that somebody points at this machine. */
export function isForeign(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  const { origin, host = '' } = request.headers
  const name = host.replace(/:\d+$/, '')
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(name)) return true
  if (request.method === 'GET' || request.method === 'HEAD') return false
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  return origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`
}

export const notFound = (request: FastifyRequest, reply: FastifyReply) =>
  sendProblem(reply, platformProblems('request.not_found', { what: request.url }))

/** Every fault of a request becomes a problem; what is our own fault is logged and gets a reference, never its text. */
export function refuseWithProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof SchemaRefused) return sendProblem(reply, error.problemIn(error.validationContext ?? ''))
    const fault = faultOf(error, Number(reply.getHeader('retry-after') ?? 60))
    if (fault) return sendProblem(reply, fault)
    request.log.error({ err: error }, 'request failed')
    return sendProblem(reply, platformProblems('request.broken', { reference: request.id }))
  })
}
