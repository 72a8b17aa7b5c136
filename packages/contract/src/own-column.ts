import { z } from 'zod'
import { decimal, instant, words } from './common.ts'
import { paperNote } from './paper.ts'
import { columnKind } from './register.ts'

/** The kinds that an office may add: what lies on the map, proves, counts or belongs to somebody is none of them. */
export const ownKind = columnKind.exclude([
  'units',
  'target',
  'communities',
  'row',
  'rows',
  'phone',
  'coordinates',
  'evidence',
])
export type OwnKind = z.infer<typeof ownKind>

const name = z.string().trim().min(1).max(30)
/** English is left out by most; the Chinese name then stands for both. */
const label = z.object({ zh: name, en: z.string().trim().max(60).optional() })
const named = z.string().trim().max(60)

/** When a column is required: where another holds one of these, or is filled in. */
export const ownCondition = z.union([
  z.object({
    column: named,
    is: z
      .array(z.union([named, z.boolean()]))
      .min(1)
      .max(20),
  }),
  z.object({ column: named, filled: z.boolean() }),
])

/** 自设列, as it is asked for. What the kind does not know is left out. */
export const newOwnColumn = z.object({
  label,
  kind: ownKind,
  unit: z.string().trim().max(20).optional(),
  scale: z.int().optional(),
  min: decimal.optional(),
  max: decimal.optional(),
  maxLength: z.int().optional(),
  /** What a code looks like: 9 for a digit, A for a capital letter. */
  forms: z.array(z.string().trim().max(40)).max(10).optional(),
  /** The names of the choices, in their order. */
  options: z.array(name).max(100).optional(),
  privacy: z.enum(['L1', 'L2', 'L3']).optional(),
  required: z.boolean().optional(),
  requiredWhen: ownCondition.optional(),
  because: z.string().trim().min(2).max(300),
})
export type NewOwnColumn = z.infer<typeof newOwnColumn>

/** What may become of it: another name, another rule when it is required, or no more values. Its kind stays. */
export const changeOwnColumn = z.object({
  label: label.optional(),
  required: z.boolean().optional(),
  /** Null takes the condition away. */
  requiredWhen: ownCondition.nullable().optional(),
  retired: z.literal(true).optional(),
  because: z.string().trim().min(2).max(300),
})
export type ChangeOwnColumn = z.infer<typeof changeOwnColumn>

/** A column as one of its steps says it. */
const said = z.object({
  label: words,
  required: z.boolean(),
  requiredWhen: words.nullable(),
  retired: z.boolean(),
})

export const ownColumn = z
  .object({
    id: z.string(),
    kind: ownKind,
    unit: z.string().nullable(),
    options: z.array(words),
    privacy: z.enum(['L1', 'L2', 'L3']),
    version: z.int(),
    /** Null while its first step waits to be confirmed. */
    inForce: said.nullable(),
    waiting: said.extend({ by: z.string(), at: instant, mayConfirm: z.boolean() }).nullable(),
    steps: z.array(
      z.object({
        kind: z.enum(['changed', 'proposed', 'confirmed']),
        said,
        because: z.string(),
        by: z.string(),
        at: instant,
        byPaper: paperNote.nullable(),
      }),
    ),
  })
  .meta({ id: 'OwnColumn' })
export type OwnColumn = z.infer<typeof ownColumn>

export const ownColumns = z
  .object({
    columns: z.array(ownColumn),
    mayChange: z.boolean(),
    /** The columns that a condition may ask about. */
    asking: z.array(
      z.object({ id: z.string(), label: words, options: z.array(z.object({ value: z.string(), label: words })) }),
    ),
  })
  .meta({ id: 'OwnColumns' })
export type OwnColumns = z.infer<typeof ownColumns>
