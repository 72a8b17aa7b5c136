import type { FastifyReply, FastifyRequest } from 'fastify'
import { ourCookie } from '../../platform/cookies.ts'
import { attemptMinutes } from './rules.ts'

const way = ourCookie('oidc')

/** By what the browser that began a way to the provider is known when it is back: its office and a secret. */
export const wayCookieOf = way.of

export const setWayCookie = (request: FastifyRequest, reply: FastifyReply, value: string): FastifyReply =>
  way.set(request, reply, value, attemptMinutes * 60)
