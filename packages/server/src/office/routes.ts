import * as contract from '@guatu/contract'
import { accept, type Day, day, dayOf } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { runCommand } from '../platform/command.ts'
import { clearSessionCookie, setSessionCookie } from '../platform/cookies.ts'
import type { Database } from '../platform/db.ts'
import { doorsOf, type Ground, keyOf, letIn, sendProblem } from '../platform/http.ts'
import { idOfKey } from '../platform/ids.ts'
import { allOffices, type Office, officeById, officesOfMachine, todayOf } from '../platform/office.ts'
import { isOpenOn, mayUse } from '../platform/policy.ts'
import { platformProblems } from '../platform/problems.ts'
import { type Seat, type SeatNamed, seatIn, seatsOf } from '../platform/seat.ts'
import { openSession } from '../platform/session.ts'
import { addUnits, isOpenUnit, makeOffice, unitsOf, yearsOf } from './store.ts'

/** How sample offices come about, each under an id; handed in, because a sample passes through every stage. */
export interface MakeSamples {
  /** The first and the last day on which one may open. */
  readonly days: { readonly from: Day; readonly to: Day }
  reset(id: string): Promise<string>
  simulate(
    id: string,
    wanted: { readonly seed: number; readonly name: string; readonly until?: Day | undefined },
  ): Promise<string>
}

const done = z.object({ ok: z.literal(true) })
const made = z.object({ officeId: z.string() })

const presentSeat = (seat: Omit<Seat, 'line'>): contract.Officer => ({
  id: seat.officerId,
  name: seat.name,
  postId: seat.postId,
  post: seat.post,
  unit: seat.unit,
  duties: seat.duties as contract.Officer['duties'],
})

const present = async (db: Database, office: Office): Promise<contract.Me['office']> => ({
  id: office.id,
  name: office.name,
  sample: office.sample,
  kind: office.kind,
  today: todayOf(office),
  years: await db.inOffice(office.id, (tx) => yearsOf(tx, office.id)),
})

/** Opens a session in a seat of an office, the first one where none is named. Null where there is no such seat today. */
export const sessionFor = (db: Database, office: Office, named: SeatNamed): Promise<string | null> =>
  db.inOffice(office.id, async (tx) => {
    const seat = await seatIn(tx, office.id, todayOf(office), named)
    return seat ? openSession(tx, seat, office.clock.now()) : null
  })

