import { createHash, randomUUID } from 'node:crypto'
import { problem as problemShape } from '@guatu/contract'
import type { z } from 'zod'
import { cliProblems } from '../problems.ts'
import { Stop } from '../stop.ts'
import type { Door, Reply, Request } from './door.ts'

/** What stands behind a change: the version it was made against, where the route asks for one. */
export interface Against {
  readonly version?: number
}

function jsonOf(door: Door, { status, body }: Reply): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new Stop(cliProblems('cli.answer_unreadable', { status, address: door.address }))
  }
}

/** The answer in its shape. A refusal, or an answer of another shape, ends the command. */
function read<T>(door: Door, reply: Reply, shape: z.ZodType<T>): T {
  const body = jsonOf(door, reply)
  const refused = problemShape.safeParse(body)
  if (refused.success) throw new Stop(refused.data)
  const answer = shape.safeParse(body)
  if (reply.status >= 400 || !answer.success)
    throw new Stop(cliProblems('cli.answer_unreadable', { status: reply.status, address: door.address }))
  return answer.data
}

const contentOf = async (form: FormData): Promise<{ type: string; body: Buffer }> => {
  const encoded = new Response(form)
  return { type: encoded.headers.get('content-type') ?? '', body: Buffer.from(await encoded.arrayBuffer()) }
}

async function keyOfForm(path: string, form: FormData): Promise<string> {
  const hash = createHash('sha256').update(path)
  for (const [name, value] of form) {
    const content = typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer())
    hash.update(`\0${name}\0`).update(content)
  }
  return hash.digest('hex')
}

/** Speaks to Guatu as one officer, like a browser does: a cookie, a fresh key for each change, a version where asked. */
export function clientOf(door: Door) {
  let cookie = ''
  const send = async <T>(request: Request, shape: z.ZodType<T>): Promise<T> => {
    const headers = { ...request.headers, accept: 'application/json', ...(cookie ? { cookie } : {}) }
    const reply = await door.send({ ...request, headers })
    cookie = reply.cookies.find((set) => set.startsWith('guatu_session=')) ?? cookie
    return read(door, reply, shape)
  }
  const change = <T>(
    path: string,
    type: string,
    body: Buffer,
    shape: z.ZodType<T>,
    { version }: Against = {},
    key: string = randomUUID(),
  ) =>
    send(
      {
        method: 'POST',
        path,
        body,
        headers: {
          'content-type': type,
          'idempotency-key': key,
          ...(version === undefined ? {} : { 'if-match': String(version) }),
        },
      },
      shape,
    )
  return {
    get: <T>(path: string, shape: z.ZodType<T>): Promise<T> => send({ method: 'GET', path, headers: {} }, shape),
    post: <T>(path: string, body: unknown, shape: z.ZodType<T>, against?: Against): Promise<T> =>
      change(path, 'application/json', Buffer.from(JSON.stringify(body)), shape, against),
    delete: <T>(path: string, shape: z.ZodType<T>): Promise<T> =>
      send({ method: 'DELETE', path, headers: { 'idempotency-key': randomUUID() } }, shape),
    /** Brings a file in. The same file with the same particulars is the same request: it is not brought in twice. */
    upload: async <T>(path: string, form: FormData, shape: z.ZodType<T>): Promise<T> => {
      const { type, body } = await contentOf(form)
      return change(path, type, body, shape, {}, await keyOfForm(path, form))
    },
    close: () => door.close(),
  }
}
export type Client = ReturnType<typeof clientOf>
