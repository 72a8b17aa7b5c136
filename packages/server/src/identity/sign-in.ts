import { identityProblems, isDue, isUnused } from '@guatu/core/identity'
import { accept, type Instant, type Problem, type Result } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'
import { todayOf } from '../platform/office.ts'
import type { Seat } from '../platform/seat.ts'
import type { Step } from '../platform/session.ts'
import { type Account, accountOf, lastSeen } from './accounts.ts'
import {
  type Claimed,
  type Desk,
  type Entered,
  firstSeat,
  type Looked,
  lookAt,
  refuse,
  tryOf,
  turnedAway,
} from './desk.ts'
import { enter, factorStep } from './enter.ts'
import { succeeded } from './failures.ts'
import { type KeptPassword, passwordsOf, rehashed } from './passwords.ts'
import { recordTry } from './trail.ts'

/**
 * Lets somebody in by password, as far as their second factor and a password that is due. An unknown name, a wrong
 * password, a disabled account and one without a password are refused with one answer, after the same work.
 */
export async function signIn(desk: Desk, claimed: Claimed, password: string): Promise<Result<Entered>> {
  const looked = await lookAt(desk, claimed)
  if (!looked.ok) return looked
  const kept = looked.value.last[0] ?? null
  const right = await desk.hasher.verify(password, kept?.hash ?? null)
  if (!right.ok) return turnedAway(desk, looked.value.counted, right)
  // Hashed anew before the transaction; where the queue is full, the next sign-in does it.
  const anew = right.value && kept && desk.hasher.isOld(kept.hash) ? await desk.hasher.hash(password) : null
  const hash = anew?.ok ? anew.value : null
  return desk.db.inOffice(claimed.office.id, (tx) =>
    settle(tx, desk, claimed, looked.value, right.value ? kept : null, hash),
  )
}

async function settle(
  tx: Tx,
  desk: Desk,
  claimed: Claimed,
  looked: Looked,
  proven: KeptPassword | null,
  hash: string | null,
): Promise<Result<Entered>> {
  const { keys, profile } = desk
  const { office, device } = claimed
  const now = office.clock.now()
  const account = proven ? await stillStands(tx, desk, looked, proven) : null
  if (!account || !proven) return refuse(tx, tryOf(claimed, looked, now), identityProblems('identity.refused', {}))
  const seat = await firstSeat(tx, office, account)
  const problem = await whyNot(tx, desk, claimed, account, proven, seat)
  if (problem || !seat)
    return refuse(tx, tryOf(claimed, looked, now, seat), problem ?? identityProblems('identity.no_post', {}))
  if (hash !== null) await rehashed(tx, keys, account, proven.number, hash)
  await succeeded(tx, looked.counted, now, profile)
  const awaits = await stepsOf(tx, desk, claimed, account, proven.setAt)
  const entered = await enter(tx, { seat, signedInBy: 'password', device, awaits }, now, profile)
  await recordTry(tx, tryOf(claimed, looked, now, seat), null, { next: entered.next ?? '' })
  return accept(entered)
}

/** The account as it is now, null where it was disabled or got another password while this one was being looked at. */
async function stillStands(tx: Tx, { keys }: Desk, { account }: Looked, proven: KeptPassword) {
  const now = account ? await accountOf(tx, account.officeId, account.officerId) : null
  if (!now || now.disabled) return null
  const [newest] = await passwordsOf(tx, keys, now, 1)
  return newest?.number === proven.number ? now : null
}

async function whyNot(
  tx: Tx,
  { profile }: Desk,
  { office }: Claimed,
  account: Account,
  { setAt }: KeptPassword,
  seat: Seat | null,
): Promise<Problem | null> {
  const seen = await lastSeen(tx, account)
  const usedAt = seen !== null && seen > setAt ? seen : setAt
  if (isUnused(usedAt, todayOf(office), profile))
    return identityProblems('identity.unused', { days: profile.password.unusedDaysMax.value })
  return seat ? null : identityProblems('identity.no_post', {})
}

async function stepsOf(
  tx: Tx,
  { profile }: Desk,
  { office }: Claimed,
  account: Account,
  setAt: Instant,
): Promise<readonly Step[]> {
  const due = isDue(setAt, todayOf(office), account.side !== 'business', profile)
  return [...(await factorStep(tx, office, account, profile)), ...(due ? (['password'] as const) : [])]
}
