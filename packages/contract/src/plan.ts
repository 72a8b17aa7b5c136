import { isDue } from '@guatu/core/shared'
import { z } from 'zod'
import { day, decimal, id, instant, span, words } from './common.ts'
import { light, working } from './light.ts'
import { paperNote } from './paper.ts'

export const comparator = z.enum(['>=', '>', '<=', '<', '=', '~', 'range'])
export const basis = z.enum(['level', 'increment', 'growth', 'share', 'rank', 'coverage', 'frequency'])
export const milestoneEvent = z.enum([
  'approve',
  'start',
  'progress',
  'complete',
  'operate',
  'establish',
  'acquire',
  'sell',
  'remove',
  'award',
  'hold',
])
export const sourceKind = z.enum(['report', 'livelihood', 'assigned', 'meeting'])
/** `2023-06-30`, `2023-06`, `2023-Q2` or `2023`: a day of the calendar, where it is a day. */
export const due = z
  .string()
  .refine(
    isDue,
    '时限写作 2023、2023-Q2、2023-06 或 2023-06-30，须是日历上有的日子\nwrite a deadline as 2023, 2023-Q2, 2023-06 or 2023-06-30, a day of the calendar',
  )
/** As an older version kept it, which may name a day that no calendar has; whoever judges takes that for no date. */
const keptDue = z.string().max(10)

export const targetWords = z.object({
  at: span,
  comparator,
  value: decimal,
  valueTo: decimal.nullable(),
  unit: z.string().max(20),
  printedUnit: z.string().max(20),
  basis,
  subject: z.string().max(120),
  stretch: z.boolean(),
  down: z.boolean(),
  due: due.nullable(),
})
export const milestoneWords = z.object({
  at: span,
  subject: z.string().max(120),
  event: milestoneEvent,
  due: due.nullable(),
})

/** How far a person has got with a phrase: open, confirmed, or set aside. Doubtful ones carry the reasons. */
export const reviewState = z.enum(['open', 'confirmed', 'rejected'])
export const doubt = z.object({ code: z.string(), says: words, at: span })

const reviewed = {
  key: z.string(),
  task: z.string().nullable(),
  state: reviewState,
  doubts: z.array(doubt),
  rule: z.string(),
}

export const reviewTarget = targetWords
  .extend({ kind: z.literal('target'), ...reviewed, due: keptDue.nullable() })
  .meta({ id: 'ReviewTarget' })
export const reviewMilestone = milestoneWords
  .extend({ kind: z.literal('milestone'), ...reviewed, due: keptDue.nullable() })
  .meta({ id: 'ReviewMilestone' })
export const reviewContext = z
  .object({ kind: z.literal('context'), key: z.string(), task: z.string().nullable(), at: span, why: words })
  .meta({ id: 'ReviewContext' })
export const reviewTask = z
  .object({
    key: z.string(),
    number: z.string().nullable(),
    area: z.int().nullable(),
    title: z.string(),
    at: span,
    lead: z.array(z.string()),
    support: z.array(z.string()),
    leaders: z.array(z.string()),
    due: keptDue.nullable(),
    uncheckable: words.nullable(),
    /** Why it is no task and stays out of the plan; null where it is one. */
    dropped: z.string().nullable(),
  })
  .meta({ id: 'ReviewTask' })

/** A source under review: its own words, and what is proposed to be read from them. */
export const review = z
  .object({
    id,
    year: z.int(),
    sourceKind,
    title: z.string(),
    fileName: z.string(),
    datedOn: day,
    /** Papers of the same year that came before, from the very same file. */
    sameFiles: z.array(z.object({ id, title: z.string(), receivedAt: instant })),
    /** Counts decisions; goes back as `If-Match`. */
    version: z.int(),
    adoptedAs: z.int().nullable(),
    text: z.string(),
    areas: z.array(z.object({ title: z.string(), parent: z.string().nullable(), at: span })),
    tasks: z.array(reviewTask),
    items: z.array(z.discriminatedUnion('kind', [reviewTarget, reviewMilestone])),
    context: z.array(reviewContext),
    remarks: z.array(z.object({ code: z.string(), says: words, at: span.nullable(), task: z.string().nullable() })),
    announced: z.object({ areas: z.int().nullable(), tasks: z.int().nullable() }),
    missing: z.array(z.string()),
    counts: z.object({ open: z.int(), doubtful: z.int(), confirmed: z.int(), rejected: z.int() }),
    canUndo: z.boolean(),
    /** Why the whole paper was set aside, null where it was not. */
    setAside: z.string().nullable(),
  })
  .meta({ id: 'Review' })
export type Review = z.infer<typeof review>

