import { type AuditEntry, type AuditRecord, canonical, inOrder } from './record.ts'
import { bytesOf, type SuiteId, type Suites } from './suite.ts'

/** What the first record of an office follows. */
export const firstPrevHash = '0'.repeat(64)

/** HMAC over what came before and the record. Only who holds the office's key can make it. */
export const macOf = (suites: Suites, suite: SuiteId, key: Uint8Array, prevHash: string, record: AuditRecord): string =>
  suites[suite].mac(key, bytesOf(`${prevHash}\n${canonical(suite, record)}`))

/** The link that anybody can check; it covers the mac too, so that a changed mac shows without the key. */
export const hashOf = (suites: Suites, suite: SuiteId, prevHash: string, record: AuditRecord, mac: string): string =>
  suites[suite].digest(bytesOf(`${prevHash}\n${canonical(suite, record)}\n${mac}`))

/** What a record is sealed with. */
export interface Seal {
  readonly suites: Suites
  readonly suite: SuiteId
  readonly key: Uint8Array
}

/** Seals a record behind the one before it. */
export function sealed({ suites, suite, key }: Seal, prevHash: string, record: AuditRecord): AuditEntry {
  const mac = macOf(suites, suite, key, prevHash, record)
  return { ...inOrder(record), suite, prevHash, hash: hashOf(suites, suite, prevHash, record, mac), mac }
}
