import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { LanDoor } from '../platform/network.ts'

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
  // One rule, which lets a page name its service worker and no other script.
  trustedTypes: ['guatu-worker'],
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
const monthAtLeast = 2_592_000

/**
 * For how long a browser shall insist on https: as long as the certificate can be counted on, a year at most. A shorter
 * time than a month is none, because whoever meets an expired certificate then cannot get past it. Never for the names of
 * the machine itself, which are those of its plain door too.
 */
function insistFor({ protocol, hostname }: FastifyRequest, lan: LanDoor): number {
  if (protocol !== 'https' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return 0
  const seconds = Math.min(year, lan.trustedFor())
  return seconds < monthAtLeast ? 0 : seconds
}

/** What every answer says first: its number, and for data that nobody keeps a copy. */
async function first(request: FastifyRequest, reply: FastifyReply, lan: LanDoor): Promise<void> {
  reply.header('x-request-id', request.id)
  reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  const seconds = insistFor(request, lan)
  if (seconds > 0) reply.header('strict-transport-security', `max-age=${seconds}`)
}

/** The headers by which a browser guards our pages and our data, on every answer, refusals too. */
export async function securityHeaders(app: FastifyInstance, lan: LanDoor): Promise<void> {
  app.addHook('onRequest', (request, reply) => first(request, reply, lan))
  await app.register(helmet, options)
}
