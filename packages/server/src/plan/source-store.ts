import { type Decision, type PlanReading, type Review, reviewWith } from '@guatu/core/plan'
import { accept, type Day, type Instant, type Result } from '@guatu/core/shared'
import type { ReportText } from '@guatu/core/text'
import { sql } from 'kysely'
import { noteChanged } from '../platform/audit/changed.ts'
import type { Tx } from '../platform/db.ts'
import { readAgain } from './read-paper.ts'

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

/** What a paper is called, without what it says. */
export type NamedSource = Pick<Source, 'id' | 'kind' | 'title' | 'datedOn'>

/** What the papers of the office are called, by their ids. */
export async function namedSources(tx: Tx, officeId: string): Promise<ReadonlyMap<string, NamedSource>> {
  const rows = await tx
    .selectFrom('source')
    .where('officeId', '=', officeId)
    .select(['id', 'kind', 'title', 'datedOn'])
    .execute()
  return new Map((rows as NamedSource[]).map((source) => [source.id, source]))
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
export async function underReview(tx: Tx, officeId: string, id: string): Promise<Result<UnderReview> | null> {
  const source = await sourceById(tx, officeId, id)
  if (!source) return null
  const reading = await readingOf(source)
  if (!reading.ok) return reading
  const review = reviewWith(reading.value, await decisionsOn(tx, officeId, id))
  const sameFiles = await sameFilesBefore(tx, officeId, source)
  return accept({ source, sameFiles, reading: reading.value, review, adoptedAs: await adoptedAs(tx, officeId, id) })
}

/** What was read of a paper when it came; read anew, away from the server's own thread, where that was not kept. */
const readingOf = ({ reading, report }: Pick<KeptSource, 'reading' | 'report'>): Promise<Result<PlanReading>> =>
  reading ? Promise.resolve(accept(reading)) : readAgain(report)

/** A paper in the list of all, with what has been decided on it. */
export interface ListedSource {
  readonly source: Omit<Source, 'report'>
  readonly review: Review
  readonly adoptedAs: number | null
}

/** The papers of the office, or those of one year, newest first, with every decision on each: one question for all. */
export async function sourcesUnderReview(
  tx: Tx,
  officeId: string,
  year: number | undefined,
): Promise<Result<ListedSource[]>> {
  const { rows } = await sql<Listed>`select s.id, s.year, s.kind, s.title, s.series, s.dated_on, s.file_name,
      s.received_at, s.reading, case when s.reading is null then s.report end as report,
      coalesce((select json_agg(d.decision order by d.seq) from review_decision as d
        where d.office_id = s.office_id and d.source_id = s.id), '[]') as decisions,
      (select min(v.version) from plan_version as v
        where v.office_id = s.office_id and v.source_id = s.id) as adopted_as
    from source as s
    where s.office_id = ${officeId} and (${year ?? null}::integer is null or s.year = ${year ?? null})
    order by s.received_at desc`.execute(tx)
  const listed: ListedSource[] = []
  for (const { reading, report, decisions, adoptedAs, ...source } of rows) {
    const read = await readingOf({ reading, report: report as ReportText })
    if (!read.ok) return read
    listed.push({ source, review: reviewWith(read.value, decisions), adoptedAs })
  }
  return accept(listed)
}

type Listed = Omit<KeptSource, 'report'> & {
  readonly report: ReportText | null
  readonly decisions: readonly Decision[]
  readonly adoptedAs: number | null
}
