import { identityProblems, passwordProblem } from '@guatu/core/identity'
import { accept, type Result, reject } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'
import { endSessions } from '../platform/session.ts'
import { codeCounts, useCode } from './codes.ts'
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
import { freshHash, setPassword } from './passwords.ts'
import { endFactors } from './second-factors.ts'
import { recordTry } from './trail.ts'

/**
 * Sets a password of one's own with a one-time code, the first or after a loss, and lets in as far as a second factor:
 * an earlier one has ended with the code. A code that is unknown, void, used or expired is refused with one answer.
 */
export async function firstPassword(
  desk: Desk,
  claimed: Claimed,
  { code, password }: { readonly code: string; readonly password: string },
): Promise<Result<Entered>> {
  const { office, loginName } = claimed
  const unfit = passwordProblem(password, loginName, desk.profile)
  if (unfit) return reject(unfit)
  const looked = await lookAt(desk, claimed)
  if (!looked.ok) return looked
  const { account, last, counted } = looked.value
  const mayCount =
    account !== null &&
    !account.disabled &&
    (await desk.db.inOffice(office.id, (tx) => codeCounts(tx, { ...account, code, now: office.clock.now() })))
  const hash = await freshHash(desk.hasher, password, mayCount ? last : [], desk.profile)
  if (!hash.ok && hash.problem.kind === 'unavailable') return turnedAway(desk, counted, hash)
  return desk.db.inOffice(office.id, (tx) => settle(tx, desk, claimed, looked.value, code, hash))
}

async function settle(
  tx: Tx,
  { keys, profile }: Desk,
  claimed: Claimed,
  looked: Looked,
  code: string,
  hash: Result<string>,
): Promise<Result<Entered>> {
  const { office, device } = claimed
  const { account, last, counted } = looked
  const now = office.clock.now()
  const refused = identityProblems('identity.code_refused', {})
  if (!account || account.disabled) return refuse(tx, tryOf(claimed, looked, now), refused)
  const seat = await firstSeat(tx, office, account)
  const tried = tryOf(claimed, looked, now, seat)
  if (!(await codeCounts(tx, { ...account, code, now }))) return refuse(tx, tried, refused)
  if (!hash.ok) return refuse(tx, tried, hash.problem)
  if (!seat) return refuse(tx, tried, identityProblems('identity.no_post', {}))
  if (!(await useCode(tx, { ...account, code, now }))) return refuse(tx, tried, refused)
  const after = last[0]?.number ?? 0
  // Whoever changed the password in between knows it: their change stands, and the code is used up.
  if (!(await setPassword(tx, keys, account, { after, hash: hash.value, now, profile })))
    return refuse(tx, tried, refused)
  await endFactors(tx, account, now)
  await endSessions(tx, office.id, account.officerId, now)
  await succeeded(tx, counted, now, profile)
  const awaits = await factorStep(tx, office, account, profile)
  const entered = await enter(tx, { seat, signedInBy: 'password', device, awaits }, now, profile)
  await recordTry(tx, tried, null, { next: entered.next ?? '' })
  return accept(entered)
}