export function officeRoutes(app: FastifyInstance, ground: Ground, samples: MakeSamples): void {
  const { db, clock, network, policy } = ground
  const { write } = doorsOf(app, ground)

  app.get(
    '/api/offices',
    { schema: { response: { 200: z.object({ offices: z.array(contract.officeRow) }) } } },
    async () => ({
      offices: await Promise.all((await allOffices(ground)).map((office) => present(db, office))),
    }),
  )

  app.route({
    method: 'POST',
    url: '/api/offices',
    schema: { body: contract.newOffice, response: { 201: made } },
    handler: async (request, reply) => {
      const key = keyOf(request)
      if (!key) return sendProblem(reply, platformProblems('request.key_missing', {}))
      const { name, units } = request.body as z.output<typeof contract.newOffice>
      const officeId = idOfKey(key)
      const namesake = (await officesOfMachine(db, clock)).find(
        (office) => office.name === name && office.id !== officeId,
      )
      if (namesake) return sendProblem(reply, platformProblems('office.name_taken', { name }))
      await makeOffice(
        db,
        officeId,
        { name, units, sampleToday: null },
        { route: 'POST /api/offices', at: clock.now() },
      )
      return reply.code(201).send({ officeId })
    },
  })

  app.route({
    method: 'POST',
    url: '/api/session',
    schema: { body: contract.switchOfficer, response: { 200: done } },
    handler: async (request, reply) => {
      const { officeId, ...named } = request.body as z.output<typeof contract.switchOfficer>
      const idempotencyKey = keyOf(request)
      if (!idempotencyKey) return sendProblem(reply, platformProblems('request.key_missing', {}))
      const office = await officeById(ground, officeId)
      const seat = office ? await db.inOffice(officeId, (tx) => seatIn(tx, officeId, todayOf(office), named)) : null
      if (!office || !seat) return sendProblem(reply, platformProblems('request.not_found', { what: '这个身份' }))
      const command = {
        seat,
        route: 'POST /api/session',
        object: '/api/session',
        idempotencyKey,
        request: request.body,
        detail: {},
      }
      const answer = await runCommand({ db, clock: office.clock }, command, async () => accept({ ok: true as const }))
      if (!answer.ok) return sendProblem(reply, answer.problem)
      // Each answer, a repeated one too, carries a session of its own: no secret is kept to be sent twice.
      const cookie = (await sessionFor(db, office, seat)) ?? ''
      return setSessionCookie(request, reply, cookie).send({ ok: true })
    },
  })

  app.get('/api/me', { schema: { response: { 200: contract.me } } }, async (request, reply) => {
    const found = await letIn(request, ground, 'GET /api/me')
    if (!found.ok) return sendProblem(reply, found.problem)
    const { seat, office } = found.value
    const now = office.clock.now()
    // One connection at a time: requests that each hold one and wait for another would wait for one another for good.
    const offices = await Promise.all((await allOffices(ground)).map((one) => present(db, one)))
    const own = await present(db, office)
    const { officers, units } = await db.inOffice(office.id, async (tx) => ({
      officers: (await seatsOf(tx, office.id, todayOf(office))).map(presentSeat),
      units: (await unitsOf(tx, office.id)).filter((unit) => isOpenUnit(unit, todayOf(office))),
    }))
    const may = [...policy.values()]
      .filter((row) => isOpenOn(row, network) && mayUse(row, seat.duties))
      .map((row) => row.route)
    ground.reads.add(office.id, dayOf(now), 'GET /api/me')
    return reply
      .header('cache-control', 'no-store')
      .send({ office: own, officer: presentSeat(seat), officers, offices, may, now, units })
  })

  write(
    'POST /api/units',
    { body: contract.newUnit, reply: z.object({ name: z.string() }), status: 201 },
    async (ask, tx) => {
      await addUnits(tx, ask.office.id, [ask.body.name], ask.now, ask.body.kind)
      return accept({ name: ask.body.name })
    },
  )

  const removeSamples = async (except: string | null) => {
    for (const office of await allOffices(ground))
      if (office.sample && office.id !== except) await db.removeOffice(office.id)
  }

  app.route({
    method: 'POST',
    url: '/api/sample/reset',
    schema: { response: { 200: made } },
    handler: async (request, reply) => {
      const key = keyOf(request)
      if (!key) return sendProblem(reply, platformProblems('request.key_missing', {}))
      // The new sample is there before the old one goes: a failure in between leaves one too many, never none.
      const officeId = await samples.reset(idOfKey(key))
      await removeSamples(officeId)
      const office = await officeById(ground, officeId)
      const cookie = office ? await sessionFor(db, office, {}) : null
      return setSessionCookie(request, reply, cookie ?? '').send({ officeId })
    },
  })

  app.route({
    method: 'POST',
    url: '/api/samples',
    schema: { body: contract.newSample, response: { 201: made } },
    handler: async (request, reply) => {
      const key = keyOf(request)
      if (!key) return sendProblem(reply, platformProblems('request.key_missing', {}))
      const wanted = request.body as z.output<typeof contract.newSample>
      const officeId = idOfKey(key)
      const { seed, name } = wanted
      const until = wanted.until === undefined ? undefined : day(wanted.until)
      const { from, to } = samples.days
      if (until !== undefined && (until < from || until > to))
        return sendProblem(reply, platformProblems('office.sample_day', { from, to }))
      const namesake = (await officesOfMachine(db, clock)).find((one) => one.name === name && one.id !== officeId)
      if (namesake) return sendProblem(reply, platformProblems('office.name_taken', { name }))
      return reply.code(201).send({ officeId: await samples.simulate(officeId, { seed, name, until }) })
    },
  })

  app.route({
    method: 'DELETE',
    url: '/api/sample',
    schema: { response: { 200: done } },
    handler: async (request, reply) => {
      const found = await letIn(request, ground, 'DELETE /api/sample')
      if (!found.ok) return sendProblem(reply, found.problem)
      if (!keyOf(request)) return sendProblem(reply, platformProblems('request.key_missing', {}))
      await removeSamples(null)
      // The sample's own audit went with it; the server's log is where its end is on record.
      request.log.warn({ route: 'DELETE /api/sample' }, 'sample office removed')
      return clearSessionCookie(request, reply).send({ ok: true })
    },
  })
}
