import { z } from 'zod'
import { asOfQuery, day, decimal, id, instant, problem, words } from './common.ts'
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
    /** When it is required, in words, where that depends on the rest of the row. */
    requiredWhen: words.nullable(),
    unitLabel: words.nullable(),
    privacy: z.enum(['L1', 'L2', 'L3']),
    /** The register whose rows it refers to. */
    register: z.string().nullable(),
    options: z.array(z.object({ value: z.string(), label: words })),
    /** Of evidence: the classes of which one proves the row, `E1` to `E4`. */
    classes: z.array(z.string()),
    maxLength: z.int().nullable(),
    /** Whether the office has added it; a retired one keeps what it holds and takes no more. */
    own: z.enum(['open', 'retired']).nullable(),
  })
  .meta({ id: 'RegisterColumn' })
/** 状态: where a row may stand in the lifecycle of its register, and how it goes on. Verification runs beside it. */
export const registerStatus = z
  .object({
    initial: z.string(),
    /** Whether a time limit bids a step anywhere. */
    timed: z.boolean(),
    states: z.array(z.object({ id: z.string(), label: words, end: z.boolean() })),
    moves: z.array(
      z.object({
        id: z.string(),
        label: words,
        from: z.array(z.string()),
        to: z.string(),
        /** Columns that have to be filled before. */
        needs: z.array(z.string()),
        /** Whether it is made with a reason. */
        because: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'RegisterStatus' })
export const registerShape = z
  .object({
    id: z.string(),
    label: words,
    /** 门类: under what it stands in the list of registers. */
    topic: words,
    columns: z.array(registerColumn),
    key: z.array(z.string()),
    /** Null where its rows have no lifecycle. */
    status: registerStatus.nullable(),
    /** The column by which its rows lie on the map. */
    geometry: z.string().nullable(),
    /** The column of evidence that a row needs before it counts. */
    evidence: z.string().nullable(),
    /** 保存期限: how long its rows have to be kept, in words, where a paper says so. */
    retention: words.nullable(),
    /** What whoever asks may do in this register. */
    may: z.array(z.enum(['enter', 'verify'])),
  })
  .meta({ id: 'RegisterShape' })
export type RegisterShape = z.infer<typeof registerShape>

export const entryState = z.enum(['submitted', 'verified', 'returned', 'corrected', 'withdrawn'])
/**
 * A version of a row of a register with its states as known at the moment asked for. Values by column id, in the text
 * form of their kind; empty columns may be left out.
 */
export const entry = z
  .object({
    id,
    /** The first version of the row. */
    rootId: id,
    register: z.string(),
    /** 台账编号: `HD-2023-00012`. Every version of a row has the same. */
    number: z.string(),
    version: z.int(),
    values: z.record(z.string(), z.string()),
    targetId: id.nullable(),
    trueOn: day,
    knownAt: instant,
    state: entryState,
    /** Where the row stands in the lifecycle of its register; null where that has none. */
    status: z.string().nullable(),
    /** The move that made this version. */
    move: z.string().nullable(),
    /** The moves that whoever asks may make from here. */
    moves: z.array(z.string()),
    /** 时限: the next step that a time limit bids; null where none does, or another version stands in its place. */
    due: z
      .object({
        move: z.string(),
        on: day,
        late: z.boolean(),
        /** Where the row stands by itself since that day is over; worked out, not kept. */
        to: z.string().nullable(),
        /** Whether days were counted of a year whose holidays are not known. */
        byWeekdays: z.boolean(),
      })
      .nullable(),
    enteredBy: z.string(),
    verifiedBy: z.string().nullable(),
    verifiedAt: instant.nullable(),
    returnedBecause: z.string().nullable(),
    /** The signed paper by which it was verified or returned; null where that was clicked, or has not been. */
    byPaper: paperNote.nullable(),
    corrects: id.nullable(),
    correctedBy: id.nullable(),
    /** 补录: entered for a month that was locked. 未逐笔: an opening balance in place of single rows. */
    marks: z.array(z.enum(['late', 'system', 'unitemised'])),
    /** What this officer may do with it now, by the same rows that the server checks. */
    may: z.array(z.enum(['verify', 'return', 'correct', 'withdraw'])),
  })
  .meta({ id: 'Entry' })
export type Entry = z.infer<typeof entry>

export const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, '月份写作 2023-06\nwrite a month as 2023-06')
/** 封账: what the month came to is what was known at `lockedAt`. */
export const monthLock = z
  .object({
    month,
    lockedAt: instant,
    lockedBy: z.string(),
    /** 补录: how many rows were entered for it since. */
    late: z.int(),
  })
  .meta({ id: 'MonthLock' })
export type MonthLock = z.infer<typeof monthLock>
export const monthLocks = z
  .object({
    months: z.array(monthLock),
    /** Months of adopted plans that are over and not locked yet, the earliest first. */
    open: z.array(month),
  })
  .meta({ id: 'MonthLocks' })
export type MonthLocks = z.infer<typeof monthLocks>
/** What a month is before it is locked: rows that would not be in its figures, because nobody has verified them yet. */
export const monthPreview = z
  .object({
    month,
    /** Rows and facts of the month that count by now. */
    verified: z.int(),
    waiting: z.array(z.object({ unit: z.string(), register: z.string(), label: words, rows: z.int() })),
  })
  .meta({ id: 'MonthPreview' })
export type MonthPreview = z.infer<typeof monthPreview>

/** Values by column id in the text form of their kind. An area on the map may have thousands of corners. */
const textValues = z.record(z.string().max(60), z.string().max(150_000))
/** A row as it stands: where it is further than the beginning of its lifecycle, `status` says how far. */
export const newEntry = z.object({ values: textValues, status: z.string().max(60).optional() })
export const moveEntry = z.object({
  move: z.string().max(60),
  /** What the move brings; the other values stay. */
  values: textValues,
  because: z.string().max(300),
})
/** What a register says of a draft. Nothing is kept. */
export const checkedDraft = z
  .object({
    problems: z.array(z.object({ column: z.string(), problem })),
    /** The columns that a row like this one is asked for, and those of them that it needs. */
    asked: z.array(z.string()),
    needed: z.array(z.string()),
    /** What the clerk should know before it is entered, though nothing stops it. */
    notes: z.array(words),
  })
  .meta({ id: 'CheckedDraft' })
export type CheckedDraft = z.infer<typeof checkedDraft>
/** `move`: the move that the draft is filled in for, whose needs are told. `entryId`: the row of which it is a later version. */
export const checkEntry = newEntry.extend({ move: z.string().max(60).optional(), entryId: id.optional() })
/** 换算: what the places of a column were read as, where they are not in CGCS2000. */
export const placeConversion = z.enum(['GCJ-02', 'BD-09', 'swapped'])
export type PlaceConversion = z.infer<typeof placeConversion>
export const batch = z.object({
  rows: z.array(textValues).min(1).max(2000),
  /** The columns of coordinates whose cells somebody wants converted, by column. */
  convert: z.record(z.string().max(60), placeConversion).optional(),
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
      /** What should be known of a row that is taken. */
      note: words.nullable(),
    }),
  ),
})
export type BatchResult = z.infer<typeof batchResult>
export const verifyEntries = z.object({ ids: z.array(id).min(1).max(2000) })
export const returnEntry = z.object({ because: z.string().min(2).max(300) })
export const correctEntry = z.object({ values: textValues, because: z.string().min(2).max(300) })

