import type { PeriodType } from '@guatu/core/fact'
import type { Day } from '@guatu/core/shared'

/** What the office has decided about other systems, as it holds on a day. */
export interface SourceSystemRules {
  readonly overlapHours: number
  readonly seenSeconds: number
  readonly usualLagDays: Readonly<Record<PeriodType, number>>
}

export type SourceSystemRulesOn = (on: Day) => SourceSystemRules
