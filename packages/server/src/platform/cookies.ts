import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Network } from './network.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** The door that this application is. */
    readonly network: Network
  }
}

// The prefix has the browser itself hold the cookie to this one host over https, which is how other machines come in.
const names = { plain: 'guatu_session', secure: '__Host-guatu_session' }

const isSecure = (request: FastifyRequest): boolean => request.server.network === 'lan'
const nameFor = (request: FastifyRequest): string => (isSecure(request) ? names.secure : names.plain)
const optionsFor = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(request) }) as const

/** The value of the session's cookie, also where a request is refused before its cookies are read. */
export const sessionCookieOf = (request: FastifyRequest): string | undefined =>
  (request.cookies ?? request.server.parseCookie(request.headers.cookie ?? ''))[nameFor(request)]

export const setSessionCookie = (request: FastifyRequest, reply: FastifyReply, value: string): FastifyReply =>
  reply.setCookie(nameFor(request), value, optionsFor(request))

/** Takes the session away; whoever leaves shall find nothing of the office in this browser. */
export const clearSessionCookie = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.clearCookie(nameFor(request), optionsFor(request)).header('clear-site-data', '"cache", "storage"')
