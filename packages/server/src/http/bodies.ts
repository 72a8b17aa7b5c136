import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sendProblem } from '../platform/http.ts'
import { platformProblems } from '../platform/problems.ts'

const json = /^application\/json(?:; ?charset="?utf-8"?)?$/i
const form = /^multipart\/form-data; ?boundary=(?:[\w'()+,./:=?-]{1,70}|"[\w'()+,./:=? -]{1,70}")$/i

const isSafe = (method: string): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method)
const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** A page of another site can send a form or plain text without being asked first; JSON it cannot. */
async function refuseOtherTypes(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  if (isSafe(request.method)) return
  const type = request.headers['content-type']
  if (type === undefined && !hasBody(request)) return
  const takes = request.routeOptions.config.takesFiles ? form : json
  if (takes.test(type ?? '')) return
  return sendProblem(reply, platformProblems('request.type_unknown', {}))
}

// PostgreSQL keeps neither; a reader would see another text than was checked.
const isText = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()

const isClean = (value: unknown): boolean => {
  if (typeof value === 'string') return isText(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, part]) => isText(name) && isClean(part))
}

// Deeper than anything a person fills in; whoever looks at a body from here on may follow it down.
const depthMax = 32

const isShallow = (value: unknown, depth: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (depth > 0 && Object.values(value).every((part) => isShallow(part, depth - 1)))

const tooDeep = platformProblems('request.invalid', {
  where: '内容',
  whereEn: 'the body',
  why: `套了${depthMax}层以上`,
  whyEn: `more than ${depthMax} levels lie within one another`,
})

async function refuseUnwritable({ body, query, params }: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  if (!isShallow(body, depthMax)) return sendProblem(reply, tooDeep)
  if (isClean(body) && isClean(query) && isClean(params)) return
  return sendProblem(reply, platformProblems('request.text_unwritable', {}))
}

/** As long as the longest that a person types; a route that takes many rows at once says so here. */
const bytesMax = 256 * 1024
const longer: Readonly<Record<string, number>> = {
  'POST /api/registers/:register/batch': 4_000_000,
  'POST /api/readings': 1_000_000,
  'POST /api/area/communities': 1_000_000,
}
const nothing = z.strictObject({}).nullish()

/** Holds every body to its type, its length and its schema before a handler sees it; a route without a schema takes none. */
export function guardBodies(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain')
  app.addHook('onRoute', (route) => {
    const method = String(route.method)
    if (isSafe(method)) return
    route.bodyLimit ??= longer[`${method} ${route.url}`] ?? bytesMax
    route.schema = { ...route.schema, body: route.schema?.body ?? nothing }
  })
  app.addHook('onRequest', refuseOtherTypes)
  app.addHook('preValidation', refuseUnwritable)
}
