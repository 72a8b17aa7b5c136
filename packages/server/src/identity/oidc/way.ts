import { type Result, reject } from '@guatu/core/shared'
import type { FastifyRequest } from 'fastify'
import type { Ground } from '../../platform/http.ts'
import { isId } from '../../platform/ids.ts'
import { type Office, officeById } from '../../platform/office.ts'
import { openText } from '../../platform/sealed-text.ts'
import { wayCookieOf } from './cookie.ts'
import { oidcProblems } from './problems.ts'
import { addressOf, type Provider, type Way } from './provider.ts'
import { keptOf, nonceOf, secretPlace, unguessable, verifierOf } from './secrets.ts'
import { type Attempt, addAttempt, type KeptProvider, providerInForce, takeAttempt } from './store.ts'

/** Settings whose secret is opened, for the moment in which the provider is asked. */
export const openProvider = ({ keys }: Ground, officeId: string, kept: KeptProvider): Provider => ({
  ...kept,
  secret: openText(keys.of('oidc', officeId), secretPlace(officeId, kept.id), kept.sealedSecret),
})

const wayOf = ({ keys }: Ground, officeId: string, state: string): Way => ({
  state,
  nonce: nonceOf(keys, officeId, state),
  verifier: verifierOf(keys, officeId, state),
})

export interface Begun {
  readonly location: string
  /** The cookie by which this browser is known when it comes back. */
  readonly cookie: string
}

/** Begins a way to the provider, for somebody who signs in to an office. */
export async function beginWay(request: FastifyRequest, ground: Ground, office: Office): Promise<Result<Begun>> {
  const { db, keys } = ground
  const kept = await db.inOffice(office.id, (tx) => providerInForce(tx, office.id))
  if (!kept) return reject(oidcProblems('oidc.not_offered', {}))
  const { origin } = request.headers
  if (origin !== undefined && origin !== kept.origin)
    return reject(oidcProblems('oidc.other_address', { origin: kept.origin }))
  const [state, browser, now] = [unguessable(), unguessable(), office.clock.now()]
  const location = await addressOf(openProvider(ground, office.id, kept), wayOf(ground, office.id, state), now).catch(
    (error: unknown) => {
      request.log.warn({ err: error }, 'the provider of identities was not asked')
      return null
    },
  )
  if (location === null) return reject(oidcProblems('oidc.unreachable', {}))
  const stateHash = keptOf(keys, office.id, 'state', state)
  const browserHash = keptOf(keys, office.id, 'browser', browser)
  const attempt = { stateHash, browserHash, providerId: kept.id }
  await db.inOffice(office.id, (tx) => addAttempt(tx, office.id, attempt, now))
  return { ok: true, value: { location, cookie: `${office.id}.${browser}` } }
}

/** A way whose browser is back, used up by that. */
export interface Back extends Attempt {
  readonly office: Office
  readonly way: Way
  readonly provider: KeptProvider | null
}

/** Takes up the way that this browser began with the state it brings; null where it began none, or brought it before. */
export async function backFrom(request: FastifyRequest, ground: Ground, answer: string): Promise<Back | null> {
  const { db, keys } = ground
  const [officeId = '', browser = ''] = wayCookieOf(request)?.split('.') ?? []
  const [state = '', ...more] = new URLSearchParams(answer).getAll('state')
  if (!isId(officeId) || browser === '' || state === '' || more.length > 0) return null
  const office = await officeById(ground, officeId)
  if (!office) return null
  const stateHash = keptOf(keys, officeId, 'state', state)
  const browserHash = keptOf(keys, officeId, 'browser', browser)
  return db.inOffice(officeId, async (tx) => {
    const attempt = await takeAttempt(tx, officeId, { stateHash, browserHash }, office.clock.now())
    if (!attempt) return null
    const inForce = await providerInForce(tx, officeId)
    // Settings that were replaced while somebody was on the way are no longer asked.
    const provider = inForce?.id === attempt.providerId ? inForce : null
    return { ...attempt, office, way: wayOf(ground, officeId, state), provider }
  })
}