/** Rows as somebody saw them, each with its version. */
const seenEntries = z
  .array(z.object({ id, version: z.int() }))
  .min(1)
  .max(2000)
/** `preview`: say what would become of each, change nothing. */
export const returnEntries = returnEntry.extend({ entries: seenEntries, preview: z.boolean() })
/** The same values for each of the rows; what is left out stays as it is. */
export const correctEntries = returnEntries.extend({ values: textValues })
/** One move for each of the rows; what it brings is the same for all of them. */
export const moveEntries = moveEntry.extend({ entries: seenEntries, preview: z.boolean() })
/** What became of many rows: those that are not refused were done, or would be. */
export const batchSteps = z
  .object({ done: z.int(), refused: z.array(z.object({ id, problem })) })
  .meta({ id: 'BatchSteps' })
export type BatchSteps = z.infer<typeof batchSteps>

// Signs that nobody sees stand in no cell, and the database knows no text with a zero in it.
const sought = (length: number) =>
  z
    .string()
    .max(length)
    .regex(/^\P{Cc}*$/u, '有看不见的字符\nthere is a sign that nobody sees')
const columnId = sought(60)
/** What the cells of one column have to be: one of these, from this on, up to that; blank or filled. */
const columnAsked = z.object({
  is: z.array(sought(200)).min(1).max(50).optional(),
  from: sought(40).optional(),
  to: sought(40).optional(),
  filled: z.boolean().optional(),
})
export type ColumnAsked = z.infer<typeof columnAsked>

