import { searchTypedMax } from '@guatu/core/shared'
import { z } from 'zod'
import { instant, words } from './common.ts'

export const searchQuery = z.object({ q: z.string().max(searchTypedMax).default('') })

/** What is found: an area, a task or a target of the plan, a row of a register, a paper the plan was read from, a signed paper. */
export const searchKind = z.enum(['area', 'task', 'target', 'row', 'source', 'paper'])
export type SearchKind = z.infer<typeof searchKind>

/** One thing that was found. Nothing need-to-know (L3) is ever in it. */
export const searchHit = z
  .object({
    /** Of the thing itself: the version of a row, the number of an area, the code of a target. */
    id: z.string(),
    /** Of the plan it is in, null for all else. */
    year: z.int().nullable(),
    /** The task that a target belongs to, null for all else. */
    task: z.string().nullable(),
    title: z.string(),
    /** What kind of thing it is, more closely: the year of a plan, the name of a register. */
    note: words,
    /** Where a word stands that the title does not have: in which column, and what stands around it; null where the title has all. */
    says: z.object({ label: words.nullable(), text: z.string() }).nullable(),
  })
  .meta({ id: 'SearchHit' })
export type SearchHit = z.infer<typeof searchHit>

export const searchGroup = z
  .object({
    kind: searchKind,
    hits: z.array(searchHit),
    /** Whether there is more than is shown. How much, nobody is told. */
    more: z.boolean(),
  })
  .meta({ id: 'SearchGroup' })
export type SearchGroup = z.infer<typeof searchGroup>

export const searchFound = z
  .object({
    /** The words that were looked for, as they are compared. */
    words: z.array(z.string()),
    /** No word of two signs was typed: nothing was looked for. */
    tooShort: z.boolean(),
    /** Those in which something was found. */
    groups: z.array(searchGroup),
    /** While the index of rows lags: those that became known after this may be missing, save the newest; null where none is. */
    behind: z.object({ through: instant.nullable() }).nullable(),
  })
  .meta({ id: 'SearchFound' })
export type SearchFound = z.infer<typeof searchFound>
