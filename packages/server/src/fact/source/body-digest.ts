import { createHash, type Hash } from 'node:crypto'
import { pipeline, Transform } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** SHA-256 over the bytes of the bodies that one route receives, before anything reads them. */
export function digestBodies(app: FastifyInstance, route: string): (request: FastifyRequest) => string {
  const digests = new WeakMap<FastifyRequest, Hash>()
  app.addHook('preParsing', async (request, _reply, payload) => {
    if (`${request.method} ${request.routeOptions.url ?? ''}` !== route) return payload
    const hash = createHash('sha256')
    digests.set(request, hash)
    const through = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk)
        done(null, chunk)
      },
    })
    // Where the sender breaks off, whoever reads is told so by the stream itself.
    pipeline(payload, through, () => {})
    return through
  })
  return (request) => digests.get(request)?.copy().digest('hex') ?? ''
}
