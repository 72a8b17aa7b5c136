import type { IdentityProfile } from '@guatu/core/identity'
import type { Instant } from '@guatu/core/shared'
import { Secret, TOTP } from 'otpauth'
import type { Tx } from '../platform/db.ts'
import type { Keys } from '../platform/keys.ts'
import { openText, sealText } from '../platform/sealed-text.ts'
import type { Account } from './accounts.ts'

interface Person {
  readonly officeId: string
  readonly officerId: string
}

const secretBytes = 20
const placeOf = ({ officeId, officerId }: Person) => `second factor ${officeId} ${officerId}`

// What every app on a phone knows; the count of its digits is said nowhere else.
const appOf = (secret: Secret, profile: IdentityProfile, issuer = '', label = '') =>
  new TOTP({ issuer, label, secret, algorithm: 'SHA1', digits: 6, period: profile.secondFactor.stepSeconds.value })

const ofPerson = (tx: Tx, { officeId, officerId }: Person) =>
  tx
    .selectFrom('secondFactor')
    .where('officeId', '=', officeId)
    .where('officerId', '=', officerId)
    .where('endedAt', 'is', null)
    .orderBy('number', 'desc')
    .limit(1)

const inForce = (tx: Tx, person: Person) => ofPerson(tx, person).where('confirmedAt', 'is not', null)
const begun = (tx: Tx, person: Person) => ofPerson(tx, person).where('confirmedAt', 'is', null)

export const hasSecondFactor = async (tx: Tx, person: Person): Promise<boolean> =>
  (await inForce(tx, person).select('number').executeTakeFirst()) !== undefined

/** Whether a sign-in of that moment asked for a second factor: it does of everybody who has one. */
export const hadSecondFactor = async (tx: Tx, person: Person, at: Instant): Promise<boolean> =>
  (await inForce(tx, person).where('confirmedAt', '<=', at).select('number').executeTakeFirst()) !== undefined

/** What the app on the phone calls the secret: the office, and the account, or the person where there is no account. */
export const appNames = (
  office: { readonly name: string },
  { loginName, name }: Pick<Account, 'loginName' | 'name'>,
) => ({
  issuer: `挂图 ${office.name}`,
  label: loginName || name,
})

/** Begins a second factor: a new secret that counts for nothing until a code of it has come back. */
export async function beginFactor(
  tx: Tx,
  keys: Keys,
  person: Person,
  { issuer, label, now, profile }: { issuer: string; label: string; now: Instant; profile: IdentityProfile },
): Promise<{ uri: string; secret: string }> {
  const { officeId, officerId } = person
  const secret = new Secret({ size: secretBytes })
  const last = await tx
    .selectFrom('secondFactor')
    .where('officeId', '=', officeId)
    .where('officerId', '=', officerId)
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst()
  const sealed = sealText(keys.of('secondFactor', officeId), placeOf(person), secret.base32)
  await tx
    .insertInto('secondFactor')
    .values({ officeId, officerId, number: (last?.number ?? 0) + 1, sealed, madeAt: now })
    .execute()
  return { uri: appOf(secret, profile, issuer, label).toString(), secret: secret.base32 }
}

interface TypedCode {
  readonly code: string
  readonly now: Instant
  readonly profile: IdentityProfile
}

/** The step a code belongs to, null where it belongs to none near now. */
function stepOf(keys: Keys, person: Person, sealed: string, { code, now, profile }: TypedCode): number | null {
  const secret = openText(keys.of('secondFactor', person.officeId), placeOf(person), sealed)
  const app = appOf(Secret.fromBase32(secret), profile)
  const timestamp = Date.parse(now)
  const token = code.normalize('NFKC').replace(/\s/g, '')
  const delta = app.validate({ token, timestamp, window: profile.secondFactor.window.value })
  return delta === null ? null : app.counter({ timestamp }) + delta
}

/** Whether a code of the person's second factor counts. Each does once: neither it nor an earlier one comes again. */
export async function factorAccepts(tx: Tx, keys: Keys, person: Person, typed: TypedCode): Promise<boolean> {
  const factor = await inForce(tx, person).select(['number', 'sealed']).executeTakeFirst()
  const step = factor ? stepOf(keys, person, factor.sealed, typed) : null
  if (!factor || step === null) return false
  const used = await tx
    .updateTable('secondFactor')
    .set({ lastStep: String(step) })
    .where('officeId', '=', person.officeId)
    .where('officerId', '=', person.officerId)
    .where('number', '=', factor.number)
    .where('endedAt', 'is', null)
    .where((eb) => eb.or([eb('lastStep', 'is', null), eb('lastStep', '<', String(step))]))
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

/** Puts the begun factor in force where a code of it comes back. */
export async function confirmFactor(tx: Tx, keys: Keys, person: Person, typed: TypedCode): Promise<boolean> {
  const factor = await begun(tx, person).select(['number', 'sealed']).executeTakeFirst()
  const step = factor ? stepOf(keys, person, factor.sealed, typed) : null
  if (!factor || step === null) return false
  const confirmed = await tx
    .updateTable('secondFactor')
    .set({ confirmedAt: typed.now, lastStep: String(step) })
    .where('officeId', '=', person.officeId)
    .where('officerId', '=', person.officerId)
    .where('number', '=', factor.number)
    .where('confirmedAt', 'is', null)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return confirmed.numUpdatedRows === 1n
}

/** Ends what a lost phone knows; a new one is begun at the next sign-in. */
export const endFactors = (tx: Tx, { officeId, officerId }: Person, now: Instant) =>
  tx
    .updateTable('secondFactor')
    .set({ endedAt: now })
    .where('officeId', '=', officeId)
    .where('officerId', '=', officerId)
    .where('endedAt', 'is', null)
    .execute()
