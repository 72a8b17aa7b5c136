import { type IdentityProfile, identityProblems } from '@guatu/core/identity'
import { type Instant, instant, type Result, reject } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'
import { hold } from '../platform/hold.ts'
import type { Keys } from '../platform/keys.ts'
import { openText, sealText } from '../platform/sealed-text.ts'
import type { Hasher } from './hashing.ts'

interface Person {
  readonly officeId: string
  readonly officerId: string
}

/** A password of somebody: its hash, and which of theirs it is. */
export interface KeptPassword {
  readonly number: number
  readonly hash: string
  readonly setAt: Instant
}

const placeOf = ({ officeId, officerId }: Person) => `password ${officeId} ${officerId}`
const seal = (keys: Keys, person: Person, hash: string) =>
  sealText(keys.of('password', person.officeId), placeOf(person), hash)

/** The last so many passwords of a person, the one in force first. */
export async function passwordsOf(tx: Tx, keys: Keys, person: Person, last: number): Promise<KeptPassword[]> {
  const rows = await tx
    .selectFrom('password')
    .where('officeId', '=', person.officeId)
    .where('officerId', '=', person.officerId)
    .select(['number', 'sealed', 'setAt'])
    .orderBy('number', 'desc')
    .limit(last)
    .execute()
  const key = keys.of('password', person.officeId)
  return rows.map(({ number, sealed, setAt }) => ({
    number,
    hash: openText(key, placeOf(person), sealed),
    setAt: instant(setAt),
  }))
}

export const hasPassword = async (tx: Tx, { officeId, officerId }: Person): Promise<boolean> =>
  (await tx
    .selectFrom('password')
    .where('officeId', '=', officeId)
    .where('officerId', '=', officerId)
    .select('number')
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Whether a new password is none of the last ones, and its hash: `identity.password_again` where it is. */
export async function freshHash(
  hasher: Hasher,
  password: string,
  last: readonly KeptPassword[],
  profile: IdentityProfile,
): Promise<Result<string>> {
  for (const { hash } of last) {
    const same = await hasher.verify(password, hash)
    if (!same.ok) return same
    if (same.value)
      return reject(identityProblems('identity.password_again', { last: profile.password.lastRefused.value }))
  }
  return hasher.hash(password)
}

export interface NewPassword {
  /** The number of the one that was in force when this one was chosen; 0 for none. */
  readonly after: number
  readonly hash: string
  readonly now: Instant
  readonly profile: IdentityProfile
}

/** Puts a password in force, removes those that may come again, and says whether nobody was faster with another. */
export async function setPassword(
  tx: Tx,
  keys: Keys,
  person: Person,
  { after, hash, now, profile }: NewPassword,
): Promise<boolean> {
  const { officeId, officerId } = person
  await hold(tx, placeOf(person))
  const [newest] = await passwordsOf(tx, keys, person, 1)
  if ((newest?.number ?? 0) !== after) return false
  const number = after + 1
  await tx
    .insertInto('password')
    .values({ officeId, officerId, number, sealed: seal(keys, person, hash), setAt: now })
    .execute()
  await tx
    .deleteFrom('password')
    .where('officeId', '=', officeId)
    .where('officerId', '=', officerId)
    .where('number', '<=', number - profile.password.lastRefused.value)
    .execute()
  return true
}

/** Keeps the same password as it is hashed today. */
export const rehashed = (tx: Tx, keys: Keys, person: Person, number: number, hash: string) =>
  tx
    .updateTable('password')
    .set({ sealed: seal(keys, person, hash) })
    .where('officeId', '=', person.officeId)
    .where('officerId', '=', person.officerId)
    .where('number', '=', number)
    .execute()
