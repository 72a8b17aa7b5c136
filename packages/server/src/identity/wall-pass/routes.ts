import * as contract from '@guatu/contract'
import { accept, type Day, day, dayOf, type Instant, instant, type Result, reject } from '@guatu/core/shared'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { officersOf } from '../../office/index.ts'
import { runCommand } from '../../platform/command.ts'
import type { Tx } from '../../platform/db.ts'
import { doorsOf, type Ground, keyOf, type Looking, letIn, sendProblem } from '../../platform/http.ts'
import { newId } from '../../platform/ids.ts'
import { type Office, officeById, todayOf } from '../../platform/office.ts'
import { platformProblems } from '../../platform/problems.ts'
import { setWallCookie, wallCookieOf } from './cookie.ts'
import { presentPasses } from './present.ts'
import { wallPassProblems } from './problems.ts'
import type { WallPassRulesOn } from './rules.ts'
import { isOver, wallSeat } from './seat.ts'
import { codeHashOf, codeOf, secretHashOf, secretOf } from './secrets.ts'
import { addPass, bindPass, type KeptPass, passesOf, passOfCode, revokePass } from './store.ts'

const done = z.object({ ok: z.literal(true) })
const byId = z.object({ id: contract.id })

const hoursLater = (at: Instant, hours: number): Instant =>
  instant(new Date(Date.parse(at) + hours * 3_600_000).toISOString())

export function wallPassRoutes(app: FastifyInstance, ground: Ground, rulesOn: WallPassRulesOn): void {
  const { db, keys } = ground
  const { read, write } = doorsOf(app, ground)

  read('GET /api/wall-passes', { reply: contract.wallPasses }, async ({ office, now }, tx) => {
    const names = new Map((await officersOf(tx, office.id)).map(({ id, name }) => [id, name]))
    const passes = await passesOf(tx, office.id)
    return accept(presentPasses(passes, (id) => names.get(id) ?? '', { today: todayOf(office), now }))
  })

  write(
    'POST /api/wall-passes/:id/revoke',
    { params: byId, body: z.strictObject({}), reply: done },
    async (ask, tx) => {
      const found = await revokePass(tx, ask.office.id, ask.params.id, ask.seat.officerId, ask.now)
      return found
        ? accept({ ok: true as const })
        : reject(platformProblems('request.not_found', { what: '这个大屏凭证' }))
    },
  )

  const issue = async (
    tx: Tx,
    { seat, office }: Looking,
    asked: contract.NewWallPass,
  ): Promise<Result<{ id: string }>> => {
    const until: Day | null = asked.until === null ? null : day(asked.until)
    if (until !== null && until < todayOf(office)) return reject(wallPassProblems('wall_pass.until_past', { until }))
    const [id, now] = [newId(), office.clock.now()]
    await addPass(tx, office.id, {
      id,
      screen: asked.screen,
      unitId: seat.unitId,
      issuedBy: seat.officerId,
      issuedAt: now,
      bindBy: hoursLater(now, rulesOn(dayOf(now)).bindHours),
      untilDay: until,
      codeHash: codeHashOf(keys, office.id, codeOf(keys, office.id, id)),
    })
    return accept({ id })
  }

  // Not one of the doors: what these keep as the answer of a key is in the database, and the code shall not be.
  app.route({
    method: 'POST',
    url: '/api/wall-passes',
    schema: { body: contract.newWallPass, response: { 201: contract.issuedWallPass } },
    handler: async (request, reply) => {
      const found = await letIn(request, ground, 'POST /api/wall-passes')
      if (!found.ok) return sendProblem(reply, found.problem)
      const idempotencyKey = keyOf(request)
      if (!idempotencyKey) return sendProblem(reply, platformProblems('request.key_missing', {}))
      const { seat, office } = found.value
      const asked = request.body as contract.NewWallPass
      const detail = { screen: asked.screen }
      const command = { ...wayOf(request), seat, idempotencyKey, request: asked, detail }
      const answer = await runCommand({ db, clock: office.clock }, command, (tx) => issue(tx, found.value, asked), 201)
      if (!answer.ok) return sendProblem(reply, answer.problem)
      const { id } = answer.value.body as { id: string }
      return reply.code(201).send({ id, code: codeOf(keys, office.id, id) })
    },
  })

  app.route({
    method: 'POST',
    url: '/api/wall-passes/bind',
    schema: { body: contract.bindWallPass, response: { 200: done } },
    handler: async (request, reply) => {
      const idempotencyKey = keyOf(request)
      if (!idempotencyKey) return sendProblem(reply, platformProblems('request.key_missing', {}))
      const { officeId, code } = request.body as contract.BindWallPass
      const office = await officeById(ground, officeId)
      const codeHash = codeHashOf(keys, officeId, code)
      const pass = office ? await db.inOffice(officeId, (tx) => passOfCode(tx, officeId, codeHash)) : undefined
      if (!office || !pass) return sendProblem(reply, wallPassProblems('wall_pass.code_void', {}))
      return bind(request, reply, office, pass, idempotencyKey)
    },
  })

  const bind = async (
    request: FastifyRequest,
    reply: FastifyReply,
    office: Office,
    pass: KeptPass,
    idempotencyKey: string,
  ) => {
    const secret = secretOf(keys, office.id, pass.id, idempotencyKey)
    const seat = { ...wallSeat(office.id, pass), unitId: pass.unitId }
    const command = { ...wayOf(request), seat, idempotencyKey, request: pass.id, detail: { screen: pass.screen } }
    const answer = await runCommand({ db, clock: office.clock }, command, async (tx) => {
      const now = office.clock.now()
      const hash = secretHashOf(keys, office.id, secret)
      const bound = !isOver(pass, todayOf(office)) && (await bindPass(tx, office.id, pass.id, hash, now))
      return bound ? accept({ ok: true as const }) : reject(wallPassProblems('wall_pass.code_void', {}))
    })
    if (!answer.ok) return sendProblem(reply, answer.problem)
    return setWallCookie(request, reply, `${office.id}.${secret}`).send({ ok: true })
  }

  // Browsers drop a cookie after a while, however it was made; a screen that works keeps it.
  // A wall that is kept goes out as it is written, so this is looked at last of all.
  app.addHook('onSend', async (request, reply, payload) => {
    const held =
      request.routeOptions.url === '/api/wall' && reply.statusCode === 200 ? wallCookieOf(request) : undefined
    if (held !== undefined) setWallCookie(request, reply, held)
    return payload
  })
}

const wayOf = (request: FastifyRequest) => ({
  route: `${request.method} ${request.routeOptions.url ?? ''}`,
  object: request.url.split('?')[0] ?? '',
})
