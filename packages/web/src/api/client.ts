import { isProblem, ProblemError, unexpected, unreachable } from './problem.ts'
import { tellSeatLost } from './seat-lost.ts'
import { uuid } from './uuid.ts'

export type Query = Readonly<Record<string, string | number | boolean | undefined>>

/** `/api/wall` with `{ on: '2023-06-30' }` → `/api/wall?on=2023-06-30`; what is undefined is left out. */
export function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  if (given.length === 0) return path
  return `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}

export interface Change {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  /** JSON, or a form with a file in it. */
  readonly body?: unknown
  /** The version the change was made against: `If-Match`. */
  readonly version?: number | string
  /** One key for one intention: hand in the same again to repeat a request that may have arrived. */
  readonly key?: string
  /** Asked beside what somebody does: where the seat is lost, that is told when they send something themselves. */
  readonly beside?: boolean
}

/** Reads. Throws `ProblemError` with what the server said, or that it cannot be reached. */
export const get = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
  ask<T>(address(path, query), { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) })

/** Reads beside what somebody does: where the seat is lost, that is told when they ask for something themselves. */
export const getBeside = <T>(path: string): Promise<T> =>
  ask<T>(path, { headers: { accept: 'application/json' } }, true)

/** Changes. Throws as `get` does. */
export function change<T>({ method, path, body, version, key = uuid(), beside = false }: Change): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', 'idempotency-key': key }
  if (version !== undefined) headers['if-match'] = String(version)
  if (body instanceof FormData) return ask<T>(path, { method, headers, body }, beside)
  headers['content-type'] = 'application/json'
  return ask<T>(path, { method, headers, body: JSON.stringify(body ?? {}) }, beside)
}

async function ask<T>(url: string, init: RequestInit, beside = false): Promise<T> {
  const reply = await fetch(url, { credentials: 'same-origin', ...init }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ProblemError(unreachable)
  })
  if (reply.status === 204) return undefined as T
  const body: unknown = await reply.json().catch(() => undefined)
  if (reply.ok && body !== undefined) return body as T
  const problem = isProblem(body) ? body : unexpected
  if (problem.code === 'request.no_seat' && !beside) tellSeatLost()
  throw new ProblemError(problem)
}
