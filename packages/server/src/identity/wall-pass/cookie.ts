import type { FastifyReply, FastifyRequest } from 'fastify'
import { ourCookie } from '../../platform/cookies.ts'
import { cookieDays } from './rules.ts'

const wall = ourCookie('wall')

/** What a screen shows to be let to the wall: its office and its secret. It outlives the browser being closed. */
export const wallCookieOf = wall.of

export const setWallCookie = (request: FastifyRequest, reply: FastifyReply, value: string): FastifyReply =>
  wall.set(request, reply, value, cookieDays * 86_400)
