import { z } from 'zod'
import { asOfQuery, day, decimal, id, instant, words } from './common.ts'
import { working } from './light.ts'
import { paperNote } from './paper.ts'
import { planTask } from './plan.ts'

export const columnKind = z.enum([
  'text',
  'longText',
  'date',
  'month',
  'moment',
  'quantity',
  'money',
  'percentage',
  'choice',
  'choices',
  'yesNo',
  'unit',
  'units',
  'target',
  'community',
  'communities',
  'row',
  'rows',
  'uscc',
  'documentNumber',
  'phone',
  'coordinates',
  'evidence',
])
export const registerColumn = z
  .object({
    id: z.string(),
    kind: columnKind,
    label: words,
    required: z.boolean(),
    unitLabel: words.nullable(),
    options: z.array(z.object({ value: z.string(), label: words })),
    maxLength: z.int().nullable(),
  })
  .meta({ id: 'RegisterColumn' })
export const registerShape = z
  .object({ id: z.string(), label: words, columns: z.array(registerColumn), key: z.array(z.string()) })
  .meta({ id: 'RegisterShape' })
export type RegisterShape = z.infer<typeof registerShape>

export const entryState = z.enum(['submitted', 'verified', 'returned', 'corrected', 'withdrawn'])
/** A row of a register with its states as known at the moment asked for. Values by column id, as text. */
export const entry = z
  .object({
    id,
    register: z.string(),
    version: z.int(),
    values: z.record(z.string(), z.string()),
    targetId: id.nullable(),
    trueOn: day,
    knownAt: instant,
    state: entryState,
    enteredBy: z.string(),
    verifiedBy: z.string().nullable(),
    verifiedAt: instant.nullable(),
    returnedBecause: z.string().nullable(),
    /** The signed paper by which it was verified or returned; null where that was clicked, or has not been. */
    byPaper: paperNote.nullable(),
    corrects: id.nullable(),
    correctedBy: id.nullable(),
    /** What this officer may do with it now, by the same rows that the server checks. */
    may: z.array(z.enum(['verify', 'return', 'correct', 'withdraw'])),
  })
  .meta({ id: 'Entry' })
export type Entry = z.infer<typeof entry>

export const newEntry = z.object({ values: z.record(z.string(), z.string().max(2000)) })
export const batch = z.object({
  rows: z
    .array(z.record(z.string(), z.string().max(2000)))
    .min(1)
    .max(2000),
  /** True: say what would happen row by row, keep nothing. */
  preview: z.boolean(),
})
export const batchResult = z.object({
  accepted: z.int(),
  refused: z.int(),
  rows: z.array(
    z.object({
      row: z.int(),
      ok: z.boolean(),
      says: words.nullable(),
      next: words.nullable(),
      code: z.string().nullable(),
    }),
  ),
})
export type BatchResult = z.infer<typeof batchResult>
export const verifyEntries = z.object({ ids: z.array(id).min(1).max(2000) })
export const returnEntry = z.object({ because: z.string().min(2).max(300) })
export const correctEntry = newEntry.extend({ because: z.string().min(2).max(300) })

export const entriesQuery = asOfQuery.extend({
  target: id.optional(),
  state: entryState.optional(),
  text: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: id.optional(),
})
export const entryPage = z.object({ total: z.int(), entries: z.array(entry), next: id.nullable() })

/** A row that was looked at for a target, and why it counted or did not. */
export const countedRow = z
  .object({
    entryId: id,
    trueOn: day,
    knownAt: instant,
    unit: z.string(),
    quantity: decimal,
    note: z.string(),
    paper: z.string(),
    counted: z.boolean(),
    because: words,
  })
  .meta({ id: 'CountedRow' })

/** The whole working of one light for one day as known then. */
export const explanation = z
  .object({
    target: planTask.shape.targets.element,
    task: planTask.omit({ targets: true }),
    on: day,
    knownAt: instant,
    working,
    rows: z.array(countedRow),
    /** Month ends of the plan's year: planned and, up to `on`, actual. */
    curve: z.array(z.object({ on: day, planned: decimal.nullable(), actual: decimal.nullable() })),
    history: z.array(z.object({ on: day, light: working.shape.light })),
  })
  .meta({ id: 'Explanation' })
export type Explanation = z.infer<typeof explanation>
