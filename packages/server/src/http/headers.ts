import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { cookieName } from '../platform/http.ts'

const policy = {
  defaultSrc: ["'self'"],
  // A component may place what it draws; a whole style sheet comes from us.
  styleSrc: ["'self'"],
  styleSrcAttr: ["'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ["'none'"],
}

const options = {
  contentSecurityPolicy: { useDefaults: false, directives: policy },
  xFrameOptions: { action: 'deny' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'no-referrer' },
  // Said below, and only over https: on plain http it would lock people out.
  strictTransportSecurity: false,
} as const

const year = 31_536_000

/** Whether an answer takes the session away: whoever leaves shall find nothing of the office in this browser. */
const endsSession = (reply: FastifyReply): boolean =>
  [reply.getHeader('set-cookie') ?? []]
    .flat()
    .some((cookie) => String(cookie).startsWith(`${cookieName}=;`) && /expires=thu, 01 jan 1970/i.test(String(cookie)))

/** What every answer says first: its number, and for data that nobody keeps a copy. */
async function first(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('x-request-id', request.id)
  reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  if (request.protocol === 'https') reply.header('strict-transport-security', `max-age=${year}`)
}

async function last(_request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (endsSession(reply)) reply.header('clear-site-data', '"cache", "storage"')
  return payload
}

/** The headers by which a browser guards our pages and our data, on every answer, refusals too. */
export async function securityHeaders(app: FastifyInstance): Promise<void> {
  app.addHook('onRequest', first)
  app.addHook('onSend', last)
  await app.register(helmet, options)
}
