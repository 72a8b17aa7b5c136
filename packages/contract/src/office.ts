import { duties } from '@guatu/core/office'
import { z } from 'zod'
import { day, id, instant } from './common.ts'

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
    units: z.array(z.object({ id, name: z.string(), kind: z.enum(['department', 'community', 'centre']) })),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof me>

export const newOffice = z.object({
  name: z.string().min(2).max(40),
  units: z.array(z.string().min(1).max(40)).max(200).default([]),
})
export const switchOfficer = z.object({ officeId: id, officerId: id.optional(), postId: id.optional() })
export const newUnit = z.object({
  name: z.string().min(1).max(40),
  kind: z.enum(['department', 'community', 'centre']),
})
