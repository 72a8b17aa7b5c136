import { z } from 'zod'
import { day, id, instant, words } from './common.ts'
import { evidence } from './evidence.ts'

/** What stands behind an act instead of a click: who signed it on paper and when, and the two who brought it in. */
export const paperNote = z
  .object({
    id,
    signer: z.string(),
    signedOn: day,
    number: z.string(),
    enteredBy: z.string(),
    confirmedBy: z.string(),
    confirmedAt: instant,
  })
  .meta({ id: 'PaperNote' })
export type PaperNote = z.infer<typeof paperNote>

/** One fact of a thing that is approved. */
export const shownLine = z.object({ label: words, value: words }).meta({ id: 'ShownLine' })
export type ShownLine = z.infer<typeof shownLine>

export const paperState = z.enum(['waiting', 'confirmed', 'returned', 'withdrawn', 'replaced'])
export type PaperState = z.infer<typeof paperState>

const route = z.string().max(120)

/** An approval that was signed on paper, as it is entered. `params` and `body` are those of the approval's own route. */
export const newPaper = z.strictObject({
  route,
  params: z.record(z.string().max(40), z.string().max(80)),
  body: z.unknown(),
  /** The version of the thing that was seen; 0 where its route asks for none. */
  version: z.int().min(0),
  signer: z.strictObject({ officerId: id, postId: id }),
  signedOn: day,
  scan: id,
  number: z.string().trim().max(60).default(''),
  /** An earlier paper that this one stands in place of. */
  replaces: id.nullable().default(null),
})

export const paper = z
  .object({
    id,
    /** 1 while it waits, 2 once it has ended; goes back as `If-Match`. */
    version: z.int(),
    route,
    label: words,
    title: words,
    /** The thing as it stood when the paper was entered. */
    lines: z.array(shownLine),
    state: paperState,
    signer: z.object({ officerId: id, postId: id, name: z.string(), post: z.string() }),
    signedOn: day,
    number: z.string(),
    scan: evidence,
    enteredBy: z.string(),
    enteredAt: instant,
    /** Who confirmed, returned, withdrew or replaced it; null while it waits. */
    ended: z.object({ by: z.string(), at: instant, because: z.string() }).nullable(),
    replaces: id.nullable(),
    replacedBy: id.nullable(),
    may: z.array(z.enum(['confirm', 'return', 'withdraw', 'replace'])),
  })
  .meta({ id: 'Paper' })
export type Paper = z.infer<typeof paper>

/** A paper with what its approval's route is sent, so that it can be corrected and entered again. */
export const paperDetail = paper
  .extend({
    params: newPaper.shape.params,
    body: z.unknown(),
    seenVersion: z.int(),
    /** What is different in the thing now; empty once the paper has ended. */
    changed: z.array(z.object({ label: words, was: words, now: words })),
  })
  .meta({ id: 'PaperDetail' })
export type PaperDetail = z.infer<typeof paperDetail>

export const papersQuery = z.object({ state: paperState.optional() })
export const papers = z.object({
  papers: z.array(paper),
  /** How many of the office's papers whoever asks may confirm now. */
  toConfirm: z.int(),
})
export type Papers = z.infer<typeof papers>

export const returnPaper = z.strictObject({ because: z.string().trim().min(2).max(300) })

/** Left out, the route is any that can be approved on paper, and the day is today. */
export const signersQuery = z.object({ route: route.optional(), on: day.optional() })
/** Who could have signed an approval on a day: each person in each post whose duties open its route. */
export const signers = z.object({
  signers: z.array(z.object({ officerId: id, postId: id, name: z.string(), post: z.string(), unit: z.string() })),
})
export type Signers = z.infer<typeof signers>
