import * as contract from '@guatu/contract'
import { identityProblems } from '@guatu/core/identity'
import { accept, type Result, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Tx } from '../platform/db.ts'
import type { Ground } from '../platform/http.ts'
import { endSessions, type Seated } from '../platform/session.ts'
import { accountOf } from './accounts.ts'
import { proveAgain } from './change-password.ts'
import { type Desk, waitProblem } from './desk.ts'
import { asksForFactor } from './enter.ts'
import { type Counted, factorCountsOf, succeeded, takeTry } from './failures.ts'
import { type OwnAsk, ownDoors } from './own-doors.ts'
import { hasPassword } from './passwords.ts'
import { appNames, beginFactor, confirmFactor, endFactors, factorAccepts, hasSecondFactor } from './second-factors.ts'

const done = z.object({ ok: z.literal(true) })
const ok = { ok: true } as const

/** How somebody proves who they are, as far as the page of their own sign-ins has to know it. */
export async function ownProofs(
  tx: Tx,
  { profile }: Desk,
  { seat, office }: Seated,
): Promise<Pick<contract.MySessions, 'hasPassword' | 'secondFactor'>> {
  const account = await accountOf(tx, office.id, seat.officerId)
  return {
    // Without an account's name there is no door that a password opens.
    hasPassword: account !== null && account.loginName !== '' && (await hasPassword(tx, seat)),
    secondFactor: {
      on: await hasSecondFactor(tx, seat),
      asked: await asksForFactor(tx, office, seat, profile),
    },
  }
}

type Ask = OwnAsk<unknown, unknown>

const proofsNow = (desk: Desk, ask: Ask) => desk.db.inOffice(ask.office.id, (tx) => ownProofs(tx, desk, ask))

/** Has the password proved again; who comes by the unit's login alone has none to ask for. */
async function byPassword(desk: Desk, ask: Ask, route: string, password: string): Promise<Result<null>> {
  if (ask.office.kind !== 'formal') return reject(identityProblems('identity.not_formal', {}))
  if (!(await proofsNow(desk, ask)).hasPassword) return accept(null)
  const proved = await proveAgain(desk, ask, { route, address: ask.address, device: '' }, password)
  return proved.ok ? accept(null) : proved
}

/**
 * Lets a code be looked at, counted as a failure beforehand, as at a sign-in. Null where no code will be looked at: the
 * second factor is not (`whileOn`) in the state in which one is asked for.
 */
async function takeCode(desk: Desk, ask: Ask, whileOn: boolean): Promise<Result<Counted | null>> {
  const { office, seat, address } = ask
  if (office.kind !== 'formal') return reject(identityProblems('identity.not_formal', {}))
  const { on, asked } = (await proofsNow(desk, ask)).secondFactor
  if (on !== whileOn || (on && asked)) return accept(null)
  const counted = factorCountsOf(desk.keys, office.id, seat.officerId, address)
  const seconds = await desk.db.inOffice(office.id, (tx) => takeTry(tx, counted, office.clock.now(), desk.profile))
  return seconds > 0 ? waitProblem(seconds) : accept(counted)
}

/** Doors to one's own second factor, for whoever wants one that no post asks for. A change of it ends all other sessions. */
export function ownFactorRoutes(app: FastifyInstance, ground: Ground, desk: Desk): void {
  const own = ownDoors(app, ground)
  const { keys, profile } = desk

  async function byCode(
    tx: Tx,
    { seat, office, session }: Ask,
    counted: Counted | null,
    check: (tx: Tx) => Promise<boolean>,
  ): Promise<Result<typeof ok>> {
    if (counted === null || !(await check(tx))) return reject(identityProblems('identity.step_refused', {}))
    const now = office.clock.now()
    await succeeded(tx, counted, now, profile)
    await endSessions(tx, office.id, seat.officerId, now, session.id)
    return accept(ok)
  }

  own(
    'POST /api/my/second-factor',
    { body: contract.provenAgain, reply: contract.ownEnrolment },
    (ask) => byPassword(desk, ask, 'POST /api/my/second-factor', ask.body.password),
    async ({ seat, office, once }, tx) => {
      if (await hasSecondFactor(tx, seat)) return reject(identityProblems('identity.factor_on', {}))
      const account = await accountOf(tx, office.id, seat.officerId)
      const names = appNames(office, account ?? { loginName: '', name: seat.name })
      once(await beginFactor(tx, keys, seat, { ...names, now: office.clock.now(), profile }))
      return accept({ uri: null, secret: null })
    },
  )

  own(
    'POST /api/my/second-factor/confirm',
    { body: contract.factorStep, reply: done },
    (ask) => takeCode(desk, ask, false),
    async (ask, tx, counted) => {
      const { seat, office, body } = ask
      if (await hasSecondFactor(tx, seat)) return reject(identityProblems('identity.factor_on', {}))
      const typed = { code: body.code, now: office.clock.now(), profile }
      return byCode(tx, ask, counted, (within) => confirmFactor(within, keys, seat, typed))
    },
  )

  own(
    'POST /api/my/second-factor/end',
    { body: contract.endFactor, reply: done },
    async (ask) => {
      const proved = await byPassword(desk, ask, 'POST /api/my/second-factor/end', ask.body.password)
      return proved.ok ? takeCode(desk, ask, true) : proved
    },
    async (ask, tx, counted) => {
      const { seat, office, body } = ask
      const { on, asked } = (await ownProofs(tx, desk, ask)).secondFactor
      if (!on) return reject(identityProblems('identity.factor_off', {}))
      if (asked) return reject(identityProblems('identity.factor_asked', {}))
      const now = office.clock.now()
      const ended = await byCode(tx, ask, counted, (within) =>
        factorAccepts(within, keys, seat, { code: body.code, now, profile }),
      )
      if (ended.ok) await endFactors(tx, seat, now)
      return ended
    },
  )
}
