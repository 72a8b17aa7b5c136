import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { wallCookieOf } from './identity/index.ts'
import { sessionFor } from './office/index.ts'
import { sessionCookieOf, setSessionCookie } from './platform/cookies.ts'
import type { Ground } from './platform/http.ts'
import { allOffices } from './platform/office.ts'
import { seatOf } from './platform/session.ts'
import { notFound } from './refusals.ts'

/**
 * Serves the built pages. On the machine itself a page opened without a session gets the first office's first seat:
 * built-in people only. Any other path that a browser navigates to is a screen of the shell.
 */
export async function pages(app: FastifyInstance, ground: Ground, webRoot: string): Promise<void> {
  await app.register(staticFiles, { root: webRoot, index: false, maxAge: '1h' })
  const page = (file: string) => async (request: FastifyRequest, reply: FastifyReply) => {
    // A screen with a pass, in force or over, is nobody: it gets no seat with its page.
    const isScreen = wallCookieOf(request) !== undefined
    if (ground.network === 'loopback' && !isScreen && !(await seatOf(ground, sessionCookieOf(request)))) {
      const offices = await allOffices(ground)
      const office = offices.find((o) => o.sample) ?? offices[0]
      const fresh = office ? await sessionFor(ground.db, office, {}) : null
      if (fresh) setSessionCookie(request, reply, fresh)
    }
    return reply.header('cache-control', 'no-cache').sendFile(file, webRoot, { maxAge: 0, cacheControl: false })
  }
  const shell = page('index.html')
  for (const path of ['/wall', '/wall.html']) app.get(path, page('wall.html'))
  for (const path of ['/', '/index.html']) app.get(path, shell)
  app.setNotFoundHandler((request, reply) => {
    const navigates = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    if (navigates && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/'))
      return shell(request, reply)
    return notFound(request, reply)
  })
}
