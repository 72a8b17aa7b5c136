import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const cipher = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16
// Stands before each sealed text, so that another suite can stand beside this one one day.
const suite = 'aes256gcm.1.'

/**
 * Seals a text under a key of 32 bytes. `place` says where it belongs, such as a table and a person: a text that is moved
 * elsewhere does not open there.
 */
export function sealText(key: Buffer, place: string, text: string): string {
  const iv = randomBytes(ivBytes)
  const sealing = createCipheriv(cipher, key, iv).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([iv, sealing.update(text, 'utf8'), sealing.final(), sealing.getAuthTag()])
  return `${suite}${sealed.toString('base64')}`
}

/** Opens a sealed text. Throws where it was altered, moved, or sealed under another key. */
export function openText(key: Buffer, place: string, sealed: string): string {
  if (!sealed.startsWith(suite)) throw new Error('a sealed text of a suite that is not known')
  const bytes = Buffer.from(sealed.slice(suite.length), 'base64')
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(-tagBytes))
  return Buffer.concat([opening.update(bytes.subarray(ivBytes, -tagBytes)), opening.final()]).toString('utf8')
}
