import * as contract from '@guatu/contract'
import { reviewProblems } from '@guatu/core/plan'
import { accept, dayOf, reject, yearOf } from '@guatu/core/shared'
import type { PaceRules } from '@guatu/core/signal'
import type { FastifyInstance } from 'fastify'
import { yearsOf } from '../office/store.ts'
import { planAsOf } from '../plan/plan-store.ts'
import { doorsOf, type Ground } from '../platform/http.ts'
import { asOfFrom } from '../platform/office.ts'
import { judgePlan } from '../signal/judge-plan.ts'
import { inPrintedUnit } from '../signal/routes.ts'
import { wallOf } from './wall.ts'

export function documentRoutes(app: FastifyInstance, ground: Ground, rules: PaceRules): void {
  const { read } = doorsOf(app, ground)

  read(
    'GET /api/wall',
    { query: contract.wallQuery, reply: contract.wallChart },
    async ({ office, query, now }, tx) => {
      const asOf = asOfFrom(query, now)
      const years = await yearsOf(tx, office.id)
      // The year looked at: the one asked for, else the day's own, else the newest that has a plan.
      const year = query.year ?? (years.includes(yearOf(asOf.on)) ? yearOf(asOf.on) : (years[0] ?? yearOf(asOf.on)))
      const adopted = await planAsOf(tx, office.id, year, asOf.knownAt)
      if (!adopted) return reject(reviewProblems('plan.version_unknown', { year }))
      const judged = await judgePlan(tx, office.id, adopted, asOf, rules)
      const { id, name, sample } = office
      return accept(wallOf({ id, name, sample }, adopted, judged, asOf, dayOf(now), inPrintedUnit))
    },
  )
}
