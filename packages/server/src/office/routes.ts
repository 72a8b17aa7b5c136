import * as contract from '@guatu/contract'
import { accept, type Instant, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { runCommand } from '../platform/command.ts'
import type { Database, Tx } from '../platform/db.ts'
import { cookieName, doorsOf, type Ground, sendProblem } from '../platform/http.ts'
import { allOffices, type Office, officeById, todayOf } from '../platform/office.ts'
import { mayUse } from '../platform/policy.ts'
import { platformProblems } from '../platform/problems.ts'
import { openSession, type Seat } from '../platform/seat.ts'
import { addUnits, makeOffice, officersOf, unitsOf, yearsOf } from './store.ts'

/** Makes the sample office anew and returns its id; handed in, because a sample passes through every stage. */
export type MakeSample = () => Promise<string>

const done = z.object({ ok: z.literal(true) })
const made = z.object({ officeId: z.string() })
export const cookieOptions = { path: '/', httpOnly: true, sameSite: 'strict' } as const

const present = async (db: Database, office: Office): Promise<contract.Me['office']> => ({
  id: office.id,
  name: office.name,
  sample: office.sample,
  today: todayOf(office),
  years: await db.inOffice(office.id, (tx) => yearsOf(tx, office.id)),
})

async function seatOfOfficer(tx: Tx, officeId: string, officerId: string | undefined): Promise<Seat | null> {
  const people = await tx
    .selectFrom('officer')
    .where('officeId', '=', officeId)
    .selectAll()
    .orderBy('position')
    .execute()
  const officer = officerId ? people.find((person) => person.id === officerId) : people[0]
  if (!officer) return null
  return {
    officeId,
    officerId: officer.id,
    name: officer.name,
    post: officer.post,
    unitId: officer.unitId,
    duties: officer.duties,
  }
}

/** Opens a session for an officer of an office, the first one where none is named. Null where there is no such person. */
export const sessionFor = (
  db: Database,
  officeId: string,
  officerId: string | undefined,
  now: Instant,
): Promise<string | null> =>
  db.inOffice(officeId, async (tx) => {
    const seat = await seatOfOfficer(tx, officeId, officerId)
    return seat ? openSession(tx, officeId, seat.officerId, now) : null
  })

export function officeRoutes(app: FastifyInstance, ground: Ground, makeSample: MakeSample): void {
  const { db, clock, policy } = ground
  const { read, write } = doorsOf(app, ground)

  app.get(
    '/api/offices',
    { schema: { response: { 200: z.object({ offices: z.array(contract.officeRow) }) } } },
    async () => ({
      offices: await Promise.all((await allOffices(db, clock)).map((office) => present(db, office))),
    }),
  )

  app.post(
    '/api/offices',
    { schema: { body: contract.newOffice, response: { 201: made } } },
    async (request, reply) => {
      const { name, units } = request.body as z.output<typeof contract.newOffice>
      const officeId = await makeOffice(db, { name, units, sampleToday: null }, clock.now())
      return reply.code(201).send({ officeId })
    },
  )

  app.post(
    '/api/session',
    { schema: { body: contract.switchOfficer, response: { 200: done } } },
    async (request, reply) => {
      const { officeId, officerId } = request.body as z.output<typeof contract.switchOfficer>
      const office = await officeById(db, clock, officeId)
      const seat = office ? await db.inOffice(officeId, (tx) => seatOfOfficer(tx, officeId, officerId)) : null
      if (!office || !seat) return sendProblem(reply, platformProblems('request.not_found', { what: '这个身份' }))
      const key = request.headers['idempotency-key']
      if (typeof key !== 'string') return sendProblem(reply, platformProblems('request.key_missing', {}))
      const command = {
        seat,
        route: 'POST /api/session',
        object: '/api/session',
        idempotencyKey: key,
        request: request.body,
        detail: {},
      }
      let cookie = ''
      const answer = await runCommand({ db, clock: office.clock }, command, async (tx) => {
        cookie = await openSession(tx, officeId, seat.officerId, office.clock.now())
        return accept({ ok: true as const })
      })
      if (!answer.ok) return sendProblem(reply, answer.problem)
      // A repeated request gets a session of its own: the first one's secret was never kept.
      cookie ||= (await sessionFor(db, officeId, seat.officerId, office.clock.now())) ?? ''
      return reply.setCookie(cookieName, cookie, cookieOptions).send({ ok: true })
    },
  )

  read('GET /api/me', { reply: contract.me }, async ({ seat, office, now }, tx) => {
    const officers = (await officersOf(tx, office.id)).map((o) => ({
      ...o,
      duties: o.duties as contract.Officer['duties'],
    }))
    const officer = officers.find((o) => o.id === seat.officerId)
    if (!officer) return reject(platformProblems('request.no_seat', {}))
    const units = (await unitsOf(tx, office.id)).map((u) => ({
      ...u,
      kind: u.kind as contract.Me['units'][number]['kind'],
    }))
    const offices = await Promise.all((await allOffices(db, clock)).map((o) => present(db, o)))
    const own = await present(db, office)
    const may = [...policy.values()].filter((row) => mayUse(row, seat.duties)).map((row) => row.route)
    return accept({ office: own, officer, officers, offices, may, now, units })
  })

  write(
    'POST /api/units',
    { body: contract.newUnit, reply: z.object({ name: z.string() }), status: 201 },
    async (ask, tx) => {
      await addUnits(tx, ask.office.id, [ask.body.name], ask.now)
      return accept({ name: ask.body.name })
    },
  )

  const sampleGone = async () => {
    for (const office of await allOffices(db, clock)) if (office.sample) await db.removeOffice(office.id)
  }

  app.post('/api/sample/reset', { schema: { response: { 200: made } } }, async (_request, reply) => {
    await sampleGone()
    const officeId = await makeSample()
    const cookie = await sessionFor(db, officeId, undefined, clock.now())
    return reply.setCookie(cookieName, cookie ?? '', cookieOptions).send({ officeId })
  })

  app.delete('/api/sample', { schema: { response: { 200: done } } }, async (_request, reply) => {
    await sampleGone()
    return reply.clearCookie(cookieName, { path: '/' }).send({ ok: true })
  })
}
