import { createHmac } from 'node:crypto'
import type { Keys } from '../../platform/keys.ts'

const keyed = (keys: Keys, officeId: string, text: string): Buffer =>
  createHmac('sha256', keys.of('sourceKey', officeId)).update(text).digest()

/**
 * The key of a system as it is shown once: the office, so that its rows can be reached, and a secret. Worked out from its
 * id under the installation's key, so that the same request asked again gets the same answer and no table ever holds it.
 */
export const keyOfSystem = (keys: Keys, officeId: string, keyId: string): string =>
  `${officeId}.${keyed(keys, officeId, `secret ${keyId}`).toString('base64url')}`

/** What is kept of it: nobody who reads the tables can find the key by trying. */
export const keyHashOf = (keys: Keys, officeId: string, secret: string): string =>
  keyed(keys, officeId, `held ${secret}`).toString('hex')
