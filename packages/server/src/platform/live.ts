import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Ground, letIn, sendProblem } from './http.ts'

const pingEveryMs = 20_000

/** GET /api/live: says `changed` to everybody who looks at an office whenever something in it was committed. */
export async function liveRoute(app: FastifyInstance, ground: Ground): Promise<void> {
  const listeners = new Map<FastifyReply['raw'], string>()
  const stop = await ground.db.listen((officeId) => {
    for (const [raw, listensTo] of listeners) if (listensTo === officeId) raw.write('event: changed\ndata: {}\n\n')
  })
  const ping = setInterval(() => {
    for (const raw of listeners.keys()) raw.write(': ping\n\n')
  }, pingEveryMs)
  app.addHook('preClose', async () => {
    clearInterval(ping)
    for (const raw of listeners.keys()) raw.end()
    await stop()
  })
  app.get('/api/live', async (request, reply) => {
    const found = await letIn(request, ground, 'GET /api/live')
    if (!found.ok) return sendProblem(reply, found.problem)
    const { officeId } = found.value.seat
    reply.hijack()
    const headers = { ...reply.getHeaders(), 'content-type': 'text/event-stream', connection: 'keep-alive' }
    reply.raw.writeHead(200, headers as OutgoingHttpHeaders)
    reply.raw.write(': open\n\n')
    listeners.set(reply.raw, officeId)
    request.raw.on('close', () => listeners.delete(reply.raw))
  })
}