/** One thing a reviewer decides. Splitting and merging name the pieces; nothing changes the original words. */
export const decision = z
  .discriminatedUnion('do', [
    z.object({ do: z.literal('confirm'), keys: z.array(z.string()).min(1) }),
    z.object({ do: z.literal('confirmSure') }),
    z.object({ do: z.literal('reopen'), keys: z.array(z.string()).min(1) }),
    z.object({ do: z.literal('reject'), keys: z.array(z.string()).min(1), because: z.string().max(300).default('') }),
    z.object({ do: z.literal('correctTarget'), key: z.string(), to: targetWords.omit({ at: true }).partial() }),
    z.object({ do: z.literal('correctMilestone'), key: z.string(), to: milestoneWords.omit({ at: true }).partial() }),
    z.object({ do: z.literal('addTarget'), task: z.string(), target: targetWords }),
    z.object({ do: z.literal('addMilestone'), task: z.string(), milestone: milestoneWords }),
    z.object({ do: z.literal('split'), key: z.string(), into: z.array(targetWords).min(2).max(12) }),
    z.object({ do: z.literal('splitMilestone'), key: z.string(), into: z.array(milestoneWords).min(2).max(12) }),
    z.object({ do: z.literal('merge'), keys: z.array(z.string()).min(2).max(12), into: targetWords }),
    z.object({ do: z.literal('mergeMilestones'), keys: z.array(z.string()).min(2).max(12), into: milestoneWords }),
    z.object({ do: z.literal('retitle'), task: z.string(), title: z.string().min(1).max(12) }),
    z.object({
      do: z.literal('own'),
      task: z.string(),
      lead: z.array(z.string().max(40)),
      support: z.array(z.string().max(40)),
      leaders: z.array(z.string().max(40)),
      due: due.nullable(),
    }),
    z.object({ do: z.literal('dropTask'), task: z.string(), because: z.string().trim().min(2).max(300) }),
    z.object({ do: z.literal('keepTask'), task: z.string() }),
    z.object({ do: z.literal('setAside'), because: z.string().trim().min(2).max(300) }),
    z.object({ do: z.literal('undo') }),
  ])
  .meta({ id: 'Decision' })
export type Decision = z.infer<typeof decision>

export const adopt = z.object({
  /** Open and doubtful phrases are said back; adopting with them needs this to be true. */
  withOpen: z.boolean().default(false),
  adoptedOn: day,
  paperNumber: z.string().max(60).default(''),
})

export const sourceRow = z
  .object({
    id,
    year: z.int(),
    sourceKind,
    title: z.string(),
    fileName: z.string(),
    datedOn: day,
    series: z.string(),
    version: z.int(),
    adoptedAs: z.int().nullable(),
    receivedAt: instant,
    tasks: z.int(),
    setAside: z.boolean(),
  })
  .meta({ id: 'SourceRow' })

/** A target of an adopted plan. `code` is `T17.1`, in sentence order. */
export const planTarget = z
  .object({
    id,
    code: z.string(),
    kind: z.enum(['target', 'milestone']),
    says: z.string(),
    subject: z.string(),
    at: span.nullable(),
    comparator: comparator.nullable(),
    value: decimal.nullable(),
    valueTo: decimal.nullable(),
    unit: z.string(),
    printedUnit: z.string(),
    basis: basis.nullable(),
    event: milestoneEvent.nullable(),
    stretch: z.boolean(),
    down: z.boolean(),
    /** The report's own words of comparison, before and behind the figure: 不少于, 以上. Null where it prints none. */
    printedComparator: z.object({ before: z.string(), after: z.string() }).nullable(),
    due: keptDue.nullable(),
    /** Whether the generic register may feed it: a count or an amount, and the right to enter it. */
    feedable: z.boolean(),
  })
  .meta({ id: 'PlanTarget' })
export type PlanTarget = z.infer<typeof planTarget>

export const planTask = z
  .object({
    id,
    number: z.string(),
    area: z.int().nullable(),
    title: z.string(),
    sentence: z.string(),
    /** Offset of `sentence` in the source's text; spans of targets are relative to the source's text. */
    at: span.nullable(),
    source: z.object({ id, kind: sourceKind, title: z.string(), datedOn: day }),
    lead: z.array(z.string()),
    support: z.array(z.string()),
    leaders: z.array(z.string()),
    due: keptDue.nullable(),
    uncheckable: words.nullable(),
    light,
    targets: z.array(planTarget.extend({ working })),
  })
  .meta({ id: 'PlanTask' })
export type PlanTask = z.infer<typeof planTask>

export const plan = z
  .object({
    year: z.int(),
    version: z.int(),
    adoptedAt: instant,
    versions: z.array(
      z.object({
        version: z.int(),
        adoptedAt: instant,
        adoptedOn: day,
        by: z.string(),
        says: z.string(),
        byPaper: paperNote.nullable(),
      }),
    ),
    announced: z.object({ areas: z.int().nullable(), tasks: z.int().nullable() }),
    missing: z.array(z.string()),
    areas: z.array(z.object({ number: z.int(), title: z.string(), short: z.string() })),
    tasks: z.array(planTask),
  })
  .meta({ id: 'Plan' })
export type Plan = z.infer<typeof plan>

/** A later change of one target: a dated version of the plan with the reason for it. The sentence stays. */
export const settle = z.object({
  to: targetWords.omit({ at: true }).partial(),
  because: z.string().min(2).max(300),
  adoptedOn: day,
  paperNumber: z.string().max(60).default(''),
})

/** A task added by hand, its source named; `words` is the sentence, read like any other. */
export const addTask = z.object({
  sourceKind,
  sourceTitle: z.string().min(2).max(120),
  datedOn: day,
  number: z
    .string()
    .trim()
    .regex(/^[^\s.]{1,10}(?:\.\d{1,2}){0,2}$/),
  area: z.int().nullable(),
  words: z.string().min(2).max(4000),
})
export type SourceRow = z.infer<typeof sourceRow>
