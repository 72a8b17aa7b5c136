import { createHmac } from 'node:crypto'
import type { Result } from '@guatu/core/shared'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodType, z } from 'zod'
import { runCommand } from '../platform/command.ts'
import { clearSessionCookie, setSessionCookie } from '../platform/cookies.ts'
import type { Tx } from '../platform/db.ts'
import { type Ground, keyOf, letIn, sendProblem } from '../platform/http.ts'
import type { Keys } from '../platform/keys.ts'
import { platformProblems } from '../platform/problems.ts'
import type { Seated } from '../platform/session.ts'

interface Shapes<P extends ZodType, B extends ZodType, R extends ZodType> {
  readonly params?: P
  readonly body: B
  readonly reply: R
}

export interface OwnAsk<P, B> extends Seated {
  readonly params: P
  readonly body: B
  readonly address: string
  /** Gives the browser another cookie, or with null takes its cookie away, once the change is committed. */
  cookie(value: string | null): void
  /** Adds to this one answer what is not kept for a repeated request. */
  once(more: Readonly<Record<string, unknown>>): void
}

// A password stands in no table, not even within a hash that anybody could try words against.
const digestOf = (keys: Keys, officeId: string, body: unknown): string =>
  createHmac('sha256', keys.of('signIn', officeId)).update(JSON.stringify(body)).digest('hex')

const schemaOf = ({ params, body, reply }: Shapes<ZodType, ZodType, ZodType>) => ({
  ...(params ? { params } : {}),
  body,
  response: { 200: reply },
})

const bring = (request: FastifyRequest, reply: FastifyReply, cookie: string | null) =>
  cookie === null ? clearSessionCookie(request, reply) : setSessionCookie(request, reply, cookie)

/**
 * Doors to one's own sign-in. They change like every other door, by `runCommand`, and may answer beside it with a cookie
 * or a code: neither is kept, so a repeated request gets the answer without it.
 */
export const ownDoors = (app: FastifyInstance, ground: Ground) => {
  function own<P extends ZodType, B extends ZodType, R extends ZodType, M>(
    route: string,
    shapes: Shapes<P, B, R>,
    prepare: (ask: OwnAsk<z.output<P>, z.output<B>>) => Promise<Result<M>>,
    work: (ask: OwnAsk<z.output<P>, z.output<B>>, tx: Tx, made: M) => Promise<Result<unknown>>,
  ) {
    const [method = '', url = ''] = route.split(' ')
    app.route({
      method,
      url,
      schema: schemaOf(shapes),
      handler: async (request, reply) => {
        const found = await letIn(request, ground, route)
        if (!found.ok) return sendProblem(reply, found.problem)
        const idempotencyKey = keyOf(request)
        if (!idempotencyKey) return sendProblem(reply, platformProblems('request.key_missing', {}))
        let cookie: string | null | undefined
        let more = {}
        const ask = {
          ...found.value,
          params: request.params as z.output<P>,
          body: request.body as z.output<B>,
          address: request.ip,
          cookie: (value: string | null) => {
            cookie = value
          },
          once: (value: Readonly<Record<string, unknown>>) => {
            more = value
          },
        }
        const made = await prepare(ask)
        if (!made.ok) return sendProblem(reply, made.problem)
        const object = request.url.split('?')[0] ?? ''
        const { seat, office } = found.value
        const asked = [request.url, digestOf(ground.keys, office.id, request.body)]
        const command = { seat, route, object, idempotencyKey, request: asked, detail: {} }
        const needs = { db: ground.db, clock: office.clock }
        const done = await runCommand(needs, command, (tx) => work(ask, tx, made.value))
        if (!done.ok) return sendProblem(reply, done.problem)
        if (cookie !== undefined) bring(request, reply, cookie)
        return reply.header('cache-control', 'no-store').send({ ...(done.value.body as object), ...more })
      },
    })
  }
  return own
}
