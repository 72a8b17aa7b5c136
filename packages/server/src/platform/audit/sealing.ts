import type { Seal } from '@guatu/core/audit'
import { assert } from '@guatu/core/shared'
import type { Database, Tx } from '../db.ts'
import type { Keys } from '../keys.ts'
import { askerNow } from './asker.ts'
import { suites } from './suites.ts'

const seals = new WeakMap<Tx, Seal>()

// A record that was rolled back is none.
function forget(error: unknown): never {
  const asker = askerNow()
  if (asker) asker.recorded = false
  throw error
}

/** The database whose transactions know what their records are sealed with: the audit key of the office. */
export const sealedBy = (db: Database, keys: Keys): Database => ({
  ...db,
  inOffice: (officeId, work) =>
    db
      .inOffice(officeId, (tx) => {
        seals.set(tx, { suites, suite: 'sha256', key: keys.of('audit', officeId) })
        return work(tx)
      })
      .catch(forget),
})

export function sealOf(tx: Tx): Seal {
  const seal = seals.get(tx)
  assert(seal, 'nothing is recorded through a database that was opened without keys: wrap it in sealedBy')
  return seal
}
