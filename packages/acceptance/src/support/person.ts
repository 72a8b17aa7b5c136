import { randomUUID } from 'node:crypto'
import type { Problem } from '@guatu/contract'
import type { FastifyInstance } from 'fastify'
import { cookieFaults } from './cookie-rules.ts'

export interface Asked {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  readonly form?: FormData
  /** The version that was seen; left out, no `If-Match` is sent. */
  readonly version?: number
  /** Null sends no `Idempotency-Key`; left out, a fresh one. */
  readonly key?: string | null
  /** Further headers, such as the key of another system. */
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answered<T> {
  readonly status: number
  readonly body: T
  readonly cookies: readonly string[]
}

async function payloadOf({ body, form }: Asked): Promise<{ headers: Record<string, string>; payload?: Buffer }> {
  if (form) {
    const encoded = new Response(form)
    const type = encoded.headers.get('content-type') ?? ''
    return { headers: { 'content-type': type }, payload: Buffer.from(await encoded.arrayBuffer()) }
  }
  if (body === undefined) return { headers: {} }
  return { headers: { 'content-type': 'application/json' }, payload: Buffer.from(JSON.stringify(body)) }
}

/** Which routes have set a cookie so far, and through which door: `lan POST /api/sign-in`. */
export const cookiesSetBy = new Set<string>()

const routeOf = ({ method, path }: Asked): string =>
  `${method} ${(path.split('?')[0] ?? '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')}`

/** Every cookie of every answer is looked at, whatever the test is about. */
function lookAtCookies({ network }: FastifyInstance, asked: Asked, header: string | readonly string[] | undefined) {
  const lines = [header ?? []].flat()
  if (lines.length > 0) cookiesSetBy.add(`${network} ${routeOf(asked)}`)
  const faults = lines.flatMap((line) => cookieFaults(line, network))
  if (faults.length > 0) throw new Error(`${routeOf(asked)} sets a cookie without ${faults.join(', ')}`)
}

/** Sends one request as a browser would, with this cookie or with none, and gives the answer with its headers. */
export async function send(app: FastifyInstance, cookie: string | null, asked: Asked) {
  const { headers, payload } = await payloadOf(asked)
  const key = asked.key === undefined ? randomUUID() : asked.key
  const {
    statusCode,
    headers: answered,
    body,
    cookies,
  } = await app.inject({
    method: asked.method,
    url: asked.path,
    ...(payload ? { payload } : {}),
    headers: {
      ...headers,
      ...(cookie ? { cookie } : {}),
      ...(asked.method !== 'GET' && key !== null ? { 'idempotency-key': key } : {}),
      ...(asked.version === undefined ? {} : { 'if-match': String(asked.version) }),
      ...asked.headers,
    },
  })
  lookAtCookies(app, asked, answered['set-cookie'])
  return { status: statusCode, headers: answered, body, cookies }
}

/** Sends one request and reads the answer. */
export async function ask<T>(app: FastifyInstance, cookie: string | null, asked: Asked): Promise<Answered<T>> {
  const { status, headers, body, cookies } = await send(app, cookie, asked)
  const isJson = headers['content-type']?.toString().startsWith('application/json')
  return {
    status,
    body: (isJson ? JSON.parse(body) : body) as T,
    cookies: cookies.map(({ name, value }) => `${name}=${value}`),
  }
}

/** An officer at work: every request goes in their name. */
export interface Person {
  readonly name: string
  ask<T>(asked: Asked): Promise<Answered<T>>
  /** Expects to be let in and served. */
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: unknown, more?: Pick<Asked, 'version' | 'key'>): Promise<T>
  /** Expects a file; gives its bytes. */
  download(path: string): Promise<Buffer>
  /** Expects to be refused; gives the problem. */
  refused(asked: Asked): Promise<Problem>
}

export function personOf(app: FastifyInstance, name: string, cookie: string): Person {
  const served = async <T>(asked: Asked): Promise<T> => {
    const { status, body } = await ask<T>(app, cookie, asked)
    if (status >= 300) throw new Error(`${asked.method} ${asked.path}: ${status} ${JSON.stringify(body)}`)
    return body
  }
  return {
    name,
    ask: (asked) => ask(app, cookie, asked),
    get: (path) => served({ method: 'GET', path }),
    post: (path, body, more = {}) => served({ method: 'POST', path, body, ...more }),
    download: async (path) => {
      const answered = await app.inject({ method: 'GET', url: path, headers: { cookie } })
      if (answered.statusCode !== 200) throw new Error(`GET ${path}: ${answered.statusCode} ${answered.body}`)
      return answered.rawPayload
    },
    refused: async (asked) => {
      const { status, body } = await ask<Problem>(app, cookie, asked)
      if (status < 400) throw new Error(`${asked.method} ${asked.path} was not refused: ${status}`)
      return body
    },
  }
}
