import { decimal as canonicalDecimal, isDay, isInstant } from '@guatu/core/shared'
import { z } from 'zod'

/** Chinese first, English second. */
export const words = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Words' })
export type Words = z.infer<typeof words>

// What a schema says itself is said in both languages, one a line.
export const id = z.uuid('编号不对\nit is no id').toLowerCase()
export const day = z.iso.date('日期写作 2023-06-30\nwrite a day as 2023-06-30')
export const instant = z.iso.datetime()
/** Canonical from here on: `12.0` comes in as `12`, for figures are compared as text. */
export const decimal = z
  .string()
  .regex(/^-?\d{1,40}(?:\.\d{1,20})?$/, {
    error: '数量写作 12 或 15.4\nwrite a quantity as 12 or 15.4',
    abort: true,
  })
  .overwrite(canonicalDecimal)
export const span = z.object({ start: z.int().min(0), end: z.int().min(1) }).meta({ id: 'Span' })

/** What every refusal looks like, whatever the route. */
export const problem = z
  .object({
    code: z.string(),
    kind: z.enum([
      'invalid',
      'unauthenticated',
      'forbidden',
      'notFound',
      'conflict',
      'tooLarge',
      'tooMany',
      'unavailable',
    ]),
    says: words,
    next: words,
    facts: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problem>

const noSuchDay = '没有这一天\nthere is no such day'
const noSuchMoment =
  '时刻写作 2023-06-30T15:59:59Z，秒后面最多六位小数\nwrite a moment as 2023-06-30T15:59:59Z, at most six digits behind the second'

/** Any past day as it was known then: `on` defaults to the office's today, `known` to the end of that day, or now. */
export const asOfQuery = z.object({
  on: day.refine(isDay, noSuchDay).optional(),
  known: z.string().refine(isInstant, noSuchMoment).optional(),
})
