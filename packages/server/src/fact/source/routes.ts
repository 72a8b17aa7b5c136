import * as contract from '@guatu/contract'
import { accept, assert, dayOf, type Instant, instant, type Result, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { isOpenUnit, officersOf, unitsOf } from '../../office/index.ts'
import { noteSaid } from '../../platform/audit/changed.ts'
import { runCommand } from '../../platform/command.ts'
import type { Tx } from '../../platform/db.ts'
import { hold } from '../../platform/hold.ts'
import { change, doorsOf, type Ground, keyOf, type Looking, letIn, objectOf, sendProblem } from '../../platform/http.ts'
import { newId } from '../../platform/ids.ts'
import { asOfFrom } from '../../platform/office.ts'
import { trialOver } from '../../platform/on-trial.ts'
import { platformProblems } from '../../platform/problems.ts'
import { stepping, writerOf } from '../asking.ts'
import { feedablesIn } from '../feedable.ts'
import type { Registers } from '../registers.ts'
import { digestBodies } from './body-digest.ts'
import { declareSeries, declareSystem, held, ofReadings, type ReadingMeasures } from './declare.ts'
import { addKey, keysOf, revokeKey } from './key-store.ts'
import { presentMeasures, presentSystems } from './present.ts'
import { sourceSystemProblems } from './problems.ts'
import { seriesSeen } from './reading-store.ts'
import { refusalsOf } from './refusals.ts'
import type { SourceSystemRulesOn } from './rules.ts'
import { keyHashOf, keyOfSystem } from './secrets.ts'
import { endSeries, systemById, systemsOf } from './store.ts'
import { takeReadings } from './take-readings.ts'

export interface SourceSystemNeeds {
  readonly registers: Registers
  readonly measures: ReadingMeasures
  readonly rulesOn: SourceSystemRulesOn
}

const reporting = 'POST /api/readings'
const issuing = 'POST /api/source-systems/:id/keys'

const done = z.object({ ok: z.literal(true) })
const byId = z.object({ id: contract.id })
const made = z.object({ id: contract.id })

const hoursLater = (at: Instant, hours: number): Instant =>
  instant(new Date(Date.parse(at) + hours * 3_600_000).toISOString())

const orUnknown = (found: boolean) =>
  found ? accept({ ok: true as const }) : reject(sourceSystemProblems('source_system.unknown', {}))

/** Where readings come from: the systems, their series and keys, and the one door that opens to a key. */
export function sourceSystemRoutes(app: FastifyInstance, ground: Ground, needs: SourceSystemNeeds): void {
  const { registers, measures, rulesOn } = needs
  const { read, write } = doorsOf(app, ground)
  // An office that keeps no readings has no sources of them either.
  assert(
    registers.declared.some(({ id }) => id === ofReadings),
    `the register ${ofReadings} is not declared`,
  )

  read(
    'GET /api/source-systems',
    { query: contract.asOfQuery, reply: contract.sourceSystems },
    async ({ office, query, now }, tx) => {
      const asOf = asOfFrom(query, now)
      const people = new Map((await officersOf(tx, office.id)).map(({ id, name }) => [id, name]))
      const units = await unitsOf(tx, office.id)
      const seen = {
        systems: await systemsOf(tx, office.id, asOf.knownAt),
        series: await seriesSeen(tx, office.id, asOf),
        keys: await keysOf(tx, office.id),
        refused: await refusalsOf(tx, office.id, asOf),
        now,
      }
      const unitNames = new Map(units.map(({ id, name }) => [id, name]))
      return accept({
        systems: presentSystems(seen, measures, {
          person: (id) => people.get(id) ?? '',
          unit: (id) => unitNames.get(id) ?? '',
        }),
        measures: presentMeasures(measures, dayOf(now)),
        units: units.filter((unit) => isOpenUnit(unit, dayOf(now))).map(({ id, name }) => ({ id, name })),
        communities: units.filter(({ kind }) => kind === 'community').map(({ name }) => name),
        usualLagDays: { ...rulesOn(dayOf(now)).usualLagDays },
      })
    },
  )

  write('POST /api/source-systems', { body: contract.newSourceSystem, reply: made, status: 201 }, (ask, tx) =>
    declareSystem(tx, writerOf(ask), ask.body, measures),
  )

  write(
    'POST /api/source-systems/:id/series',
    { params: byId, body: contract.newSeries, reply: made, status: 201 },
    (ask, tx) => declareSeries(tx, writerOf(ask), ask.params.id, ask.body, measures),
  )

  write('POST /api/source-series/:id/end', { params: byId, body: z.object({}), reply: done }, async (ask, tx) =>
    orUnknown(await endSeries(tx, ask.office.id, ask.params.id, ask.seat.officerId, ask.now)),
  )

  write('POST /api/source-keys/:id/revoke', { params: byId, body: z.object({}), reply: done }, async (ask, tx) =>
    orUnknown(await revokeKey(tx, ask.office.id, ask.params.id, ask.seat.officerId, ask.now)),
  )

  const issue = async (tx: Tx, { seat, office }: Looking, systemId: string): Promise<Result<{ id: string }>> => {
    const over = await trialOver(tx, office)
    if (over) return reject(over)
    // Of two keys that are issued at once, the second is the newer, and the first holds for a while beside it.
    await hold(tx, held(office.id))
    const [id, now] = [newId(), office.clock.now()]
    const system = await systemById(tx, office.id, systemId, now)
    if (!system) return reject(sourceSystemProblems('source_system.unknown', {}))
    const keyHash = keyHashOf(ground.keys, office.id, keyOfSystem(ground.keys, office.id, id))
    const until = hoursLater(now, rulesOn(dayOf(now)).overlapHours)
    await addKey(tx, office.id, { id, systemId, issuedBy: seat.officerId, issuedAt: now, keyHash }, until)
    return accept({ id })
  }

  // Not one of the doors: what these keep as the answer of a request is in the database, and the key shall not be.
  app.route({
    method: 'POST',
    url: '/api/source-systems/:id/keys',
    schema: { params: byId, body: z.object({}), response: { 201: contract.issuedKey } },
    handler: async (request, reply) => {
      const who = await letIn(request, ground, issuing)
      if (!who.ok) return sendProblem(reply, who.problem)
      const idempotencyKey = keyOf(request)
      if (!idempotencyKey) return sendProblem(reply, platformProblems('request.key_missing', {}))
      const { seat, office } = who.value
      const { id: systemId } = request.params as z.output<typeof byId>
      const command = { seat, route: issuing, object: objectOf(request), idempotencyKey, request: systemId, detail: {} }
      const work = (tx: Tx) => issue(tx, who.value, systemId)
      const answer = await runCommand({ db: ground.db, clock: office.clock }, command, work, 201)
      if (!answer.ok) return sendProblem(reply, answer.problem)
      const { id } = answer.value.body as { id: string }
      return reply.code(201).send({ id, key: keyOfSystem(ground.keys, office.id, id) })
    },
  })

  const digestOf = digestBodies(app, reporting)
  app.route({
    method: 'POST',
    url: '/api/readings',
    schema: { body: contract.sentReadings, response: { 200: contract.readingsAnswer } },
    handler: async (request, reply) => {
      const { readings } = request.body as contract.SentReadings
      const value = { readings, sha256: digestOf(request) }
      const answer = await change(
        ground,
        {
          route: reporting,
          status: 200,
          prepare: async () => accept({ value, request: readings }),
          work: async (asked, tx) => {
            const { office, seat, body } = asked
            const system = await systemById(tx, office.id, seat.officerId, asked.now)
            if (!system) return reject(sourceSystemProblems('source_system.key_unknown', {}))
            const register = await registers.of(tx, office.id, ofReadings)
            if (!register.ok) return register
            const ask = await stepping(tx, asked, register.value)
            const writer = { ...writerOf(ask), bySystem: system.name }
            const targets = await feedablesIn(tx, office.id, ask.now)
            const kept = await registers.all(tx, office.id)
            const taking = { tx, writer, system, register: register.value, registers: kept, targets, measures }
            const { readings: answers, ...counts } = await takeReadings(taking, body.readings)
            noteSaid(tx, { bodySha256: body.sha256, ...counts })
            return accept({ ...counts, readings: answers })
          },
        },
        request,
      )
      return answer.ok ? reply.code(200).send(answer.value.body) : sendProblem(reply, answer.problem)
    },
  })
}
