import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Day, isDay } from '@guatu/core/shared'
import { z } from 'zod'

const day = z.string().refine(isDay, 'a day is written 2023-06-30') as unknown as z.ZodType<Day>
const perMille = z.int().min(0).max(1000)
const months = z.array(z.int().min(0)).length(12)
const evidenceClass = z.enum(['E1', 'E2', 'E4'])

const person = z.object({
  key: z.string(),
  /** As the office lists them; the sample adds only people that are not built in. */
  name: z.string(),
  /** Whether every sample has them. */
  builtIn: z.boolean().default(false),
  title: z.string(),
  unit: z.string(),
  duties: z.array(z.enum(['handler', 'communityStaff', 'unitHead', 'supervisor'])).min(1),
  /** The weekdays on which they see to the ledgers, 1 for Monday. */
  weekdays: z.array(z.int().min(1).max(7)).min(1),
  /** And on which working day of a month, counted from its end. */
  fromEnd: z.int().min(1).max(15).default(2),
})

const community = z.object({
  name: z.string(),
  weight: z.int().min(1),
  /** 薄弱: what it reports comes later and is sent back more often. */
  weak: z.boolean().default(false),
  /** Its boundary on the map. */
  ring: z.array(z.tuple([z.number(), z.number()])).min(4),
})

/** Rows of one kind: where they stand, who enters them, how many there are and when. */
const stream = z
  .object({
    id: z.string(),
    register: z.string(),
    /** The state at which they are entered, a text to be filled; left out, the first of the lifecycle. */
    status: z.string().optional(),
    by: z.string(),
    /** How many there are in the whole year, by monthly weights. */
    count: z.int().min(0).optional(),
    weights: z.union([z.string(), months]).optional(),
    /** Instead of a count: the very days, or one of every day or month. */
    on: z.array(day).optional(),
    each: z.enum(['day', 'month']).optional(),
    /** A figure of each month and how far, in a hundred, a single one strays from it. */
    level: z
      .object({ months: z.array(z.string()).length(12), strays: z.int().min(0), places: z.int().min(0) })
      .optional(),
    /** Days on which nothing comes, such as a feed that is broken. */
    silent: z.array(z.object({ from: day, to: day })).default([]),
    /** Whether it happens on days off too. */
    daysOff: z.boolean().default(false),
    evidence: z.array(evidenceClass).default([]),
    pools: z.record(z.string(), z.array(z.string()).min(1)).default({}),
    values: z.record(z.string(), z.string()),
    /** The column by whose wording a row that was told twice passes for another; left out where nobody tells twice. */
    alike: z.string().optional(),
    /** What a correction changes of a row that was sent back. */
    amended: z.record(z.string(), z.string()).default({}),
  })
  .refine(
    ({ count, weights, on, each }) =>
      [count !== undefined && weights !== undefined, on, each].filter(Boolean).length === 1,
    'a stream has a count with weights, or days, or one of each day or month',
  )

/** A target, by the number of its task and its figure, or by its code where a task has two of one figure. */
const target = z.object({ task: z.string(), value: z.string(), code: z.string().optional() })

const single = z.object({
  register: z.string(),
  status: z.string().optional(),
  by: z.string(),
  enteredOn: day,
  evidence: z.array(evidenceClass).default([]),
  /** Rows that stay unverified. */
  waits: z.boolean().default(false),
  values: z.record(z.string(), z.string()),
  /** How it goes on: by which moves of its register, and what each brings. */
  moves: z
    .array(
      z.object({
        on: day,
        by: z.string(),
        move: z.string(),
        because: z.string().default(''),
        evidence: z.array(evidenceClass).default([]),
        values: z.record(z.string(), z.string()).default({}),
      }),
    )
    .default([]),
})

/** What a made-up year is made of, as the files under `examples/` say it. */
export const plot = z.object({
  about: z.string(),
  /** Beside those of the sample’s report. */
  units: z.array(z.string()),
  people: z.array(person),
  communities: z.array(community),
  /** By whom rows are verified, and by whom months are locked. */
  verifiedBy: z.string(),
  lockedBy: z.string(),
  figuresBy: z.string(),
  bindings: z.array(target.extend({ indicator: z.string() })),
  /** What some targets without a ledger come to each month, where it is not what the sample of few rows says. */
  progress: z.array(target.extend({ monthly: z.array(z.string()) })),
  rates: z.object({
    late: perMille,
    returned: perMille,
    amended: perMille,
    repeated: perMille,
    alike: perMille,
    /** Of what is entered, how much waits for the last working days of the month. */
    monthEnd: perMille,
    /** How many times these are a weak community’s. */
    weakTimes: z.int().min(1),
    /** How far the year’s total of a stream may stray. */
    strays: perMille,
  }),
  reasons: z.object({ returned: z.array(z.string()).min(1), alike: z.string(), amended: z.string() }),
  weights: z.record(z.string(), months),
  pools: z.record(z.string(), z.array(z.string()).min(1)),
  streams: z.array(stream),
  singles: z.array(single),
})

export type Plot = z.infer<typeof plot>
export type Stream = Plot['streams'][number]
export type Person = Plot['people'][number]

const example = (file: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../../../../examples/${file}`, import.meta.url)), 'utf8'))

/** The sample’s year as it lies in the data. A mistake in it says where it is. */
export function readPlot(): Plot {
  const parts = ['year-2023/office.json', 'year-2023/streams.json', 'year-2023/incidents.json'].map(example)
  return plot.parse(Object.assign({}, ...(parts as object[])))
}
