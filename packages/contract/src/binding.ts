import { z } from 'zod'
import { day, decimal, id, instant, problem, words } from './common.ts'

/** 指标 of the catalogue, with the sentence that its declaration says. */
export const indicator = z
  .object({
    id: z.string(),
    label: words,
    unit: z.string(),
    says: words,
    owner: words,
    source: z.string(),
    /** 拟定: stands for words without a number. */
    proxy: z.boolean(),
    /** The ids that the domain books give its target. */
    books: z.array(z.string()),
  })
  .meta({ id: 'Indicator' })
export type Indicator = z.infer<typeof indicator>

export const boundTarget = z
  .object({
    id,
    code: z.string(),
    says: z.string(),
    task: z.object({ number: z.string(), title: z.string() }),
    unit: z.string(),
    printedUnit: z.string(),
    binding: z
      .object({ indicator: z.string(), evidenceOnly: z.boolean(), since: instant, by: z.string(), because: z.string() })
      .nullable(),
    /** 未更新 today: a series that feeds it lacks a reading that was due; since its last, null where it never had one. */
    stale: z.object({ since: day.nullable() }).nullable(),
    /** 缺期: periods of the year before the last reading that have none. */
    gaps: z.object({ count: z.int(), periods: z.string() }).nullable(),
    /** Today, what verified rows that name the target come to: its number while it is bound to nothing. */
    named: decimal,
    /** Today, what the indicator gives that it is bound to or that is proposed, in the indicator's unit. */
    gives: z.object({ value: decimal.nullable(), says: words }).nullable(),
    /** What words and unit propose; `score` out of a hundred. */
    proposal: z.object({ indicator: z.string(), score: z.int(), sure: z.boolean() }).nullable(),
    /** The indicators whose unit fits. */
    fits: z.array(z.string()),
  })
  .meta({ id: 'BoundTarget' })
export type BoundTarget = z.infer<typeof boundTarget>

export const bindings = z
  .object({
    year: z.int(),
    /** Counts changes; goes back as `If-Match`. */
    version: z.int(),
    targets: z.array(boundTarget),
    indicators: z.array(indicator),
  })
  .meta({ id: 'Bindings' })
export type Bindings = z.infer<typeof bindings>

export const bindTargets = z.object({
  bindings: z
    .array(z.object({ target: id, indicator: z.string().max(60).nullable() }))
    .min(1)
    .max(500),
  because: z.string().max(300),
})
export const boundTargets = z
  .object({
    bound: z.int(),
    evidenceOnly: z.array(id),
    refused: z.array(z.object({ target: id, problem })),
  })
  .meta({ id: 'BoundTargets' })
export type BoundTargets = z.infer<typeof boundTargets>
