import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Network } from './network.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** The door that this application is. */
    readonly network: Network
  }
}

const isSecure = (request: FastifyRequest): boolean => request.server.network === 'lan'

// The prefix has the browser itself hold the cookie to this one host over https, which is how other machines come in.
const nameFor = (request: FastifyRequest, name: string): string => `${isSecure(request) ? '__Host-' : ''}guatu_${name}`
const optionsFor = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(request) }) as const

/** A cookie of ours: no script reads it, no other site's page has it sent, and over https it is this one host's. */
export const ourCookie = (name: string) => ({
  /** Its value, also where a request is refused before its cookies are read. */
  of: (request: FastifyRequest): string | undefined =>
    (request.cookies ?? request.server.parseCookie(request.headers.cookie ?? ''))[nameFor(request, name)],
  /** Without `maxAge`, in seconds, it goes when the browser is closed. */
  set: (request: FastifyRequest, reply: FastifyReply, value: string, maxAge?: number): FastifyReply =>
    reply.setCookie(nameFor(request, name), value, {
      ...optionsFor(request),
      ...(maxAge === undefined ? {} : { maxAge }),
    }),
  clear: (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    reply.clearCookie(nameFor(request, name), optionsFor(request)),
})

const session = ourCookie('session')

/** The value of the session's cookie. */
export const sessionCookieOf = session.of

export const setSessionCookie = (request: FastifyRequest, reply: FastifyReply, value: string): FastifyReply =>
  session.set(request, reply, value)

/** Takes the session away; whoever leaves shall find nothing of the office in this browser. */
export const clearSessionCookie = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  session.clear(request, reply).header('clear-site-data', '"cache", "storage"')
