import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

/** The policy the real server sends; a page that breaks it shows an error in the browser's console. */
export const contentPolicy =
  "default-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; object-src 'none'; require-trusted-types-for 'script'; trusted-types guatu-worker"

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * Answers `/api/…` from plain data: the path without its query to a body, or to a function of the whole address. A
 * path that ends in `/` answers for everything below it.
 */
export type Answers = Readonly<Record<string, unknown | ((url: URL) => unknown)>>

export interface Served {
  readonly url: string
  /** Tells every open page that something has changed, as the live stream of the server does. */
  readonly changed: () => void
  readonly close: () => Promise<void>
}

/** Serves the pages built into `dist` with the strict policy and fixed answers, on a free port. */
export async function serveDist(dist: string, answers: Answers): Promise<Served> {
  const listeners = new Set<ServerResponse>()
  const server = createServer((request, reply) => {
    const url = new URL(request.url ?? '/', 'http://x')
    reply.setHeader('content-security-policy', contentPolicy)
    if (url.pathname === '/api/live') listen(request, reply, listeners)
    else if (url.pathname.startsWith('/api/')) answer(url, reply, answers)
    else void sendFile(dist, url.pathname, reply)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    changed: () => {
      for (const one of listeners) one.write('event: changed\ndata: {}\n\n')
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(request: IncomingMessage, reply: ServerResponse, listeners: Set<ServerResponse>) {
  reply.writeHead(200, { 'content-type': 'text/event-stream' })
  reply.write(': hello\n\n')
  listeners.add(reply)
  request.on('close', () => listeners.delete(reply))
}

const nothingHere = {
  code: 'http.not_found',
  kind: 'notFound',
  says: { zh: '没有这个地址。', en: 'No such address.' },
  next: { zh: '请从导航进入。', en: 'Use the navigation.' },
  facts: {},
}

function answer(url: URL, reply: ServerResponse, answers: Answers) {
  const below = Object.keys(answers).find((path) => path.endsWith('/') && url.pathname.startsWith(path))
  const given = answers[url.pathname] ?? (below === undefined ? undefined : answers[below])
  const body = typeof given === 'function' ? given(url) : given
  const refused = typeof body === 'object' && body !== null && 'code' in body
  reply.writeHead(body === undefined ? 404 : refused ? 409 : 200, { 'content-type': 'application/json' })
  reply.end(JSON.stringify(body ?? nothingHere))
}

async function sendFile(dist: string, path: string, reply: ServerResponse) {
  const name = path === '/wall' ? '/wall.html' : extname(path) ? path : '/index.html'
  const file = normalize(join(dist, name))
  const body = file.startsWith(dist) ? await readFile(file).catch(() => null) : null
  reply.writeHead(body ? 200 : 404, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
  reply.end(body ?? '')
}
