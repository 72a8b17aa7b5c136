import type { Day, Exact } from '../shared/index.ts'
import type { Evaluated } from './evaluate.ts'
import type { Indicator } from './indicator.ts'

/** The number of an indicator for a target, as verified and as reported, with what its light is worked out from. */
export interface MeasuredNumber {
  readonly indicator: Indicator
  readonly verified: Evaluated
  readonly reported: Evaluated
  /** Rows that wait for somebody to verify them. */
  readonly unverified: number
  /** Last year's whole total, where growth is asked for. */
  readonly baseOfYear: Exact | null
  /** 只作佐证: its rows count for another target. */
  readonly evidenceOnly: boolean
  /** 未更新: a series that feeds it lacks a reading that was due; since its last, null where it never had one. */
  readonly stale: { readonly since: Day | null } | null
  /** 缺期: periods of the year before the last reading that have none, however many series they are of. */
  readonly gaps: Gaps | null
}

/** How many periods are missing, and which, as people write them. */
export interface Gaps {
  readonly count: number
  readonly periods: string
}
