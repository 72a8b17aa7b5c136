import type { FastifyInstance } from 'fastify'
import { sendProblem } from '../platform/http.ts'
import { platformProblems } from '../platform/problems.ts'
import { budgetOf } from '../platform/rates/budget.ts'
import type { Rates } from '../platform/rates/rates.ts'

// What the pages are made of costs nothing, and whoever watches the server has to be answered.
const uncounted = /^\/(?:assets\/|healthz$|readyz$)/

/** Holds every address to its budget, before anything is looked up for it. People are counted where they are known. */
export function limitAddresses(app: FastifyInstance, rates: Rates): void {
  app.addHook('onRequest', async (request, reply) => {
    if (uncounted.test(request.url)) return
    const seconds = await rates.ofAddress(request.ip, budgetOf(request))
    if (seconds !== null) return sendProblem(reply, platformProblems('request.too_many', { seconds }))
  })
}
