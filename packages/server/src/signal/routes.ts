import * as contract from '@guatu/contract'
import { type AsOf, accept, decimal, type Result, readUnit, reject, shownRatio } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type KeptEntry, mayAct, type Registers, thingOf } from '../fact/index.ts'
import { officersOf } from '../office/index.ts'
import {
  type AdoptedPlan,
  namedSources,
  planAsOf,
  planKnown,
  versionAct,
  historyOf as versionsOf,
  type WordsFor,
} from '../plan/index.ts'
import type { Tx } from '../platform/db.ts'
import { doorsOf, type Ground } from '../platform/http.ts'
import { asOfFrom } from '../platform/office.ts'
import { papersBehind } from '../platform/papers.ts'
import { platformProblems } from '../platform/problems.ts'
import { curveOf, historyOf, numberOf, rowsOf, spanOf } from './explain.ts'
import { groundsOf, numbersOn } from './grounds.ts'
import { type Judging, judgePlan, judgeTarget } from './judge-plan.ts'
import { type PresentNeeds, presentTarget, presentTask } from './present.ts'

export interface SignalNeeds {
  readonly judging: Judging
  readonly registers: Registers
  readonly wordsFor: WordsFor
}

/** A canonical value in its printed unit: 155000000000 of 亿元 → 1550. */
export const inPrintedUnit = (value: string, printedUnit: string): string =>
  shownRatio(decimal(value), readUnit(printedUnit).scale, 6)

async function needsOf(tx: Tx, officeId: string, year: number, { wordsFor }: SignalNeeds): Promise<PresentNeeds> {
  const sources = await namedSources(tx, officeId)
  const source: PresentNeeds['source'] = (id) => {
    const found = sources.get(id)
    if (!found) throw new Error(`the plan of ${year} names a source that is not there`)
    return found
  }
  return { year, wordsFor, shown: inPrintedUnit, source }
}

/** The plan in which a task or target stands, and the year it is of. */
async function planHolding(tx: Tx, officeId: string, id: string, { knownAt }: AsOf): Promise<Result<AdoptedPlan>> {
  const item = await tx
    .selectFrom('planItem')
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .select('year')
    .executeTakeFirst()
  const adopted = item ? await planAsOf(tx, officeId, item.year, knownAt) : null
  return adopted
    ? accept(adopted)
    : reject(platformProblems('request.not_found', { what: '这项任务或目标（当日所知的计划中）' }))
}

export function signalRoutes(app: FastifyInstance, ground: Ground, needs: SignalNeeds): void {
  const { read } = doorsOf(app, ground)
  const byYear = z.object({ year: z.coerce.number().int() })
  const byId = z.object({ id: contract.id })

  read(
    'GET /api/plans/:year',
    { params: byYear, query: contract.asOfQuery, reply: contract.plan },
    async ({ office, params, query, now }, tx) => {
      const asOf = asOfFrom(query, now)
      const known = await planKnown(tx, office.id, params.year, asOf.knownAt)
      if (!known.ok) return known
      const adopted = known.value
      const people = new Map((await officersOf(tx, office.id)).map((officer) => [officer.id, officer.name]))
      const present = await needsOf(tx, office.id, params.year, needs)
      const judged = await judgePlan(tx, office.id, adopted, asOf, needs.judging)
      const versions = (await versionsOf(tx, office.id, params.year)).filter(
        (version) => version.adoptedAt <= asOf.knownAt,
      )
      const papers = await papersBehind(tx, office.id, versions.map(versionAct), asOf.knownAt)
      const { plan } = adopted
      return accept({
        year: params.year,
        version: adopted.version,
        adoptedAt: adopted.adoptedAt,
        versions: versions.map(({ year, version, adoptedAt, adoptedOn, adoptedBy, says }) => ({
          version,
          adoptedAt,
          adoptedOn,
          by: people.get(adoptedBy) ?? '',
          says,
          byPaper: papers.get(versionAct({ year, version })) ?? null,
        })),
        announced: plan.announced,
        missing: [...plan.missing],
        areas: plan.areas.map((area) => ({ ...area })),
        tasks: judged.map((task) => presentTask(task, present)),
      })
    },
  )

  read(
    'GET /api/tasks/:id',
    { params: byId, query: contract.asOfQuery, reply: contract.planTask },
    async ({ office, params, query, now }, tx) => {
      const asOf = asOfFrom(query, now)
      const adopted = await planHolding(tx, office.id, params.id, asOf)
      if (!adopted.ok) return adopted
      const judged = await judgePlan(tx, office.id, adopted.value, asOf, needs.judging)
      const task = judged.find(({ task }) => task.key === params.id)
      if (!task) return reject(platformProblems('request.not_found', { what: '这项任务' }))
      return accept(presentTask(task, await needsOf(tx, office.id, adopted.value.year, needs)))
    },
  )

  read(
    'GET /api/targets/:id/working',
    { params: byId, query: contract.asOfQuery, reply: contract.explanation },
    async ({ office, seat, params, query, now, reach }, tx) => {
      const asOf = asOfFrom(query, now)
      const adopted = await planHolding(tx, office.id, params.id, asOf)
      if (!adopted.ok) return adopted
      const { plan, year } = adopted.value
      const { judging, registers } = needs
      const task = plan.tasks.find((t) => t.targets.some((target) => target.key === params.id))
      const target = task?.targets.find((t) => t.key === params.id)
      if (!task || !target) return reject(platformProblems('request.not_found', { what: '这个目标' }))
      const present = await needsOf(tx, office.id, year, needs)
      const grounds = await groundsOf(tx, office.id, { targetId: target.key, year }, asOf, judging.catalogue)
      const judged = judgeTarget(target, task, year, numbersOn(grounds, asOf, judging.catalogue), asOf, judging)
      const within = reach()
      const kept = await registers.all(tx, office.id)
      const registerOf = (id: string) => kept.find((register) => register.id === id) ?? null
      const reaches = (entry: KeptEntry) => {
        const register = registerOf(entry.register)
        return register !== null && within(entry) && mayAct(register, 'read', seat, thingOf(entry))
      }
      const { targets: _, ...shownTask } = presentTask({ task, targets: [], light: judged.working.light }, present)
      const shownTarget = presentTarget(judged, task, present)
      return accept({
        target: shownTarget,
        task: shownTask,
        ...asOf,
        working: shownTarget.working,
        number: numberOf(grounds, asOf, judging),
        rows: rowsOf(grounds, asOf, { reaches, registerOf }, judging),
        span: spanOf(target, task, year),
        curve: curveOf(target, task, grounds, asOf, judging),
        history: historyOf(target, task, grounds, asOf, judging),
      })
    },
  )
}
