import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import staticFiles, { type FastifyStaticOptions } from '@fastify/static'
import { reportFromPlain } from '@guatu/core/text'
import { definitions } from '@guatu/definitions'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { documentPolicy } from './document/policy.ts'
import { documentRoutes } from './document/routes.ts'
import { factPolicy } from './fact/policy.ts'
import { factRoutes } from './fact/routes.ts'
import { officePolicy } from './office/policy.ts'
import { cookieOptions, officeRoutes, sessionFor } from './office/routes.ts'
import { planPolicy } from './plan/policy.ts'
import { planRoutes } from './plan/routes.ts'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/db.ts'
import { cookieName, type Ground, sendProblem } from './platform/http.ts'
import { liveRoute } from './platform/live.ts'
import { allOffices } from './platform/office.ts'
import { type PolicyRow, policyTable } from './platform/policy.ts'
import { platformProblems } from './platform/problems.ts'
import { seatOf } from './platform/seat.ts'
import { makeSample } from './sample.ts'
import { signalPolicy } from './signal/policy.ts'
import { signalRoutes } from './signal/routes.ts'
import { fileBytesMax } from './text/limits.ts'
import { readFile } from './text/read-file.ts'
import { wordsFor } from './words.ts'

export interface AppNeeds {
  readonly db: Database
  readonly clock: Clock
  /** Folder of the built pages, null where only the API is wanted. */
  readonly webRoot: string | null
  /** Rows that stand in for the declared ones: lets the matrix prove that it would notice a missing guard. */
  readonly policyOverride?: readonly PolicyRow[]
}

/** Every row of the policy table, as the stages declare them. */
export const policyRows: readonly PolicyRow[] = [
  ...officePolicy,
  ...planPolicy,
  ...factPolicy,
  ...signalPolicy,
  ...documentPolicy,
]

const security = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'"],
      styleSrcAttr: ["'unsafe-inline'"],
      workerSrc: ["'self'", 'blob:'],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
    },
  },
  // Plain http on this machine: telling browsers to insist on https would lock people out.
  strictTransportSecurity: false,
} as const

/** Another site's page may not make a browser write here, nor may a name that somebody points at this machine. */
function isForeign(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  const { origin, host = '' } = request.headers
  const name = host.replace(/:\d+$/, '')
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(name)) return true
  if (request.method === 'GET' || request.method === 'HEAD') return false
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  return origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`
}

const notFound = (request: FastifyRequest, reply: FastifyReply) =>
  sendProblem(reply, platformProblems('request.not_found', { what: request.url }))

function problems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      const [first] = error.validation
      const where = `${error.validationContext ?? ''}${first?.instancePath ?? ''}`
      return sendProblem(reply, platformProblems('request.invalid', { where, why: first?.message ?? error.message }))
    }
    if (error.statusCode && error.statusCode < 500)
      return sendProblem(
        reply.code(error.statusCode),
        platformProblems('request.invalid', { where: '请求', why: error.message }),
      )
    const reference = randomUUID().slice(0, 8)
    request.log.error({ err: error, reference }, 'request failed')
    return sendProblem(reply, platformProblems('request.broken', { reference }))
  })
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, platformProblems('request.not_found', { what: request.url })),
  )
}

// The pages themselves have routes of their own, which look after the session.
const builtFiles: Omit<FastifyStaticOptions, 'root'> = {
  index: false,
  wildcard: false,
  maxAge: '1h',
  globIgnore: ['**/*.html'],
}

/**
 * Serves the built pages. A page opened without a session gets the first office's first seat: built-in people only.
 * Any other path that a browser navigates to is a screen of the shell.
 */
async function pages(app: FastifyInstance, { db, clock }: Ground, webRoot: string): Promise<void> {
  await app.register(staticFiles, { root: webRoot, index: false, maxAge: '1h' })
  const page = (file: string) => async (request: FastifyRequest, reply: FastifyReply) => {
    if (!(await seatOf(db, request.cookies[cookieName]))) {
      const offices = await allOffices(db, clock)
      const office = offices.find((o) => o.sample) ?? offices[0]
      const fresh = office ? await sessionFor(db, office.id, undefined, office.clock.now()) : null
      if (fresh) reply.setCookie(cookieName, fresh, cookieOptions)
    }
    return reply.header('cache-control', 'no-cache').sendFile(file, webRoot, { maxAge: 0, cacheControl: false })
  }
  app.get('/wall', page('wall.html'))
  const shell = page('index.html')
  app.get('/', shell)
  app.setNotFoundHandler((request, reply) => {
    const navigates = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    if (navigates && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/'))
      return shell(request, reply)
    return notFound(request, reply)
  })
}

/** Composes a whole office server: database, clock and definitions in, a listening-ready application out. */
export async function buildApp({ db, clock, webRoot, policyOverride = [] }: AppNeeds): Promise<FastifyInstance> {
  const overridden = new Set(policyOverride.map((row) => row.route))
  const policy = policyTable([...policyRows.filter((row) => !overridden.has(row.route)), ...policyOverride])
  const ground: Ground = { db, clock, policy }
  const app = Fastify({
    logger: { level: process.env.GUATU_LOG ?? 'error' },
    bodyLimit: 4_000_000,
    forceCloseConnections: true,
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  problems(app)
  app.addHook('onRequest', async (request, reply) => {
    if (isForeign(request)) return sendProblem(reply, platformProblems('request.foreign_origin', {}))
  })
  // A route that no row of the policy table speaks of stops the start.
  app.addHook('onRoute', ({ method, url }) => {
    for (const verb of [method].flat())
      if (url.startsWith('/api/') && verb !== 'HEAD' && !policy.has(`${verb} ${url}`))
        throw new Error(`no policy row for ${verb} ${url}`)
  })
  await app.register(cookie)
  await app.register(helmet, security)
  await app.register(rateLimit, { max: 3000, timeWindow: '1 minute' })
  await app.register(multipart, {
    limits: { fileSize: fileBytesMax + 1, files: 1, fields: 10, fieldSize: 2000 },
    throwFileSizeLimit: false,
  })
  officeRoutes(app, ground, (id) => makeSample({ db, clock, register: definitions.registers[0], readFile }, id))
  planRoutes(app, ground, { readFile, readWords: reportFromPlain, wordsFor })
  factRoutes(app, ground, definitions.registers)
  signalRoutes(app, ground, { rules: definitions.paceRules, wordsFor })
  documentRoutes(app, ground, definitions.paceRules)
  await liveRoute(app, ground)
  if (webRoot) await pages(app, ground, webRoot)
  else app.setNotFoundHandler(notFound)
  return app
}
