import * as contract from '@guatu/contract'
import { deviceOf } from '@guatu/core/identity'
import { type Result, reject } from '@guatu/core/shared'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { setSessionCookie } from '../../platform/cookies.ts'
import { type Ground, keyOf, sendProblem } from '../../platform/http.ts'
import { allOffices, officeById } from '../../platform/office.ts'
import { platformProblems } from '../../platform/problems.ts'
import type { Entered } from '../desk.ts'
import { arrive, refuseAnswer } from './arrive.ts'
import { setWayCookie } from './cookie.ts'
import { keeperRoutes } from './keeper-routes.ts'
import { oidcProblems } from './problems.ts'
import { claimsFor } from './provider.ts'
import { providerInForce } from './store.ts'
import { backFrom, beginWay, openProvider } from './way.ts'

/** Signing in by the unit's own login, and its settings. */
export function oidcRoutes(app: FastifyInstance, ground: Ground): void {
  wayRoutes(app, ground)
  keeperRoutes(app, ground)
}

/** From the sign-in page to the provider and back. A step repeated is a step of its own: nothing of it is kept to be sent twice. */
function wayRoutes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground

  app.get('/api/oidc', { schema: { response: { 200: contract.oidcOffered } } }, async () => {
    const offices = (await allOffices(ground)).filter((office) => office.kind === 'formal')
    const offered = await Promise.all(
      offices.map(async ({ id }) => {
        const provider = await db.inOffice(id, (tx) => providerInForce(tx, id))
        return provider ? [{ officeId: id, label: provider.label }] : []
      }),
    )
    return { offered: offered.flat() }
  })

  app.route({
    method: 'POST',
    url: '/api/oidc/start',
    schema: { body: contract.oidcStart, response: { 200: contract.oidcWay } },
    handler: async (request, reply) => {
      if (!keyOf(request)) return sendProblem(reply, platformProblems('request.key_missing', {}))
      const { officeId } = request.body as z.output<typeof contract.oidcStart>
      const office = await officeById(ground, officeId)
      if (office?.kind !== 'formal') return sendProblem(reply, oidcProblems('oidc.not_offered', {}))
      const begun = await beginWay(request, ground, office)
      if (!begun.ok) return sendProblem(reply, begun.problem)
      const { cookie, location } = begun.value
      return setWayCookie(request, reply, cookie).send({ location })
    },
  })

  app.route({
    method: 'POST',
    url: '/api/oidc/finish',
    schema: { body: contract.oidcFinish, response: { 200: contract.signInStep } },
    handler: async (request, reply) => {
      if (!keyOf(request)) return sendProblem(reply, platformProblems('request.key_missing', {}))
      const { answer } = request.body as z.output<typeof contract.oidcFinish>
      const entered = await finish(request, ground, answer)
      if (!entered.ok) return sendProblem(reply, entered.problem)
      const { cookie, next } = entered.value
      return setSessionCookie(request, reply, cookie).header('cache-control', 'no-store').send({ next })
    },
  })
}

async function finish(request: FastifyRequest, ground: Ground, answer: string): Promise<Result<Entered>> {
  const back = await backFrom(request, ground, answer)
  if (!back?.provider) return reject(oidcProblems('oidc.attempt_unknown', {}))
  const { office, provider, way } = back
  try {
    const claims = await claimsFor(openProvider(ground, office.id, provider), way, answer, office.clock.now())
    return await arrive(ground, back, provider, claims, deviceOf(request.headers['user-agent'] ?? ''))
  } catch (error) {
    return refuseAnswer(ground, back, error)
  }
}
