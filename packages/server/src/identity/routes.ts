import * as contract from '@guatu/contract'
import { identityProblems } from '@guatu/core/identity'
import { accept, type Result, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Tx } from '../platform/db.ts'
import { type Ground, letIn, sendProblem } from '../platform/http.ts'
import { todayOf } from '../platform/office.ts'
import { platformProblems } from '../platform/problems.ts'
import { seatIn } from '../platform/seat.ts'
import { endSession, endSessions, openSession, type Seated } from '../platform/session.ts'
import { type Account, accountOf, isLastSecurity, setDisabled } from './accounts.ts'
import { changeOf } from './change-password.ts'
import { issueCode } from './codes.ts'
import type { Desk } from './desk.ts'
import { entranceRoutes } from './entrance.ts'
import { ownDoors } from './own-doors.ts'
import { ownFactorRoutes, ownProofs } from './own-factor.ts'
import { setPassword } from './passwords.ts'
import { hadSecondFactor } from './second-factors.ts'
import { isOwnSession, sessionsOf } from './sessions.ts'

const done = z.object({ ok: z.literal(true) })
const byId = z.object({ id: contract.id })
const body = contract.noBody
const asItIs = async () => accept(null)
const ok = { ok: true } as const

const somebody = async (tx: Tx, { seat }: Seated, id: string): Promise<Result<Account>> => {
  const account = await accountOf(tx, seat.officeId, id)
  return account ? accept(account) : reject(platformProblems('request.not_found', { what: '这位同志' }))
}

/** Ways in, one's own sessions, password and second factor, and what the security administrator does for others. */
export function identityRoutes(app: FastifyInstance, ground: Ground, desk: Desk): void {
  entranceRoutes(app, desk, ground)
  ownRoutes(app, ground, desk)
  ownFactorRoutes(app, ground, desk)
  keeperRoutes(app, ground, desk)
}

function ownRoutes(app: FastifyInstance, ground: Ground, desk: Desk): void {
  const own = ownDoors(app, ground)
  const { keys, profile } = desk
  const asking: readonly string[] = profile.secondFactor.duties.value

  app.get('/api/my/sessions', { schema: { response: { 200: contract.mySessions } } }, async (request, reply) => {
    const found = await letIn(request, ground, 'GET /api/my/sessions')
    if (!found.ok) return sendProblem(reply, found.problem)
    const { seat, office } = found.value
    const listed = await ground.db.inOffice(office.id, async (tx) => ({
      loginName: (await accountOf(tx, office.id, seat.officerId))?.loginName ?? '',
      sessions: await sessionsOf(tx, found.value, office.clock.now(), profile),
      ...(await ownProofs(tx, desk, found.value)),
    }))
    return reply.header('cache-control', 'no-store').send(listed)
  })

  own('POST /api/sign-out', { body, reply: done }, asItIs, async ({ session, office, cookie }, tx) => {
    if (office.kind !== 'formal') return reject(identityProblems('identity.not_formal', {}))
    await endSession(tx, session, office.clock.now())
    cookie(null)
    return accept(ok)
  })

  own('POST /api/my/sessions/:id/end', { params: byId, body, reply: done }, asItIs, async (ask, tx) => {
    const { seat, office, session, params } = ask
    if (!(await isOwnSession(tx, ask, params.id)))
      return reject(platformProblems('request.not_found', { what: '这个登录' }))
    await endSession(tx, { officeId: seat.officeId, id: params.id }, office.clock.now())
    if (params.id === session.id) ask.cookie(null)
    return accept(ok)
  })

  own('POST /api/my/sessions/end-others', { body, reply: done }, asItIs, async ({ seat, office, session }, tx) => {
    await endSessions(tx, office.id, seat.officerId, office.clock.now(), session.id)
    return accept(ok)
  })

  own('POST /api/my/post', { body: contract.switchPost, reply: done }, asItIs, async (ask, tx) => {
    const { seat, office, session } = ask
    const now = office.clock.now()
    const other = await seatIn(tx, office.id, todayOf(office), { officerId: seat.officerId, postId: ask.body.postId })
    if (!other) return reject(platformProblems('request.not_found', { what: '您的这个岗位' }))
    // A post that came after the sign-in may ask for more than the sign-in did.
    const asks = other.duties.some((duty) => asking.includes(duty))
    if (asks && !session.factorElsewhere && !(await hadSecondFactor(tx, seat, session.startedAt)))
      return reject(identityProblems('identity.factor_first', { post: other.post }))
    // Of several switches at once one goes on; it keeps the time of the sign-in, so that nobody stays in by switching.
    if (!(await endSession(tx, session, now))) return reject(platformProblems('request.no_seat', {}))
    const { signedInBy, agent, factorElsewhere, startedAt } = session
    ask.cookie(await openSession(tx, other, now, { signedInBy, agent, factorElsewhere, startedAt }))
    return accept(ok)
  })

  own(
    'POST /api/my/password',
    { body: contract.changePassword, reply: done },
    (ask) => changeOf(desk, ask, { route: 'POST /api/my/password', address: ask.address, device: '' }, ask.body),
    async ({ seat, office, session }, tx, { hash, after }) => {
      const now = office.clock.now()
      if (!(await setPassword(tx, keys, seat, { after, hash, now, profile })))
        return reject(identityProblems('identity.old_refused', {}))
      await endSessions(tx, office.id, seat.officerId, now, session.id)
      return accept(ok)
    },
  )
}

function keeperRoutes(app: FastifyInstance, ground: Ground, { profile }: Desk): void {
  const own = ownDoors(app, ground)

  own('POST /api/officers/:id/code', { params: byId, body, reply: contract.issuedCode }, asItIs, async (ask, tx) => {
    const { seat, office, params } = ask
    const found = await somebody(tx, ask, params.id)
    if (!found.ok) return found
    const { officerId, name, loginName } = found.value
    if (officerId === seat.officerId) return reject(identityProblems('identity.own_code', {}))
    if (loginName === '') return reject(identityProblems('identity.no_login_name', { name }))
    const validDays = profile.signIn.codeDays.value
    const now = office.clock.now()
    const code = await issueCode(tx, { officeId: office.id, officerId, issuedBy: seat.officerId, now, validDays })
    ask.once({ code })
    return accept({ name, loginName, code: null, validDays })
  })

  own('POST /api/officers/:id/disable', { params: byId, body, reply: done }, asItIs, async (ask, tx) => {
    const { seat, office, params } = ask
    const found = await somebody(tx, ask, params.id)
    if (!found.ok) return found
    if (params.id === seat.officerId) return reject(identityProblems('identity.own_account', {}))
    if (await isLastSecurity(tx, office.id, params.id, todayOf(office)))
      return reject(identityProblems('identity.last_security', { name: found.value.name }))
    const now = office.clock.now()
    await setDisabled(tx, office.id, params.id, now)
    await endSessions(tx, office.id, params.id, now)
    return accept(ok)
  })

  own('POST /api/officers/:id/enable', { params: byId, body, reply: done }, asItIs, async (ask, tx) => {
    const found = await somebody(tx, ask, ask.params.id)
    if (!found.ok) return found
    await setDisabled(tx, ask.office.id, ask.params.id, null)
    return accept(ok)
  })
}
