import { z } from 'zod'
import { asOfQuery, day, decimal, id, instant, words } from './common.ts'
import { light } from './light.ts'
import { entryState } from './register.ts'

/** A row as a start page names it: nothing of what it says. */
export const startRow = z
  .object({
    id,
    register: z.string(),
    label: words,
    number: z.string(),
    trueOn: day,
    state: entryState,
    /** Why it was sent back, which evidence it lacks, by when a step is due; empty where there is nothing to say. */
    says: words,
  })
  .meta({ id: 'StartRow' })
export type StartRow = z.infer<typeof startRow>

/** How many there are, and the first of them. */
const some = z.object({ total: z.int(), rows: z.array(startRow) })

/** 格子: a target beside what one's own rows come to. Nothing in it tells of rows of others that nobody verified. */
export const startCell = z
  .object({
    target: id,
    code: z.string(),
    task: z.object({ id, number: z.string(), title: z.string() }),
    subject: z.string(),
    light,
    says: words,
    /** What own rows come to in the printed unit; null where a part of the number cannot be told from the whole. */
    own: z.object({ verified: decimal.nullable(), reported: decimal.nullable(), waiting: z.int() }),
    printedUnit: z.string(),
    /** The last day that an own row speaks of. */
    last: day.nullable(),
    /** Months of the year that are over and have no own row since the first that has one, as people write them. */
    missing: z.string(),
  })
  .meta({ id: 'StartCell' })
export type StartCell = z.infer<typeof startCell>

export const startTask = z
  .object({ id, number: z.string(), title: z.string(), light, part: z.enum(['lead', 'support']) })
  .meta({ id: 'StartTask' })

/** What a post has to do with of its own: its units, their tasks, cells, gaps and registers. */
export const startMine = z
  .object({
    units: z.array(z.string()),
    tasks: z.array(startTask),
    cells: z.array(startCell),
    gaps: z.object({ returned: some, unproved: some, due: some }),
    newest: z.array(startRow),
    /** Registers that may be entered into. */
    registers: z.array(z.object({ register: z.string(), label: words })),
  })
  .meta({ id: 'StartMine' })
export type StartMine = z.infer<typeof startMine>

/** What the supervision clerk looks at first. */
export const startWatch = z
  .object({
    /** The day that lights are compared with, as known at its end. */
    since: day,
    turned: z.array(z.object({ id, number: z.string(), title: z.string(), before: light, light })),
    waiting: z.array(z.object({ register: z.string(), label: words, unit: z.string(), rows: z.int() })),
    /** Units with a part in the plan that entered nothing for so many days; null where they never did. */
    silent: z.array(z.object({ unit: z.string(), last: day.nullable() })),
    silentDays: z.int(),
  })
  .meta({ id: 'StartWatch' })
export type StartWatch = z.infer<typeof startWatch>

export const startQuery = asOfQuery.extend({ since: day.optional() })

export const startPage = z
  .object({
    on: day,
    knownAt: instant,
    /** The year whose plan is looked at; null while none is adopted. */
    year: z.int().nullable(),
    mine: startMine.nullable(),
    watch: startWatch.nullable(),
  })
  .meta({ id: 'StartPage' })
export type StartPage = z.infer<typeof startPage>
