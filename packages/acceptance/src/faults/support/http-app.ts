import type { FastifyInstance } from 'fastify'

interface Asked {
  readonly method: string
  readonly url: string
  readonly headers: Record<string, string>
  readonly payload?: Buffer
}

/**
 * A server in another process, spoken to like an application in this one. `origin` is asked anew for each request,
 * because a server that was killed comes back at another port.
 */
export function httpApp(origin: () => string): FastifyInstance {
  const inject = async ({ method, url, headers, payload }: Asked) => {
    const body = payload ? { body: new Uint8Array(payload) } : {}
    const reply = await fetch(new URL(url, origin()), { method, headers, ...body })
    const text = await reply.text()
    const cookies = reply.headers.getSetCookie().map((header) => {
      const [name = '', value = ''] = (header.split(';')[0] ?? '').split('=')
      return { name, value }
    })
    return {
      statusCode: reply.status,
      headers: Object.fromEntries(reply.headers),
      cookies,
      body: text,
      json: () => JSON.parse(text) as unknown,
    }
  }
  return { inject } as unknown as FastifyInstance
}
