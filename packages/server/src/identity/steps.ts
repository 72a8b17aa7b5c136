import type * as contract from '@guatu/contract'
import { identityProblems, passwordProblem } from '@guatu/core/identity'
import { accept, assert, type Instant, type Result, reject } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'
import { todayOf } from '../platform/office.ts'
import { seatIn } from '../platform/seat.ts'
import { endSession, endSessions, type Found, openSession, type Step } from '../platform/session.ts'
import { type Account, accountOf } from './accounts.ts'
import { type Caller, type Desk, type Entered, refuse, waitProblem } from './desk.ts'
import { type Counted, factorCountsOf, succeeded, takeTry } from './failures.ts'
import { freshHash, passwordsOf, setPassword } from './passwords.ts'
import { appNames, beginFactor, confirmFactor, factorAccepts } from './second-factors.ts'
import { recordTry, type SignInTry } from './trail.ts'

/** Somebody in the middle of a sign-in. */
export interface Midway extends Found, Caller {}

const over = () => reject(identityProblems('identity.steps_over', {}))

async function accountAt(tx: Tx, { session }: Midway): Promise<Account> {
  const account = await accountOf(tx, session.officeId, session.officerId)
  assert(account, 'a session is of somebody')
  return account
}

async function tryAt(tx: Tx, { office, session, route }: Midway, account: Account, now: Instant): Promise<SignInTry> {
  const seat = await seatIn(tx, office.id, todayOf(office), session)
  return { officeId: office.id, route, now, account, accountKey: '', seat }
}

/** Goes on from a step that was taken and a session that was ended: another, with a new secret, has what is left to do. */
async function goOn(tx: Tx, { session }: Midway, now: Instant): Promise<Entered> {
  const awaits = session.awaits.slice(1)
  const { signedInBy, agent, startedAt } = session
  const times = awaits.length > 0 ? { startedAt } : {}
  const cookie = await openSession(tx, session, now, { signedInBy, awaits, agent, ...times })
  return { cookie, next: awaits[0] ?? null }
}

const isAt = ({ session }: Midway, step: Step): boolean => session.awaits[0] === step

type Check = (tx: Tx, account: Account, now: Instant) => Promise<boolean>

/** Takes a step by a code of the phone. Who waits in turn for the count of failures uses a code once, however often sent. */
async function byCode(desk: Desk, midway: Midway, counted: Counted, check: Check): Promise<Result<Entered>> {
  const { office } = midway
  return desk.db.inOffice(office.id, async (tx) => {
    const now = office.clock.now()
    const seconds = await takeTry(tx, counted, now, desk.profile)
    if (seconds > 0) return waitProblem(seconds)
    const account = await accountAt(tx, midway)
    const tried = await tryAt(tx, midway, account, now)
    if (!(await check(tx, account, now))) return refuse(tx, tried, identityProblems('identity.step_refused', {}))
    if (!(await endSession(tx, midway.session, now))) return over()
    const entered = await goOn(tx, midway, now)
    await succeeded(tx, counted, now, desk.profile)
    await recordTry(tx, tried, null, { next: entered.next ?? '' })
    return accept(entered)
  })
}

const countsAt = ({ keys }: Desk, { office, session, address }: Midway): Counted =>
  factorCountsOf(keys, office.id, session.officerId, address)

/** The second step: a code of the app on the phone. */
export async function secondStep(desk: Desk, midway: Midway, code: string): Promise<Result<Entered>> {
  if (!isAt(midway, 'secondFactor')) return over()
  const { keys, profile } = desk
  return byCode(desk, midway, countsAt(desk, midway), (tx, account, now) =>
    factorAccepts(tx, keys, account, { code, now, profile }),
  )
}

/** Begins a second factor and gives what goes into the app, this once. */
export async function beginEnrolment(desk: Desk, midway: Midway): Promise<Result<contract.Enrolment>> {
  if (!isAt(midway, 'enrolment')) return over()
  const { office } = midway
  return desk.db.inOffice(office.id, async (tx) => {
    const now = office.clock.now()
    const account = await accountAt(tx, midway)
    const begun = { ...appNames(office, account), now, profile: desk.profile }
    const factor = await beginFactor(tx, desk.keys, account, begun)
    await recordTry(tx, await tryAt(tx, midway, account, now), null)
    return accept(factor)
  })
}

/** Puts the begun second factor in force by its first code. */
export async function confirmEnrolment(desk: Desk, midway: Midway, code: string): Promise<Result<Entered>> {
  if (!isAt(midway, 'enrolment')) return over()
  const { keys, profile } = desk
  return byCode(desk, midway, countsAt(desk, midway), (tx, account, now) =>
    confirmFactor(tx, keys, account, { code, now, profile }),
  )
}

/** Sets a new password in place of one that is due. */
export async function duePassword(desk: Desk, midway: Midway, password: string): Promise<Result<Entered>> {
  if (!isAt(midway, 'password')) return over()
  const { office, session } = midway
  const { keys, profile } = desk
  const { account, last } = await desk.db.inOffice(office.id, async (tx) => {
    const account = await accountAt(tx, midway)
    return { account, last: await passwordsOf(tx, keys, account, profile.password.lastRefused.value) }
  })
  const unfit = passwordProblem(password, account.loginName, profile)
  if (unfit) return reject(unfit)
  const hash = await freshHash(desk.hasher, password, last, profile)
  if (!hash.ok) return hash
  return desk.db.inOffice(office.id, async (tx) => {
    const now = office.clock.now()
    const tried = await tryAt(tx, midway, account, now)
    if (!(await endSession(tx, session, now))) return over()
    const after = last[0]?.number ?? 0
    if (!(await setPassword(tx, keys, account, { after, hash: hash.value, now, profile }))) return over()
    await endSessions(tx, office.id, account.officerId, now)
    const entered = await goOn(tx, midway, now)
    await recordTry(tx, tried, null, { next: entered.next ?? '' })
    return accept(entered)
  })
}
