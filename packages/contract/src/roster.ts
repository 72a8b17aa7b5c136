import { z } from 'zod'
import { day, id, instant, problem, words } from './common.ts'

export const rosterRow = z
  .object({
    part: z.enum(['units', 'posts', 'people']),
    /** As the spreadsheet counts it, the headings being 1. */
    row: z.int(),
    title: z.string(),
    fate: z.enum(['new', 'changed', 'ended', 'same', 'refused']),
    says: words,
    problems: z.array(problem.omit({ facts: true, kind: true })),
  })
  .meta({ id: 'RosterRow' })
export type RosterRow = z.infer<typeof rosterRow>

/** What a roster would change, or has changed: the fate of every row, and who stands in none. */
export const rosterAnswer = z
  .object({
    /** SHA-256 of the file; `apply` takes no other. */
    digest: z.string(),
    /** When the office was looked at; `apply` may name it, and is told what others did from then on. */
    at: instant,
    /** Of the office's units, posts and people: as they were looked at, or as they are after it. */
    version: z.int(),
    effect: z.enum(['atOnce', 'whenConfirmed']),
    counts: z.object({ new: z.int(), changed: z.int(), ended: z.int(), same: z.int(), refused: z.int() }),
    rows: z.array(rosterRow),
    /** People in post whom no row names: they stay as they are. */
    absent: z.array(z.string()),
  })
  .meta({ id: 'RosterAnswer' })
export type RosterAnswer = z.infer<typeof rosterAnswer>

/** Holdings to be confirmed together, each as it was seen. */
export const confirmHoldings = z.strictObject({
  holdings: z
    .array(z.strictObject({ id, version: z.int().min(1) }))
    .min(1)
    .max(2000),
})
/** Those of the asker's own doing are left for another person. */
export const confirmedHoldings = z
  .object({ confirmed: z.int(), left: z.array(z.object({ id, name: z.string(), post: z.string() })) })
  .meta({ id: 'ConfirmedHoldings' })
export type ConfirmedHoldings = z.infer<typeof confirmedHoldings>

export const askSlips = z.strictObject({ units: z.array(id).min(1).max(300) })
/** Slips of paper with which people set their first password, a sheet for each unit. */
export const slipSheets = z
  .object({
    office: z.string(),
    validUntil: day,
    sheets: z.array(
      z.object({
        unit: z.string(),
        slips: z.array(
          z.object({
            name: z.string(),
            post: z.string(),
            account: z.string(),
            /** Shown this once: a repeated request gets null in its place. */
            code: z.string().nullable(),
          }),
        ),
      }),
    ),
    /** People in these units who have no account yet, so that no slip can be made. */
    withoutAccount: z.array(z.string()),
  })
  .meta({ id: 'SlipSheets' })
export type SlipSheets = z.infer<typeof slipSheets>
