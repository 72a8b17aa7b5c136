import { z } from 'zod'
import { day, decimal, id, instant, words } from './common.ts'

export const periodType = z.enum(['hour', 'day', 'month', 'quarter', 'year'])

const said = (max: number, missing: string) =>
  z.string().trim().min(1, missing).max(max, `最多${max}个字\n${max} characters at most`)

/** One number that a system reports again and again, and when it is expected. */
export const newSeries = z
  .object({
    /** What the system calls it. */
    code: z
      .string()
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/,
        '代号用字母、数字、点、横线，最多40个\na code has letters, digits, dots and dashes, 40 at most',
      ),
    measure: said(60, '请选计量项\nchoose what is measured'),
    /** A community of the office, or 街道本级. */
    community: said(60, '请选社区或街道本级\nchoose a community or the whole sub-district'),
    /** The row of the register of places that it is about; empty where it is about none. */
    place: z.string().trim().max(120, '最多120个字\n120 characters at most'),
    periodType,
    unit: said(20, '请写单位\nname the unit'),
    /** Days after the end of its period within which a reading is in time. */
    lagDays: z.int().min(0, '不能小于0\nnot below 0').max(400, '最多400天\n400 days at most'),
    /** The paper or the agreement that says so. */
    rhythmSource: said(200, '请写明节奏的依据\nsay what the rhythm rests on'),
    from: day,
    /** The lowest and the highest that a reading can be at all, in this unit; left out where the measure says so. */
    lowest: decimal.optional(),
    highest: decimal.optional(),
  })
  .meta({ id: 'NewSeries' })
export type NewSeries = z.infer<typeof newSeries>

export const newSourceSystem = z
  .object({
    name: said(60, '请写系统的名称\nname the system'),
    unitId: id,
    /** The paper that says that it is an official system, or one of the upper level. */
    basis: said(200, '请写对接的依据\nsay what the connection rests on'),
    series: z.array(newSeries).min(1, '至少一个数据系列\none series at least').max(50, '一次最多50个\n50 at most'),
  })
  .meta({ id: 'NewSourceSystem' })
export type NewSourceSystem = z.infer<typeof newSourceSystem>

/** The one answer in which the key stands. */
export const issuedKey = z.object({ id, key: z.string() }).meta({ id: 'IssuedKey' })
export type IssuedKey = z.infer<typeof issuedKey>

/** `notDue`: none expected yet. `stale`: 未更新, one that should be here is not. `ended`: no more are expected. */
export const seriesState = z.enum(['notDue', 'current', 'stale', 'ended'])

export const sourceSeries = newSeries
  .extend({
    id,
    label: words,
    state: seriesState,
    /** Through which day the last reading goes. */
    last: day.nullable(),
    /** Through which day readings should be here. */
    due: day.nullable(),
    /** 缺期: periods before that of the last reading that have none. */
    gaps: z.object({ count: z.int(), periods: z.string() }).nullable(),
  })
  .meta({ id: 'SourceSeries' })
export type SourceSeries = z.infer<typeof sourceSeries>

/** 未收的读数: what was sent and not taken; empty what could not be read of it. */
export const refusedReading = z
  .object({
    series: z.string(),
    period: z.string(),
    value: z.string(),
    code: z.string(),
    says: words,
    next: words,
    at: instant,
  })
  .meta({ id: 'RefusedReading' })
export type RefusedReading = z.infer<typeof refusedReading>

export const sourceKey = z
  .object({
    id,
    state: z.enum(['inForce', 'followed', 'over', 'revoked']),
    issuedBy: z.string(),
    issuedAt: instant,
    /** Until when it still holds beside the newer key that follows it. */
    until: instant.nullable(),
    lastSeenAt: instant.nullable(),
    revokedBy: z.string().nullable(),
    revokedAt: instant.nullable(),
  })
  .meta({ id: 'SourceKey' })

export const sourceSystem = z
  .object({
    id,
    name: z.string(),
    unit: z.string(),
    basis: z.string(),
    declaredBy: z.string(),
    declaredAt: instant,
    lastSeenAt: instant.nullable(),
    keys: z.array(sourceKey),
    series: z.array(sourceSeries),
    /** The last readings that were not taken, the newest first. */
    refused: z.array(refusedReading),
  })
  .meta({ id: 'SourceSystem' })
export type SourceSystem = z.infer<typeof sourceSystem>

export const sourceSystems = z
  .object({
    systems: z.array(sourceSystem),
    /** What readings may be of. */
    measures: z.array(
      z.object({
        id: z.string(),
        label: words,
        unit: z.string(),
        /** Of what periods its figures are. */
        every: z.array(periodType),
        /** Between what its figures can be at all; null where a series has to say so. */
        lowest: decimal.nullable(),
        highest: decimal.nullable(),
      }),
    ),
    units: z.array(z.object({ id, name: z.string() })),
    communities: z.array(z.string()),
    /** How many days after its period a reading usually may come. */
    usualLagDays: z.record(periodType, z.int()),
  })
  .meta({ id: 'SourceSystems' })
export type SourceSystems = z.infer<typeof sourceSystems>

export const readingsMax = 1000

/** One reading as a system sends it. */
export const sentReading = z
  .object({
    series: z.string().min(1).max(40),
    /** The first day of its period. */
    period: day,
    /** The hour of the day, of hourly series. */
    hour: z.int().min(0).max(23).optional(),
    /** A decimal as text, or a number that has no more digits than a number holds exactly. */
    value: z.union([z.string().max(60), z.number()]),
    /** The unit, to be held against that of the series. */
    unit: z.string().max(20).optional(),
    quality: z.enum(['valid', 'invalid', 'provisional', 'corrected']).optional(),
    validHours: z.int().min(0).max(24).optional(),
    numerator: z.union([z.string().max(60), z.number()]).optional(),
    denominator: z.union([z.string().max(60), z.number()]).optional(),
    base: z.string().max(40).optional(),
    /** The last day that it covers, where its period is not over yet. */
    asOf: day.optional(),
  })
  .meta({ id: 'SentReading' })
export type SentReading = z.infer<typeof sentReading>

// Each is looked at alone: one that is wrong does not lose the others.
export const sentReadings = z
  .object({ readings: z.array(z.unknown()).min(1).max(readingsMax) })
  .meta({ id: 'SentReadings' })
export type SentReadings = z.infer<typeof sentReadings>

/** `late`: taken, after the day by which it was expected or for a month that is locked. */
export const readingOutcome = z.enum(['taken', 'late', 'duplicate', 'refused'])

export const readingsAnswer = z
  .object({
    taken: z.int(),
    late: z.int(),
    duplicate: z.int(),
    refused: z.int(),
    readings: z.array(
      z.object({
        /** Its place among those sent, from 1. */
        at: z.int(),
        outcome: readingOutcome,
        /** Whether it corrects a reading that stood before. */
        corrects: z.boolean(),
        entryId: id.nullable(),
        code: z.string().nullable(),
        says: words.nullable(),
        next: words.nullable(),
      }),
    ),
  })
  .meta({ id: 'ReadingsAnswer' })
export type ReadingsAnswer = z.infer<typeof readingsAnswer>
