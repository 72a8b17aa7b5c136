import { z } from 'zod'
import { id, instant, problem } from './common.ts'

/** An export of all that an office has, and how far it has got. It tells how much, and never what. */
export const officeExport = z
  .object({
    id,
    version: z.int(),
    state: z.enum(['waiting', 'making', 'ready', 'expired', 'ended']),
    askedBy: z.string(),
    askedAt: instant,
    /** What there was to take when it was asked for: rows of registers, bytes of papers and evidence. */
    holds: z.object({ rows: z.int(), bytes: z.int() }),
    /** Alone: the one who asked did it as well, there being nobody else in an office on trial. */
    confirmed: z.object({ by: z.string(), at: instant, alone: z.boolean() }).nullable(),
    /** From then on nobody gets the file any more. */
    until: instant.nullable(),
    /** Of the file once it is made: its SHA-256, its size, what it holds. */
    made: z.object({ sha256: z.string(), bytes: z.int(), files: z.int(), rows: z.int() }).nullable(),
    /** Why the last attempt to make the file came to nothing, while it is still to be made. */
    trouble: problem.nullable(),
    /** Taken back, refused, or put away before its time. */
    ended: z.object({ by: z.string(), at: instant, because: z.string() }).nullable(),
    /** Whether it was this person who asked, who alone may download it. */
    own: z.boolean(),
    /** Whether it waits for somebody like this person to confirm it. */
    mayConfirm: z.boolean(),
  })
  .meta({ id: 'OfficeExport' })
export type OfficeExport = z.infer<typeof officeExport>

export const officeExports = z.object({ exports: z.array(officeExport) }).meta({ id: 'OfficeExports' })
export type OfficeExports = z.infer<typeof officeExports>

export const endExport = z.strictObject({ because: z.string().trim().min(2).max(300) })
