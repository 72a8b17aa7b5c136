import { z } from 'zod'
import { day, id, instant, words } from './common.ts'

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
  /** A code of a problem, or its beginning. */
  problem: sought,
  before: z.coerce.number().int().positive().optional(),
})

export const auditRow = z
  .object({
    seq: z.int(),
    at: instant,
    officerId: id.nullable(),
    officerName: z.string(),
    unit: z.string(),
    post: z.string(),
    address: z.string().nullable(),
    requestId: z.string().nullable(),
    route: z.string(),
    /** What the policy table calls the route; the route itself where it is there no more. */
    label: words,
    object: z.string(),
    outcome,
    problemCode: z.string().nullable(),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    /** Its place in the chain: the hash before it, its own, and the seal of the office's key. */
    suite: z.string(),
    prevHash: z.string(),
    hash: z.string(),
    mac: z.string(),
  })
  .meta({ id: 'AuditRow' })
export type AuditRow = z.infer<typeof auditRow>

export const auditPage = z.object({
  rows: z.array(auditRow),
  /** Where the next page begins; null on the last. */
  before: z.int().nullable(),
  /** How many there are in all; null on a further page, which was counted with the first. */
  total: z.int().nullable(),
  beforeChain: z.int(),
})
export type AuditPage = z.infer<typeof auditPage>

/** What was found as a sheet, to be kept or sorted elsewhere. */
export const auditSheetQuery = auditQuery
  .omit({ before: true })
  .extend({ format: z.enum(['csv', 'xlsx']).default('csv') })

const printedCheckpoint = z.object({
  size: z.int(),
  at: instant,
  suite: z.string(),
  root: z.array(z.string()),
  head: z.array(z.string()),
  witnessed: z.object({ at: instant, as: z.enum(['folder', 'paper']), by: z.string().nullable() }).nullable(),
})
export type PrintedCheckpoint = z.infer<typeof printedCheckpoint>

/** The checkpoints, the newest first, and how things stand with what sees them outside this machine. */
export const auditCheckpoints = z.object({
  office: z.string(),
  records: z.int(),
  checkpoints: z.array(printedCheckpoint),
  /** Where the next page begins; null on the last. */
  before: z.int().nullable(),
  witness: z.object({
    /** The second folder; null where none was named. */
    folder: z.string().nullable(),
    since: instant.nullable(),
    lastAt: instant.nullable(),
    /** The oldest record that nobody outside has; null where there is none. */
    waitingSince: instant.nullable(),
    hoursMax: z.int(),
    stopped: z.boolean(),
  }),
  /** What the logs of this machine take up, and what is left of its disk, in megabytes, each with the limit of its alarm. */
  capacity: z.object({
    logMegabytes: z.int(),
    logMegabytesMax: z.int(),
    archivedRecords: z.int(),
    /** Null where the data lie elsewhere. */
    diskMegabytes: z.int().nullable(),
    diskMegabytesMin: z.int(),
  }),
})
export type AuditCheckpoints = z.infer<typeof auditCheckpoints>
export const checkpointsQuery = z.object({ before: z.coerce.number().int().positive().optional() })

/** What came of asking for a checkpoint: its size, or null where nothing had happened since the last one. */
export const checkpointMade = z.object({ size: z.int().nullable() })

/** The newest checkpoint, its hashes in groups of four as they are printed and read aloud. */
export const auditCheckpoint = z.object({
  office: z.string(),
  records: z.int(),
  checkpoint: z
    .object({ size: z.int(), at: instant, suite: z.string(), root: z.array(z.string()), head: z.array(z.string()) })
    .nullable(),
})

export const readsQuery = z.object({ on: day.optional() })
/** How often each route was read on a day; what is restricted stands in the log instead, each time. */
export const readsPage = z.object({
  on: day,
  rows: z.array(z.object({ route: z.string(), label: words, count: z.int() })),
})
export type ReadsPage = z.infer<typeof readsPage>
