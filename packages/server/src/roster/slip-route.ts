import * as contract from '@guatu/contract'
import { accept, type Day, dayOf, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { change } from '../platform/http/change.ts'
import { type Ground, sendProblem } from '../platform/http.ts'
import { makeSlips, type Slips } from './slips.ts'

/** For how many days the code on a slip works that is made on a day. */
export type SlipDays = (on: Day) => number

const route = 'POST /api/roster/slips'

const withCodes = (answer: contract.SlipSheets, { codes }: Slips): contract.SlipSheets => ({
  ...answer,
  sheets: answer.sheets.map((sheet, at) => ({
    ...sheet,
    slips: sheet.slips.map((slip, place) => ({ ...slip, code: codes[at]?.[place] ?? null })),
  })),
})

/**
 * The route of the slips. What is kept of its answer, to be given again to a repeated request, holds no code: the codes
 * go out in the first answer only.
 */
export function slipRoute(app: FastifyInstance, ground: Ground, slipDays: SlipDays): void {
  app.route({
    method: 'POST',
    url: '/api/roster/slips',
    schema: { body: contract.askSlips, response: { 200: contract.slipSheets } },
    handler: async (request, reply) => {
      let fresh: Slips | null = null
      const body = request.body as z.output<typeof contract.askSlips>
      const done = await change(
        ground,
        {
          route,
          status: 200,
          prepare: async () => accept({ value: body, request: body }),
          work: async ({ office, seat, now, permit }, tx) => {
            const problem = permit({ unitId: null, enteredBy: null, state: office.kind })
            if (problem) return reject(problem)
            const keeper = { officeId: office.id, officerId: seat.officerId, kind: office.kind, now }
            fresh = await makeSlips(tx, keeper, body.units, slipDays(dayOf(now)))
            return accept({ office: office.name, ...fresh.answer })
          },
        },
        request,
      )
      if (!done.ok) return sendProblem(reply, done.problem)
      const answer = done.value.body as contract.SlipSheets
      return reply.header('cache-control', 'no-store').send(fresh ? withCodes(answer, fresh) : answer)
    },
  })
}
