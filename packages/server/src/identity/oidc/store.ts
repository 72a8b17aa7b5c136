import { type Instant, instant } from '@guatu/core/shared'
import type { Tx } from '../../platform/db.ts'
import { hold } from '../../platform/hold.ts'
import { newId } from '../../platform/ids.ts'
import { attemptMinutes } from './rules.ts'

/** The settings of a provider as they are kept, its secret under seal. */
export interface KeptProvider {
  readonly id: string
  readonly label: string
  readonly issuer: string
  readonly clientId: string
  readonly sealedSecret: string
  readonly origin: string
  readonly secondFactorValues: readonly string[]
  readonly proposedBy: string
  readonly proposedAt: string
  readonly confirmedBy: string | null
  readonly confirmedAt: string | null
  readonly endedBy: string | null
  readonly endedAt: string | null
}

const providers = (tx: Tx, officeId: string) =>
  tx
    .selectFrom('oidcProvider')
    .where('officeId', '=', officeId)
    .select(['id', 'label', 'issuer', 'clientId', 'sealedSecret', 'origin', 'secondFactorValues'])
    .select(['proposedBy', 'proposedAt', 'confirmedBy', 'confirmedAt', 'endedBy', 'endedAt'])

/** Newest first. */
export const providersOf = (tx: Tx, officeId: string): Promise<KeptProvider[]> =>
  providers(tx, officeId).orderBy('proposedAt', 'desc').orderBy('id', 'desc').execute()

export const providerOf = (tx: Tx, officeId: string, id: string): Promise<KeptProvider | undefined> =>
  providers(tx, officeId).where('id', '=', id).executeTakeFirst()

/** The one that people sign in by, if there is one. */
export const providerInForce = (tx: Tx, officeId: string): Promise<KeptProvider | undefined> =>
  providers(tx, officeId).where('confirmedAt', 'is not', null).where('endedAt', 'is', null).executeTakeFirst()

/** Counts what has become of the settings, for changes made against a version that was seen. */
export const versionOf = ({ confirmedBy, endedBy }: KeptProvider): number =>
  1 + (confirmedBy === null ? 0 : 1) + (endedBy === null ? 0 : 1)

export type NewProvider = Pick<
  KeptProvider,
  'id' | 'label' | 'issuer' | 'clientId' | 'sealedSecret' | 'origin' | 'proposedBy'
> & { readonly secondFactorValues: string[]; readonly proposedAt: Instant }

export async function addProvider(tx: Tx, officeId: string, provider: NewProvider): Promise<void> {
  await tx
    .insertInto('oidcProvider')
    .values({ officeId, ...provider })
    .execute()
}

export async function endProvider(tx: Tx, officeId: string, id: string, endedBy: string, endedAt: Instant) {
  await tx
    .updateTable('oidcProvider')
    .set({ endedBy, endedAt })
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute()
}

/** One change of the settings at a time: of two that are confirmed at once, the later finds the earlier in force or over. */
export const holdProviders = (tx: Tx, officeId: string): Promise<void> => hold(tx, `oidc providers ${officeId}`)

/** Puts settings in force in the place of whichever were. */
export async function confirmProvider(tx: Tx, officeId: string, id: string, by: string, now: Instant): Promise<void> {
  const before = await providerInForce(tx, officeId)
  if (before) await endProvider(tx, officeId, before.id, by, now)
  await tx
    .updateTable('oidcProvider')
    .set({ confirmedBy: by, confirmedAt: now })
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .execute()
}

/** Which person a subject is. */
export interface KeptLink {
  readonly id: string
  readonly issuer: string
  readonly subject: string
  readonly officerId: string
  readonly madeBy: string
  readonly madeAt: string
}

const links = (tx: Tx, officeId: string) =>
  tx
    .selectFrom('oidcLink')
    .where('officeId', '=', officeId)
    .where('endedAt', 'is', null)
    .select(['id', 'issuer', 'subject', 'officerId', 'madeBy', 'madeAt'])

export const linksOf = (tx: Tx, officeId: string): Promise<KeptLink[]> => links(tx, officeId).orderBy('id').execute()

export const linkOf = (tx: Tx, officeId: string, issuer: string, subject: string): Promise<KeptLink | undefined> =>
  links(tx, officeId).where('issuer', '=', issuer).where('subject', '=', subject).executeTakeFirst()

const linkOfOfficer = (tx: Tx, officeId: string, issuer: string, officerId: string) =>
  links(tx, officeId).where('issuer', '=', issuer).where('officerId', '=', officerId).executeTakeFirst()

export type NewLink = Pick<KeptLink, 'issuer' | 'subject' | 'officerId' | 'madeBy'>

/** Links a subject to a person, unless either has a link of this issuer already; says whether it did. */
export async function addLink(tx: Tx, officeId: string, link: NewLink, madeAt: Instant): Promise<boolean> {
  const taken =
    (await linkOf(tx, officeId, link.issuer, link.subject)) ??
    (await linkOfOfficer(tx, officeId, link.issuer, link.officerId))
  if (taken) return false
  await tx
    .insertInto('oidcLink')
    .values({ officeId, id: newId(), ...link, madeAt })
    .execute()
  return true
}

/** Ends a link; says whether there was one. */
export async function endLink(
  tx: Tx,
  officeId: string,
  id: string,
  endedBy: string,
  endedAt: Instant,
): Promise<boolean> {
  const ended = await tx
    .updateTable('oidcLink')
    .set({ endedBy, endedAt })
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows > 0n
}

/** A way to the provider that began. */
export interface Attempt {
  readonly providerId: string
}

export interface NewAttempt extends Attempt {
  readonly stateHash: string
  readonly browserHash: string
}

const minutesBefore = (now: Instant): Instant =>
  instant(new Date(Date.parse(now) - attemptMinutes * 60_000).toISOString())

/** Notes that a way began, and forgets those that took too long. */
export async function addAttempt(tx: Tx, officeId: string, attempt: NewAttempt, now: Instant): Promise<void> {
  await tx
    .deleteFrom('oidcAttempt')
    .where('officeId', '=', officeId)
    .where('startedAt', '<=', minutesBefore(now))
    .execute()
  await tx
    .insertInto('oidcAttempt')
    .values({ officeId, ...attempt, startedAt: now })
    .execute()
}

/** Uses a way up: once, in time, by the browser that began it. Null for any other. */
export async function takeAttempt(
  tx: Tx,
  officeId: string,
  { stateHash, browserHash }: Pick<NewAttempt, 'stateHash' | 'browserHash'>,
  now: Instant,
): Promise<Attempt | null> {
  const taken = await tx
    .updateTable('oidcAttempt')
    .set({ usedAt: now })
    .where('officeId', '=', officeId)
    .where('stateHash', '=', stateHash)
    .where('browserHash', '=', browserHash)
    .where('usedAt', 'is', null)
    .where('startedAt', '>', minutesBefore(now))
    .returning('providerId')
    .executeTakeFirst()
  return taken ?? null
}