const unreadableFilter = '筛选条件不对\nthe filter cannot be read'
const jsonText = z
  .string()
  .max(4000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.issues.push({ code: 'custom', message: unreadableFilter, input: text })
      return z.NEVER
    }
  })

/** A row of a ledger is shown once, as its newest version that nobody took back; or each version of it is. */
export const listed = z.enum(['row', 'version'])

export const entriesQuery = asOfQuery.extend({
  target: id.optional(),
  state: entryState.optional(),
  /** Where the row stands in the lifecycle of its register. */
  status: sought(40).optional(),
  /** The name of the unit that the row is from. */
  unit: sought(60).optional(),
  /** The number of a row, or what numbers begin with: `HD-2023`. */
  number: sought(40).optional(),
  text: sought(60).optional(),
  /** By the day it was true, both ends within. */
  from: day.optional(),
  to: day.optional(),
  /** By column, as JSON: `{"eventType":{"is":["drill"]},"attendance":{"from":"10"}}`. */
  columns: jsonText.pipe(z.record(columnId, columnAsked)).optional(),
  /** A column, or `number`, `trueOn`, `state`, `status`; left out, the newest rows come first. */
  sort: columnId.optional(),
  /** 补录: only rows that were entered for a month that was locked already. */
  mark: z.literal('late').optional(),
  /** 时限: rows whose next step is overdue, or due within so many days. */
  due: z.union([z.literal('late'), z.coerce.number().int().min(0).max(60)]).optional(),
  way: z.enum(['up', 'down']).default('up'),
  each: listed.default('version'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: id.optional(),
})
export const entryPage = z.object({ total: z.int(), entries: z.array(entry), next: id.nullable() })

/** One version of a row with what people made of it. */
export const entryVersion = z
  .object({
    entry,
    /** Why it was corrected or moved on; empty for the first version. */
    because: z.string(),
    events: z.array(
      z.object({
        kind: z.enum(['verified', 'returned', 'withdrawn']),
        at: instant,
        by: z.string(),
        because: z.string(),
      }),
    ),
  })
  .meta({ id: 'EntryVersion' })
export type EntryVersion = z.infer<typeof entryVersion>

/** What a version of a row says, and whether that counts. */
export const saidFact = z
  .object({
    id,
    entryId: id,
    trueOn: day,
    quantity: decimal,
    unit: z.string(),
    /** What it is about, where it is about something. */
    subject: z.string(),
    /** The measure that it serves; null where it serves a target itself. */
    measure: z.string().nullable(),
    /** The measure in words, or the code of its target. */
    serves: words,
    /** The target that it serves itself, up to the sentence of the report. */
    target: z.object({ id, code: z.string(), taskId: id, task: z.string(), sentence: z.string() }).nullable(),
    counted: z.boolean(),
    because: words,
  })
  .meta({ id: 'SaidFact' })
export type SaidFact = z.infer<typeof saidFact>

/** A row with its whole history, the oldest version first, and the facts of all of them. */
export const entryDetail = z
  .object({ entry, versions: z.array(entryVersion), facts: z.array(saidFact) })
  .meta({ id: 'EntryDetail' })
export type EntryDetail = z.infer<typeof entryDetail>

/** A target that a row counts for by way of an indicator, up to the sentence of the report. */
export const servedTarget = z
  .object({
    id,
    code: z.string(),
    taskId: id,
    number: z.string(),
    task: z.string(),
    sentence: z.string(),
    /** 只作佐证: its rows count for another target already. */
    evidenceOnly: z.boolean(),
    /** Whether the row counts for it as it stands, and why or why not. */
    counted: z.boolean(),
    because: words,
  })
  .meta({ id: 'ServedTarget' })
export type ServedTarget = z.infer<typeof servedTarget>

/** Where the facts of a row lead on: what reads each measure, and which targets get their number from it. */
export const entryTargets = z
  .object({
    measures: z.array(
      z.object({
        measure: z.string(),
        indicators: z.array(z.object({ id: z.string(), label: words, says: words, targets: z.array(servedTarget) })),
      }),
    ),
    /** Targets that the row names itself and whose number an indicator gives: the row does not count there. */
    overruled: z.array(z.object({ target: id, indicator: words })),
  })
  .meta({ id: 'EntryTargets' })
export type EntryTargets = z.infer<typeof entryTargets>

/** Rows of one register and nearly one day with a title that is nearly the same. */
export const alikeRows = z.object({ alike: z.array(z.object({ entry, percent: z.int() })) })
export type AlikeRows = z.infer<typeof alikeRows>

/** How many rows a register has for whoever asks, and how many of each unit wait to be verified. */
export const ledgerCounts = z.object({
  /** The registers that are not open to the post of whoever asks, by the circle they are for; null where that is the duty alone. */
  closed: z.array(z.object({ circle: words.nullable(), registers: z.int() })),
  ledgers: z.array(
    z.object({
      register: z.string(),
      rows: z.int(),
      waiting: z.array(z.object({ unit: z.string(), rows: z.int() })),
    }),
  ),
})
export type LedgerCounts = z.infer<typeof ledgerCounts>

/** How somebody looks at a register: the filter as it stands in the address, and the columns that are shown. */
export const ledgerView = z.object({
  asked: z.record(z.string().max(60), z.string().max(4000)),
  columns: z.array(z.string().max(60)).max(300).nullable(),
})
export type LedgerView = z.infer<typeof ledgerView>
export const saveView = z.object({ name: z.string().trim().min(1).max(30), view: ledgerView })
export const savedViews = z
  .object({ views: z.array(z.object({ id, name: z.string(), view: ledgerView })) })
  .meta({ id: 'SavedViews' })
export type SavedViews = z.infer<typeof savedViews>

/** A row that was looked at for a target, and why it counted or did not. */
export const countedRow = z
  .object({
    entryId: id,
    /** The register that it stands in. */
    register: z.string(),
    trueOn: day,
    knownAt: instant,
    unit: z.string(),
    quantity: decimal,
    note: z.string(),
    paper: z.string(),
    /** 补录: entered when its month was locked already. */
    late: z.boolean(),
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
    /** What gives the number, and how it was worked out; null where rows name the target themselves. */
    number: z
      .object({
        indicator: z.string(),
        label: words,
        unit: z.string(),
        /** The sentence of the declaration. */
        says: words,
        /** The figures in it. */
        formula: words,
        source: z.string(),
        owner: words,
        evidenceOnly: z.boolean(),
        since: instant,
      })
      .nullable(),
    rows: z.array(countedRow),
    /** The days that curve and history run over: the plan's year, and on to the end of the year it is due in. */
    span: z.object({ from: day, to: day }),
    /** Month ends of the span: planned and, up to `on`, actual. */
    curve: z.array(z.object({ on: day, planned: decimal.nullable(), actual: decimal.nullable() })),
    history: z.array(z.object({ on: day, light: working.shape.light })),
  })
  .meta({ id: 'Explanation' })
export type Explanation = z.infer<typeof explanation>
