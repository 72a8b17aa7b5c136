import { createHmac } from 'node:crypto'
import { codeBytes, plainCode, codeOf as printed } from '@guatu/core/identity'
import type { Keys } from '../../platform/keys.ts'

const keyed = (keys: Keys, officeId: string, text: string): Buffer =>
  createHmac('sha256', keys.of('wallPass', officeId)).update(text).digest()

/**
 * The code that opens a pass, as it is printed. Worked out from the pass under the installation's key, so that the same
 * request asked again gets the same answer and no table ever holds it.
 */
export const codeOf = (keys: Keys, officeId: string, passId: string): string =>
  printed(keyed(keys, officeId, `code ${passId}`).subarray(0, codeBytes))

/** What is kept of a code: nobody who reads the tables can find the code by trying. */
export const codeHashOf = (keys: Keys, officeId: string, typed: string): string =>
  keyed(keys, officeId, `typed ${plainCode(typed)}`).toString('hex')

/** The secret of the browser that bound a pass with this request: the same request again, whose answer was lost, gets the same. */
export const secretOf = (keys: Keys, officeId: string, passId: string, idempotencyKey: string): string =>
  keyed(keys, officeId, `secret ${passId} ${idempotencyKey}`).toString('base64url')

/** What is kept of the secret. */
export const secretHashOf = (keys: Keys, officeId: string, secret: string): string =>
  keyed(keys, officeId, `held ${secret}`).toString('hex')
