import { z } from 'zod'
import { asOfQuery, day, decimal, id, instant } from './common.ts'
import { badge, light } from './light.ts'

/** One slip of the wall. A number the report announces and does not hold has `id: null` and the light `missing`. */
export const wallTask = z
  .object({
    id: id.nullable(),
    /** As printed, `17` or `2-3`; the position where the report has no numbers. */
    number: z.string(),
    title: z.string(),
    light,
    /** Attainment of the target that decides the light, 0 to 1 and above; null where a percentage would be made up. */
    attainment: decimal.nullable(),
    /** Where the planned value of the deciding target stands on the same scale; null without a plan. */
    planned: decimal.nullable(),
    /** For standing tasks, upper bounds, ranks and rates: January to December. */
    months: z
      .array(z.enum(['reported', 'missed', 'future']))
      .length(12)
      .nullable(),
    badges: z.array(badge),
    /** The deciding target in words, `512/700场`; empty where there is none. */
    goal: z.string(),
  })
  .meta({ id: 'WallTask' })
export type WallTask = z.infer<typeof wallTask>

export const wallArea = z
  .object({ number: z.int(), title: z.string(), short: z.string(), tasks: z.array(wallTask) })
  .meta({ id: 'WallArea' })
export type WallArea = z.infer<typeof wallArea>

export const wallChart = z
  .object({
    office: z.object({ id, name: z.string(), sample: z.boolean(), kind: z.enum(['sample', 'trial', 'formal']) }),
    year: z.int(),
    planVersion: z.int(),
    on: day,
    knownAt: instant,
    today: day,
    /** Days of the year gone at the end of `on`, of all its days: the time line. */
    elapsed: z.object({ days: z.int(), of: z.int() }),
    announced: z.object({ areas: z.int().nullable(), tasks: z.int().nullable() }),
    counts: z.partialRecord(light, z.int()),
    areas: z.array(wallArea),
  })
  .meta({ id: 'WallChart' })
export type WallChart = z.infer<typeof wallChart>

export const wallQuery = asOfQuery.extend({ year: z.coerce.number().int().min(2000).max(2100).optional() })

/** A paper that a browser made: the page as its address says it, `/ledger?register=progress`. */
export const newPrint = z.strictObject({
  page: z
    .string()
    .regex(/^\/[^\s#]*$/)
    .max(500),
})
export type NewPrint = z.infer<typeof newPrint>
export const printNoted = z.object({ page: z.string() })
