import { type Decision, type PlanReading, planFromText, type Review, reviewWith } from '@guatu/core/plan'
import type { Day, Instant } from '@guatu/core/shared'
import type { ReportText } from '@guatu/core/text'
import { noteChanged } from '../platform/audit/changed.ts'
import type { Tx } from '../platform/db.ts'

export type SourceKind = 'report' | 'livelihood' | 'assigned' | 'meeting'

export interface Source {
  readonly id: string
  readonly year: number
  readonly kind: SourceKind
  readonly title: string
  readonly series: string
  readonly datedOn: Day
  readonly fileName: string
  readonly receivedAt: Instant
  readonly report: ReportText
}

/** A paper as it is kept, with what was read of it on the day it came; null for one that came before readings were kept. */
interface KeptSource extends Source {
  readonly reading: PlanReading | null
}

export interface NewSource extends Source {
  readonly reading: PlanReading
  readonly fileSha256: string
  readonly fileBytes: Buffer
  readonly receivedBy: string
}

export async function addSource(tx: Tx, officeId: string, source: NewSource): Promise<void> {
  await tx
    .insertInto('source')
    .values({
      officeId,
      ...source,
      report: JSON.stringify(source.report),
      reading: JSON.stringify(source.reading),
    })
    .execute()
}

async function sourceById(tx: Tx, officeId: string, id: string): Promise<KeptSource | null> {
  const row = await tx
    .selectFrom('source')
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .select(['id', 'year', 'kind', 'title', 'series', 'datedOn', 'fileName', 'receivedAt', 'report', 'reading'])
    .executeTakeFirst()
  return (row as unknown as KeptSource | undefined) ?? null
}

export async function sourcesOf(tx: Tx, officeId: string, year: number | undefined): Promise<Source[]> {
  let query = tx
    .selectFrom('source')
    .where('officeId', '=', officeId)
    .select(['id', 'year', 'kind', 'title', 'series', 'datedOn', 'fileName', 'receivedAt', 'report'])
  if (year) query = query.where('year', '=', year)
  return (await query.orderBy('receivedAt', 'desc').execute()) as unknown as Source[]
}

export const fileOf = (tx: Tx, officeId: string, id: string) =>
  tx
    .selectFrom('source')
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .select(['fileName', 'fileBytes'])
    .executeTakeFirst()

export async function decisionsOn(tx: Tx, officeId: string, sourceId: string): Promise<Decision[]> {
  const rows = await tx
    .selectFrom('reviewDecision')
    .where('officeId', '=', officeId)
    .where('sourceId', '=', sourceId)
    .select('decision')
    .orderBy('seq')
    .execute()
  return rows.map((row) => row.decision as unknown as Decision)
}

export async function addDecision(
  tx: Tx,
  officeId: string,
  sourceId: string,
  seq: number,
  decision: Decision,
  by: { officerId: string; at: Instant },
): Promise<void> {
  noteChanged(tx, null, { sourceId, seq, decision })
  await tx
    .insertInto('reviewDecision')
    .values({ officeId, sourceId, seq, decision: JSON.stringify(decision), decidedAt: by.at, decidedBy: by.officerId })
    .execute()
}

/** The version as which a source was adopted, null while it is under review. */
export async function adoptedAs(tx: Tx, officeId: string, sourceId: string): Promise<number | null> {
  const row = await tx
    .selectFrom('planVersion')
    .where('officeId', '=', officeId)
    .where('sourceId', '=', sourceId)
    .select('version')
    .orderBy('version')
    .executeTakeFirst()
  return row?.version ?? null
}

/** A paper that came before, from a file of the very same bytes. */
export interface SameFile {
  readonly id: string
  readonly title: string
  readonly receivedAt: Instant
}

// What was set aside is still the same file: whoever brings it again may want to know why.
const sameFilesBefore = (tx: Tx, officeId: string, { id, year }: Source): Promise<SameFile[]> =>
  tx
    .selectFrom('source as s')
    .innerJoin('source as own', (join) =>
      join.onRef('own.officeId', '=', 's.officeId').onRef('own.fileSha256', '=', 's.fileSha256'),
    )
    .where('s.officeId', '=', officeId)
    .where('s.year', '=', year)
    .where('own.id', '=', id)
    .whereRef('s.receivedAt', '<', 'own.receivedAt')
    .select(['s.id', 's.title', 's.receivedAt'])
    .orderBy('s.receivedAt')
    .execute() as Promise<SameFile[]>

export interface UnderReview {
  readonly source: Source
  readonly sameFiles: readonly SameFile[]
  readonly reading: PlanReading
  readonly review: Review
  readonly adoptedAs: number | null
}

/** A source as it was read when it came, with every decision on it. Null where there is no such source. */
export async function underReview(tx: Tx, officeId: string, id: string): Promise<UnderReview | null> {
  const source = await sourceById(tx, officeId, id)
  if (!source) return null
  const reading = source.reading ?? planFromText(source.report)
  const review = reviewWith(reading, await decisionsOn(tx, officeId, id))
  const sameFiles = await sameFilesBefore(tx, officeId, source)
  return { source, sameFiles, reading, review, adoptedAs: await adoptedAs(tx, officeId, id) }
}
