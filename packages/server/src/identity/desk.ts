import { type IdentityProfile, identityProblems } from '@guatu/core/identity'
import { type Instant, type Problem, type Result, reject } from '@guatu/core/shared'
import type { Database, Tx } from '../platform/db.ts'
import type { Keys } from '../platform/keys.ts'
import { type Office, todayOf } from '../platform/office.ts'
import { type Seat, seatIn } from '../platform/seat.ts'
import type { Step } from '../platform/session.ts'
import { type Account, accountNamed } from './accounts.ts'
import { type Counted, countsOf, giveBack, takeTry } from './failures.ts'
import type { Hasher } from './hashing.ts'
import { type KeptPassword, passwordsOf } from './passwords.ts'
import { recordTry, type SignInTry } from './trail.ts'

/** What sign-ins are handled with. */
export interface Desk {
  readonly db: Database
  readonly keys: Keys
  readonly hasher: Hasher
  readonly profile: IdentityProfile
}

/** Where a try comes from, and to which door. */
export interface Caller {
  readonly route: string
  readonly address: string
  readonly device: string
}

/** Somebody who says who they are. */
export interface Claimed extends Caller {
  readonly office: Office
  readonly loginName: string
}

/** What a sign-in has come to: the cookie of what was opened, and the step that is asked for next. */
export interface Entered {
  readonly cookie: string
  readonly next: Step | null
}

/** A try that is looked at: whose name it is, if anybody's, with the last passwords of that person. */
export interface Looked {
  readonly account: Account | null
  readonly last: readonly KeptPassword[]
  readonly counted: Counted
}

export const waitProblem = (seconds: number) => reject(identityProblems('identity.wait', { seconds }))

/** Lets a try be looked at, or says how long to wait: the same for a name of nobody. */
export function lookAt({ db, keys, profile }: Desk, { office, loginName, address }: Claimed): Promise<Result<Looked>> {
  const counted = countsOf(keys, office.id, loginName, address)
  return db.inOffice(office.id, async (tx) => {
    const seconds = await takeTry(tx, counted, office.clock.now(), profile)
    if (seconds > 0) return waitProblem(seconds)
    const account = await accountNamed(tx, office.id, loginName)
    const last = account ? await passwordsOf(tx, keys, account, profile.password.lastRefused.value) : []
    return { ok: true, value: { account, last, counted } }
  })
}

/** A try that found no place in the queue was not looked at and does not count. */
export async function turnedAway<T>({ db }: Desk, counted: Counted, refusal: Result<T>): Promise<Result<T>> {
  await db.inOffice(counted.officeId, (tx) => giveBack(tx, counted))
  return refusal
}

/** The try as the log tells of it. */
export const tryOf = (
  { route, office }: Claimed,
  { account, counted }: Looked,
  now: Instant,
  seat: Seat | null = null,
): SignInTry => ({ officeId: office.id, route, now, account, accountKey: counted.account, seat })

/** Refuses a try and has it on record; everything else of the transaction stays as it was. */
export async function refuse<T>(tx: Tx, tried: SignInTry, problem: Problem): Promise<Result<T>> {
  await recordTry(tx, tried, problem)
  return reject(problem)
}

/** The post that somebody sits down in at the sign-in: their own before one they stand in for. */
export const firstSeat = (tx: Tx, office: Office, { officerId }: Account): Promise<Seat | null> =>
  seatIn(tx, office.id, todayOf(office), { officerId })
