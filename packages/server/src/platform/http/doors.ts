import { createReadStream } from 'node:fs'
import { accept, assert, type Result } from '@guatu/core/shared'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodType, z } from 'zod'
import type { Tx } from '../db.ts'
import type { Ask } from './ask.ts'
import { attach } from './attach.ts'
import { type Change, change } from './change.ts'
import type { Ground } from './ground.ts'
import { rowOf } from './let-in.ts'
import { type KeptAnswers, look } from './look.ts'
import { sendProblem } from './send-problem.ts'

/** What a download hands out: bytes, or a file on the disk, which goes out as it is read and holds no connection; `gone` follows. */
type Handed =
  | { readonly name: string; readonly bytes: Buffer }
  | {
      readonly name: string
      readonly path: string
      readonly file: { readonly sha256: string; readonly bytes: number }
      readonly gone?: () => Promise<void>
    }

interface Shapes<P extends ZodType, Q extends ZodType, B extends ZodType, R extends ZodType> {
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly reply: R
}

const schemaOf = (shapes: Shapes<ZodType, ZodType, ZodType, ZodType>, status: number) => ({
  ...(shapes.params ? { params: shapes.params } : {}),
  ...(shapes.query ? { querystring: shapes.query } : {}),
  ...(shapes.body ? { body: shapes.body } : {}),
  response: { [status]: shapes.reply },
})

/** The text that an answer is sent as, held to the schema of its route. */
const writtenBy = (reply: FastifyReply, answer: unknown): string =>
  String(reply.serializeInput(answer as Record<string, unknown>, '200'))

/** The doors a stage opens: to read, to fetch a file, to change, to bring a file in. A route that is not in the policy table stops the start. */
export function doorsOf(app: FastifyInstance, ground: Ground) {
  const changing =
    <T>(asked: Change<T>) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const done = await change(ground, asked, request)
      return done.ok ? reply.code(done.value.status).send(done.value.body) : sendProblem(reply, done.problem)
    }

  function read<P extends ZodType, Q extends ZodType, R extends ZodType>(
    route: string,
    shapes: Shapes<P, Q, ZodType, R>,
    handle: (ask: Ask<z.output<P>, z.output<Q>>, tx: Tx) => Promise<Result<z.input<R>>>,
    kept?: KeptAnswers<z.output<P>, z.output<Q>>,
  ) {
    const [, url = ''] = route.split(' ')
    rowOf(ground, route)
    app.get(url, { schema: schemaOf(shapes, 200) }, async (request, reply) => {
      const answer = await look(ground, route, request, handle, kept)
      if (!answer.ok) return sendProblem(reply, answer.problem)
      const found = answer.value
      reply.header('cache-control', 'no-store')
      if (!('sent' in found) && !found.keep) return reply.send(found.value)
      const sent = 'sent' in found ? found.sent : found.keep?.(writtenBy(reply, found.value))
      return reply.header('content-type', 'application/json; charset=utf-8').send(sent)
    })
  }

  /** A door out of which a file comes. */
  function download<P extends ZodType, Q extends ZodType>(
    route: string,
    shapes: { readonly params: P; readonly query?: Q },
    handle: (ask: Ask<z.output<P>, z.output<Q>>, tx: Tx) => Promise<Result<Handed>>,
  ) {
    const [, url = ''] = route.split(' ')
    rowOf(ground, route)
    const querystring = shapes.query ? { querystring: shapes.query } : {}
    const schema = { params: shapes.params, ...querystring }
    app.get(url, { schema, config: { givesFile: true } }, async (request, reply) => {
      const answer = await look(ground, route, request, async (ask: Ask<z.output<P>, z.output<Q>>, tx) => {
        const found = await handle(ask, tx)
        return found.ok ? accept({ ...found.value, office: ask.office }) : found
      })
      if (!answer.ok) return sendProblem(reply, answer.problem)
      assert('value' in answer.value, 'a file is never sent as kept')
      const handed = answer.value.value
      const { office, name } = handed
      const attached = attach(reply, office, name)
      if ('bytes' in handed) return attached.send(handed.bytes)
      const { path, file, gone } = handed
      const stream = createReadStream(path)
      if (gone) stream.once('close', () => void gone().catch((error: unknown) => request.log.error(error)))
      return attached.header('content-length', file.bytes).send(stream)
    })
  }

  function write<P extends ZodType, B extends ZodType, R extends ZodType>(
    route: string,
    shapes: Shapes<P, ZodType, B, R> & { readonly status?: number },
    work: (ask: Ask<z.output<P>, unknown, z.output<B>>, tx: Tx) => Promise<Result<z.input<R>>>,
  ) {
    const [method = '', url = ''] = route.split(' ')
    const status = shapes.status ?? 200
    rowOf(ground, route)
    const prepare = async ({ body }: FastifyRequest) => ({
      ok: true as const,
      value: { value: body as z.output<B>, request: body ?? null },
    })
    const handler = changing({ route, status, prepare, work })
    app.route({ method, url, schema: schemaOf(shapes, status), handler })
  }

  /** A door for files: `prepare` reads the parts before the transaction begins, so that a slow upload holds no lock. */
  function upload<T, R extends ZodType>(
    route: string,
    { reply }: { readonly reply: R },
    prepare: Change<T>['prepare'],
    work: (ask: Ask<never, never, T>, tx: Tx) => Promise<Result<z.input<R>>>,
  ) {
    const [, url = ''] = route.split(' ')
    const status = 201
    rowOf(ground, route)
    const handler = changing({ route, status, prepare, work })
    app.route({ method: 'POST', url, schema: schemaOf({ reply }, status), config: { takesFiles: true }, handler })
  }

  return { read, download, write, upload }
}
