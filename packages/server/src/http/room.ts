import type { FastifyInstance } from 'fastify'
import { diskHasRoom } from '../platform/disk.ts'
import { sendProblem } from '../platform/http.ts'
import { platformProblems } from '../platform/problems.ts'

const asksNothing = ['GET', 'HEAD', 'OPTIONS']
// Whoever comes in, by whichever door, may still look at everything and go again.
const stillTaken = /^\/api\/(?:session|my\/post|sign-in(?:\/.*)?|sign-out|oidc\/(?:start|finish))$/
const lookedAtFor = 1000

/**
 * Refuses every change while the disk of the data has no room, in words, before the database comes to a stop in the
 * middle of one. Reading goes on; when there is room again, so does writing, with nothing to be done.
 */
export function refuseWithoutRoom(app: FastifyInstance, dataFolder: string | null): void {
  let looked = Number.NEGATIVE_INFINITY
  let room = Promise.resolve(true)
  app.addHook('onRequest', async ({ method, routeOptions }, reply) => {
    if (asksNothing.includes(method) || stillTaken.test(routeOptions.url ?? '')) return
    if (performance.now() - looked > lookedAtFor) {
      looked = performance.now()
      room = diskHasRoom(dataFolder)
    }
    if (!(await room)) return sendProblem(reply, platformProblems('request.disk_full', {}))
  })
}
