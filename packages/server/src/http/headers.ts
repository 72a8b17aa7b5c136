import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

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

/** What every answer says first: its number, and for data that nobody keeps a copy. */
async function first(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('x-request-id', request.id)
  reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  if (request.protocol === 'https') reply.header('strict-transport-security', `max-age=${year}`)
}

/** The headers by which a browser guards our pages and our data, on every answer, refusals too. */
export async function securityHeaders(app: FastifyInstance): Promise<void> {
  app.addHook('onRequest', first)
  await app.register(helmet, options)
}
