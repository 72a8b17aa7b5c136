import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieDays } from './rules.ts'

// The prefix has the browser itself hold the cookie to this one host over https, which is how other machines come in.
const names = { plain: 'guatu_wall', secure: '__Host-guatu_wall' }

const isSecure = (request: FastifyRequest): boolean => request.server.network === 'lan'
const nameFor = (request: FastifyRequest): string => (isSecure(request) ? names.secure : names.plain)

/** What a screen shows to be let to the wall: its office and its secret. It outlives the browser being closed. */
export const wallCookieOf = (request: FastifyRequest): string | undefined => request.cookies[nameFor(request)]

export const setWallCookie = (request: FastifyRequest, reply: FastifyReply, value: string): FastifyReply =>
  reply.setCookie(nameFor(request), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(request),
    maxAge: cookieDays * 86_400,
  })
