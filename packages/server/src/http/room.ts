import type { FastifyInstance } from 'fastify'
import { diskHasRoom } from '../platform/disk.ts'
import { sendProblem } from '../platform/http.ts'
import { platformProblems } from '../platform/problems.ts'

const asksNothing = ['GET', 'HEAD', 'OPTIONS']
// Whoever signs in may still look at everything, and export it.
const stillTaken = ['/api/session']
const lookedAtFor = 1000

/**
 * Refuses every change while the disk of the data has no room, in words, before the database comes to a stop in the
 * middle of one. Reading goes on; when there is room again, so does writing, with nothing to be done.
 */
export function refuseWithoutRoom(app: FastifyInstance, dataFolder: string | null): void {
  let looked = Number.NEGATIVE_INFINITY
  let room = Promise.resolve(true)
  app.addHook('onRequest', async ({ method, url }, reply) => {
    if (asksNothing.includes(method) || stillTaken.includes(url)) return
    if (performance.now() - looked > lookedAtFor) {
      looked = performance.now()
      room = diskHasRoom(dataFolder)
    }
    if (!(await room)) return sendProblem(reply, platformProblems('request.disk_full', {}))
  })
}
