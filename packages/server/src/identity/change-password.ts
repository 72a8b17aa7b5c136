import { identityProblems, passwordProblem } from '@guatu/core/identity'
import { type Result, reject } from '@guatu/core/shared'
import type { Seated } from '../platform/session.ts'
import { accountOf } from './accounts.ts'
import { type Caller, type Desk, type Looked, lookAt, turnedAway } from './desk.ts'
import { succeeded } from './failures.ts'
import { freshHash } from './passwords.ts'

/** A new password that may be set: its hash, and the number of the one it takes the place of. */
export interface Change {
  readonly hash: string
  readonly after: number
}

/** Works out a change of one's own password, before any transaction. */
export async function changeOf(
  desk: Desk,
  seated: Seated,
  caller: Caller,
  { old, password }: { readonly old: string; readonly password: string },
): Promise<Result<Change>> {
  const proved = await proveAgain(desk, seated, caller, old)
  if (!proved.ok) return proved
  const { account, last } = proved.value
  const unfit = passwordProblem(password, account?.loginName ?? '', desk.profile)
  if (unfit) return reject(unfit)
  const hash = await freshHash(desk.hasher, password, last, desk.profile)
  return hash.ok ? { ok: true, value: { hash: hash.value, after: last[0]?.number ?? 0 } } : hash
}

/**
 * Has somebody who is signed in prove their password again. A wrong one counts as a failed sign-in: a desk left alone is
 * no better place to guess from.
 */
export async function proveAgain(
  desk: Desk,
  { seat, office }: Seated,
  caller: Caller,
  password: string,
): Promise<Result<Looked>> {
  if (office.kind !== 'formal') return reject(identityProblems('identity.not_formal', {}))
  const account = await desk.db.inOffice(office.id, (tx) => accountOf(tx, office.id, seat.officerId))
  const loginName = account?.loginName ?? ''
  const looked = await lookAt(desk, { ...caller, office, loginName })
  if (!looked.ok) return looked
  const { last, counted } = looked.value
  const right = await desk.hasher.verify(password, last[0]?.hash ?? null)
  if (!right.ok) return turnedAway(desk, counted, right)
  if (!right.value) return reject(identityProblems('identity.old_refused', {}))
  await desk.db.inOffice(office.id, (tx) => succeeded(tx, counted, office.clock.now(), desk.profile))
  return looked
}
