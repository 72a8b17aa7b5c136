import { z } from 'zod'
import { day, decimal, words } from './common.ts'

export const light = z
  .enum(['blue', 'green', 'yellow', 'orange', 'red', 'notDue', 'unset', 'noData', 'uncheckable', 'standing', 'missing'])
  .meta({ id: 'Light' })
export type Light = z.infer<typeof light>

/** What stands beside a light and is none: `days`, `count` go with the kinds that carry a number. */
export const badge = z
  .object({
    kind: z.enum(['overdue', 'stale', 'gaps', 'late', 'manual', 'stretch', 'unverified', 'opening']),
    days: z.int().optional(),
    count: z.int().optional(),
    /** Of what is stale: the day of its last reading, null where it never had one. */
    since: day.nullable().optional(),
    /** Of gaps: the periods that have no reading, as people write them. */
    periods: z.string().optional(),
  })
  .meta({ id: 'Badge' })
export type Badge = z.infer<typeof badge>

/** A light with the inputs that made it: the rule by name, and what it read. Quantities in the target's own unit. */
export const working = z
  .object({
    light,
    rule: z.string(),
    says: words,
    actual: decimal.nullable(),
    reported: decimal.nullable(),
    planned: decimal.nullable(),
    /** actual ÷ planned, four places, for showing. */
    ratio: decimal.nullable(),
    /** actual ÷ target, four places, for showing. */
    attainment: decimal.nullable(),
    badges: z.array(badge),
  })
  .meta({ id: 'Working' })
export type Working = z.infer<typeof working>
