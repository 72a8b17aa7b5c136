import { z } from 'zod'
import { id, instant, problem, words } from './common.ts'
import { placeConversion } from './register.ts'

/** One thing that is wrong with a row or with one cell of it, in words for whoever keeps the sheet. */
export const sheetRefusal = z
  .object({
    /** As the sheet numbers it. */
    row: z.int(),
    /** The letter of the column; null where no column of the sheet says it. */
    column: z.string().nullable(),
    /** What stands at its head, or the column of the register that no column of the sheet fills. */
    head: z.string(),
    problem: problem.omit({ facts: true, kind: true }),
  })
  .meta({ id: 'SheetRefusal' })
export type SheetRefusal = z.infer<typeof sheetRefusal>

/** A field that a column of the sheet may be mapped to. */
export const sheetTarget = z.object({ id: z.string(), label: words, needed: z.boolean() }).meta({ id: 'SheetTarget' })

export const sheetColumn = z
  .object({
    /** From 0. */
    at: z.int(),
    letter: z.string(),
    head: z.string(),
    unit: z.string(),
    /** Dropped whole: it holds what no register may keep of a person. */
    personal: z.boolean(),
    field: z.string().nullable(),
    sure: z.enum(['same', 'known', 'alike', 'settled']).nullable(),
    samples: z.array(z.string()),
  })
  .meta({ id: 'SheetColumn' })
export type SheetColumn = z.infer<typeof sheetColumn>

/** A column of the register that the sheet does not fill: one value for every row may be given. */
export const sheetConstant = z
  .object({
    column: z.string(),
    label: words,
    needed: z.boolean(),
    options: z.array(z.object({ value: z.string(), label: words })),
    /** Whether it is files that prove every row; the options are then the classes of which one is enough. */
    evidence: z.boolean(),
    value: z.string(),
  })
  .meta({ id: 'SheetConstant' })
export type SheetConstant = z.infer<typeof sheetConstant>

/** Words of the sheet that the register does not know, and what they were said to mean. */
export const sheetWord = z
  .object({
    column: z.string(),
    label: words,
    word: z.string(),
    rows: z.int(),
    means: z.string(),
    options: z.array(z.object({ value: z.string(), label: words })),
  })
  .meta({ id: 'SheetWord' })
export type SheetWord = z.infer<typeof sheetWord>

const counts = z.object({ new: z.int(), changed: z.int(), same: z.int(), refused: z.int(), passed: z.int() })
export type ImportCounts = z.infer<typeof counts>

export const importState = z.enum(['reading', 'checking', 'ready', 'accepted', 'withdrawn', 'failed'])

const sheetPlace = z.object({ column: z.string(), label: words, convert: placeConversion.nullable() })
export type SheetPlace = z.infer<typeof sheetPlace>

/** 状态: where new rows stand whose sheet does not say it. */
const sheetStands = z.object({
  value: z.string(),
  /** Those at which a row may be entered. */
  states: z.array(z.object({ id: z.string(), label: words })),
  /** A later state that the filled columns speak of. */
  implied: z.object({ label: words, columns: z.array(words) }).nullable(),
})
export type SheetStands = z.infer<typeof sheetStands>

/** What was understood of a sheet: where its rows begin, how its columns are mapped, what will become of its rows. */
export const sheetUnderstood = z
  .object({
    sheet: z.string(),
    sheets: z.array(z.string()),
    titles: z.array(z.string()),
    year: z.int().nullable(),
    headRows: z.array(z.int()),
    rows: z.int(),
    shape: words,
    wide: z.boolean(),
    columns: z.array(sheetColumn),
    targets: z.array(sheetTarget),
    constants: z.array(sheetConstant),
    /** The columns of coordinates that the sheet fills, and how their cells are converted. */
    places: z.array(sheetPlace),
    /** Null where a column of the sheet says it, or rows of the register have no lifecycle. */
    stands: sheetStands.nullable(),
  })
  .meta({ id: 'SheetUnderstood' })

export const sheetImport = z
  .object({
    id,
    version: z.int(),
    register: z.string(),
    name: z.string(),
    bytes: z.int(),
    state: importState,
    addedBy: z.string(),
    addedAt: instant,
    /** How far the work at hand has got. */
    progress: z.object({ done: z.int(), all: z.int() }),
    understood: sheetUnderstood.nullable(),
    counts: counts.nullable(),
    /** The first rows that are taken, as they will stand: values by column of the register, in their text form. */
    first: z.array(
      z.object({
        row: z.int(),
        became: z.enum(['new', 'changed', 'same']),
        status: z.string().nullable(),
        values: z.record(z.string(), z.string()),
      }),
    ),
    /** All that is wrong with the first refused rows; every row stands in the workbook that is handed back. */
    refusals: z.array(sheetRefusal),
    words: z.array(sheetWord),
    /** What should be known of rows that are taken, and of how many. */
    notes: z.array(z.object({ says: words, rows: z.int() })),
    failed: problem.omit({ facts: true }).nullable(),
    acceptedAt: instant.nullable(),
    withdrawn: z.object({ at: instant, because: z.string(), rows: z.int(), left: z.int() }).nullable(),
    may: z.array(z.enum(['map', 'accept', 'withdraw'])),
  })
  .meta({ id: 'SheetImport' })
export type SheetImport = z.infer<typeof sheetImport>

export const importLine = sheetImport.pick({
  id: true,
  register: true,
  name: true,
  state: true,
  addedBy: true,
  addedAt: true,
  counts: true,
})
export const sheetImports = z.object({ imports: z.array(importLine) }).meta({ id: 'SheetImports' })
export type SheetImports = z.infer<typeof sheetImports>

/** What a person settles of a sheet; it is remembered for the next one with the same head. */
export const mapImport = z.strictObject({
  columns: z.array(z.strictObject({ at: z.int().min(0).max(1000), field: z.string().max(60).nullable() })).max(200),
  constants: z.record(z.string().max(60), z.string().max(2000)),
  words: z.record(z.string().max(60), z.record(z.string().max(200), z.string().max(200))),
  /** The columns of coordinates whose cells are converted, by column of the register. */
  convert: z.record(z.string().max(60), placeConversion).optional(),
})
export const withdrawImport = z.strictObject({ because: z.string().trim().min(2).max(300) })
export const importsQuery = z.object({ register: z.string().max(60).optional() })
export const sheetQuery = z.object({ empty: z.enum(['true', 'false']).default('false') })
