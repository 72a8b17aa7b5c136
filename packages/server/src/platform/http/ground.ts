import type { Day, Result } from '@guatu/core/shared'
import type { FastifyRequest } from 'fastify'
import type { ReadCounts } from '../audit/read-counts.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../db.ts'
import type { Keys } from '../keys.ts'
import type { Network } from '../network.ts'
import type { PolicyRow } from '../policy.ts'
import type { Rates } from '../rates/rates.ts'
import type { Replays } from '../replays.ts'
import type { Seated } from '../session.ts'

/** Who looks, in which office: a person in a seat, or a screen. */
export type Looking = Pick<Seated, 'seat' | 'office'> & Partial<Pick<Seated, 'lastRecord'>>

/** What every stage's routes stand on. */
export interface Ground {
  readonly db: Database
  readonly clock: Clock
  readonly keys: Keys
  readonly policy: ReadonlyMap<string, PolicyRow>
  /** The door by which the requests come in. */
  readonly network: Network
  readonly rates: Rates
  readonly replays: Replays
  /** Counts what is read and not chained. */
  readonly reads: ReadCounts
  /** After how many hours without a witness official acts stop. */
  readonly witnessHours: (on: Day) => number
  /** The screen that asks with a wall pass; null where none does, a problem where its pass is over. */
  wallSeat(request: FastifyRequest): Promise<Result<Looking> | null>
  /** The other system that asks with its key, or why none is known by it. */
  systemSeat(request: FastifyRequest): Promise<Result<Looking>>
}
