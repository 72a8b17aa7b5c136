import type { Day } from '@guatu/core/shared'
import type { ReadCounts } from '../audit/read-counts.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../db.ts'
import type { Keys } from '../keys.ts'
import type { Network } from '../network.ts'
import type { PolicyRow } from '../policy.ts'
import type { Rates } from '../rates/rates.ts'

/** What every stage's routes stand on. */
export interface Ground {
  readonly db: Database
  readonly clock: Clock
  readonly keys: Keys
  readonly policy: ReadonlyMap<string, PolicyRow>
  /** The door by which the requests come in. */
  readonly network: Network
  readonly rates: Rates
  /** Counts what is read and not chained. */
  readonly reads: ReadCounts
  /** After how many hours without a witness official acts stop. */
  readonly witnessHours: (on: Day) => number
}
