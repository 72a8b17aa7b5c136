import { duties } from '@guatu/core/office'
import { z } from 'zod'
import { day, id, instant, words } from './common.ts'
import { paperNote } from './paper.ts'

export const unitKind = z.enum(['department', 'community', 'centre'])

export const duty = z.enum(duties)
/** A person in one post; who holds several posts is there once for each. */
export const officer = z
  .object({ id, name: z.string(), postId: id, post: z.string(), unit: z.string(), duties: z.array(duty) })
  .meta({ id: 'Officer' })
export type Officer = z.infer<typeof officer>

export const officeRow = z
  .object({
    id,
    name: z.string(),
    sample: z.boolean(),
    kind: z.enum(['sample', 'trial', 'formal']),
    today: day,
    years: z.array(z.int()),
  })
  .meta({ id: 'Office' })

/** Who is asking, where, and which routes they may use. */
export const me = z
  .object({
    office: officeRow,
    officer,
    officers: z.array(officer),
    offices: z.array(officeRow),
    may: z.array(z.string()),
    now: instant,
    /** Those that stand today, to choose from; a unit that was closed stays with what it did. */
    units: z.array(z.object({ id, name: z.string(), kind: unitKind })),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof me>

export const newOffice = z.object({
  name: z.string().trim().min(2).max(40),
  units: z.array(z.string().trim().min(1).max(40)).max(200).default([]),
})
/** A made-up office: the same seed makes the same year. */
export const newSample = z.object({
  seed: z.int().min(0).max(2_147_483_647),
  name: newOffice.shape.name,
  /** The day on which it opens; nothing later is known in it. The day of the sample, where left out. */
  until: day.optional(),
})
export const switchOfficer = z.object({ officeId: id, officerId: id.optional(), postId: id.optional() })
export const newUnit = z.object({
  name: z.string().trim().min(1).max(40),
  kind: unitKind,
})

/** A person in a post for a time. `byOneself`: applied for and confirmed by one person, as an office on trial may. */
export const holding = z
  .object({
    id,
    postId: id,
    officerId: id,
    name: z.string(),
    kind: z.enum(['holder', 'deputy']),
    from: day,
    until: day.nullable(),
    appliedBy: z.string(),
    confirmedBy: z.string().nullable(),
    byOneself: z.boolean(),
    inForce: z.boolean(),
    /** The signed papers by which it was confirmed and ended, where that was not clicked. */
    confirmedByPaper: paperNote.nullable(),
    endedByPaper: paperNote.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Holding' })
export type Holding = z.infer<typeof holding>

export const post = z
  .object({
    id,
    unitId: id,
    title: z.string(),
    duties: z.array(duty),
    /** The units it answers for beside its own; `wholeLine` is all of them. */
    line: z.array(id),
    wholeLine: z.boolean(),
    /** The day from which it is no more. */
    closedOn: day.nullable(),
    holdings: z.array(holding),
  })
  .meta({ id: 'Post' })
export type Post = z.infer<typeof post>

/** Units, their posts, and who holds them: now, from a later day, and until when. */
export const people = z
  .object({
    units: z.array(
      z.object({
        id,
        name: z.string(),
        kind: unitKind,
        parentId: id.nullable(),
        closedOn: day.nullable(),
        posts: z.array(post),
      }),
    ),
    /** `disabled`: their account was stopped, so that they cannot sign in. */
    officers: z.array(z.object({ id, name: z.string(), disabled: z.boolean() })),
    /** The duties that a post may have, as they are called. */
    duties: z.array(z.object({ id: duty, label: words })),
    today: day,
  })
  .meta({ id: 'People' })
export type People = z.infer<typeof people>

export const newPost = z.strictObject({
  unitId: id,
  title: z.string().min(1).max(40),
  duties: z.array(duty).min(1).max(6),
  line: z.array(id).max(200).default([]),
  wholeLine: z.boolean().default(false),
})
/** Somebody who is there already, by id, or somebody new, by name. */
export const newHolding = z.strictObject({
  postId: id,
  officer: z.union([z.strictObject({ id }), z.strictObject({ name: z.string().min(1).max(40) })]),
  kind: z.enum(['holder', 'deputy']),
  from: day,
  until: day.nullable().default(null),
})
/** The first day on which a post or a unit is no more. */
export const closing = z.strictObject({ on: day })
/** The last day, and who holds the post from the day after. */
export const endHolding = z.strictObject({ until: day, to: id.nullable().default(null) })
/** What the one who leaves has begun and not ended, for whoever takes over. */
export const handedOver = z.object({
  successor: id.nullable(),
  open: z.array(z.object({ kind: z.enum(['entry', 'source', 'paper']), id, says: words })),
})
export type HandedOver = z.infer<typeof handedOver>

/** The policy table as it is in force: who may use each route, on what, in which states. */
export const policyPage = z
  .object({
    rows: z.array(
      z.object({
        route: z.string(),
        label: words,
        open: z.boolean(),
        versioned: z.boolean(),
        grants: z.array(z.object({ duties: z.array(words), relation: words, states: z.array(words).nullable() })),
      }),
    ),
  })
  .meta({ id: 'PolicyPage' })
export type PolicyPage = z.infer<typeof policyPage>
