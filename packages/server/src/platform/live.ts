import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Ground, letLook, sendProblem } from './http.ts'

const pingEveryMs = 20_000
const changed = 'event: changed\ndata: {}\n\n'

interface Listener {
  readonly officeId: string
  /** A screen's pass is asked about again and again: nobody signs out of a wall. Null for people. */
  readonly isStillIn: (() => Promise<boolean>) | null
}

/** GET /api/live: says `changed` to everybody who looks at an office whenever something in it was committed. */
export async function liveRoute(app: FastifyInstance, ground: Ground): Promise<void> {
  const listeners = new Map<FastifyReply['raw'], Listener>()
  // Whose pass is over hears once more that something changed, asks again, and is told so by the answer.
  const endIfOver = async (raw: FastifyReply['raw'], { isStillIn }: Listener) => {
    if (!isStillIn || (await isStillIn())) return
    listeners.delete(raw)
    raw.end(changed)
  }
  const look = (raw: FastifyReply['raw'], listener: Listener) =>
    void endIfOver(raw, listener).catch((error: unknown) =>
      app.log.error({ err: error }, 'a screen was not asked about'),
    )
  const stop = await ground.db.listen((officeId) => {
    for (const [raw, listener] of listeners)
      if (listener.officeId === officeId) {
        raw.write(changed)
        look(raw, listener)
      }
  })
  const ping = setInterval(() => {
    for (const [raw, listener] of listeners) {
      raw.write(': ping\n\n')
      look(raw, listener)
    }
  }, pingEveryMs)
  app.addHook('preClose', async () => {
    clearInterval(ping)
    for (const raw of listeners.keys()) raw.end()
    await stop()
  })
  app.get('/api/live', async (request, reply) => {
    const found = await letLook(request, ground, 'GET /api/live')
    if (!found.ok) return sendProblem(reply, found.problem)
    const { officeId, isScreen } = found.value.seat
    reply.hijack()
    const headers = { ...reply.getHeaders(), 'content-type': 'text/event-stream', connection: 'keep-alive' }
    reply.raw.writeHead(200, headers as OutgoingHttpHeaders)
    reply.raw.write(': open\n\n')
    const isStillIn = isScreen ? async () => (await letLook(request, ground, 'GET /api/live')).ok : null
    listeners.set(reply.raw, { officeId, isStillIn })
    request.raw.on('close', () => listeners.delete(reply.raw))
  })
}
