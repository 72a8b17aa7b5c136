import type { FastifyReply, FastifyRequest } from 'fastify'
import { attemptMinutes } from './rules.ts'

// The prefix has the browser itself hold the cookie to this one host over https, which is how other machines come in.
const names = { plain: 'guatu_oidc', secure: '__Host-guatu_oidc' }

const isSecure = (request: FastifyRequest): boolean => request.server.network === 'lan'
const nameFor = (request: FastifyRequest): string => (isSecure(request) ? names.secure : names.plain)
const optionsFor = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(request) }) as const

/** By what the browser that began a way to the provider is known when it is back: its office and a secret. */
export const wayCookieOf = (request: FastifyRequest): string | undefined => request.cookies[nameFor(request)]

export const setWayCookie = (request: FastifyRequest, reply: FastifyReply, value: string): FastifyReply =>
  reply.setCookie(nameFor(request), value, { ...optionsFor(request), maxAge: attemptMinutes * 60 })
