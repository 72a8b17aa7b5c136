import { createHash, createHmac } from 'node:crypto'
import type { Suite, SuiteId, Suites } from '@guatu/core/audit'

const suiteOf = (name: SuiteId): Suite => ({
  digest: (bytes) => createHash(name).update(bytes).digest('hex'),
  mac: (key, bytes) => createHmac(name, key).update(bytes).digest('hex'),
})

/** The hashes of a log as Node computes them. */
export const suites: Suites = { sha256: suiteOf('sha256'), sm3: suiteOf('sm3') }
