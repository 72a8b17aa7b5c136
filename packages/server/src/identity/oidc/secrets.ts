import { createHmac, randomBytes } from 'node:crypto'
import type { Keys } from '../../platform/keys.ts'

const keyed = (keys: Keys, officeId: string, text: string): string =>
  createHmac('sha256', keys.of('oidc', officeId)).update(text).digest('base64url')

/** What nobody can guess: a state, or what one browser is known by. */
export const unguessable = (): string => randomBytes(32).toString('base64url')

/** What is kept of a state or of a browser's secret. */
export const keptOf = (keys: Keys, officeId: string, what: 'state' | 'browser', value: string): string =>
  keyed(keys, officeId, `${what} ${value}`)

/** How a subject that is nobody's stands in the log: the same each time, and not to be read. */
export const subjectHashOf = (keys: Keys, officeId: string, subject: string): string =>
  keyed(keys, officeId, `subject ${subject}`).slice(0, 16)

/** Nonce and verifier follow from the state under our key, so that no table holds what would finish a sign-in. */
export const nonceOf = (keys: Keys, officeId: string, state: string): string => keyed(keys, officeId, `nonce ${state}`)
export const verifierOf = (keys: Keys, officeId: string, state: string): string =>
  keyed(keys, officeId, `verifier ${state}`)

/** Where the client's secret belongs, for its seal. */
export const secretPlace = (officeId: string, providerId: string): string => `oidc_provider ${officeId} ${providerId}`
