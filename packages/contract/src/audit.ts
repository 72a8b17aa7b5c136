import { z } from 'zod'
import { day, id, instant } from './common.ts'

const outcome = z.enum(['done', 'refused', 'invalid', 'failed', 'read'])

// A person types these; what no text has cannot be looked for.
const sought = z
  .string()
  .max(200)
  .regex(/^\P{Cc}*$/u)
  .optional()

/** What to look for in the log; `before` is the number after which an earlier page ended. */
export const auditQuery = z.object({
  from: day.optional(),
  to: day.optional(),
  person: sought,
  route: sought,
  object: sought,
  outcome: outcome.optional(),
  before: z.coerce.number().int().positive().optional(),
})

export const auditRow = z
  .object({
    seq: z.int(),
    at: instant,
    officerId: id.nullable(),
    officerName: z.string(),
    post: z.string(),
    address: z.string().nullable(),
    requestId: z.string().nullable(),
    route: z.string(),
    /** What the policy table calls the route; the route itself where it is there no more. */
    label: z.object({ zh: z.string(), en: z.string() }),
    object: z.string(),
    outcome,
    problemCode: z.string().nullable(),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  })
  .meta({ id: 'AuditRow' })
export type AuditRow = z.infer<typeof auditRow>

export const auditPage = z.object({
  rows: z.array(auditRow),
  /** Where the next page begins; null on the last. */
  before: z.int().nullable(),
  beforeChain: z.int(),
})
export type AuditPage = z.infer<typeof auditPage>

/** The newest checkpoint, its hashes in groups of four as they are printed and read aloud. */
export const auditCheckpoint = z.object({
  office: z.string(),
  records: z.int(),
  checkpoint: z
    .object({ size: z.int(), at: instant, suite: z.string(), root: z.array(z.string()), head: z.array(z.string()) })
    .nullable(),
})
export type AuditCheckpoint = z.infer<typeof auditCheckpoint>
