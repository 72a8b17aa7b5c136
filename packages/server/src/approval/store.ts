import type { PaperState, ShownLine } from '@guatu/contract'
import type { Thing } from '@guatu/core/office'
import { type Day, day, type Instant, instant, type Words } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'

/** The thing that was approved, as it stood when the paper was entered. */
export interface Shown {
  readonly title: Words
  readonly lines: readonly ShownLine[]
  readonly version: number
  readonly things: readonly Thing[]
}

export interface NewPaper {
  readonly id: string
  readonly route: string
  readonly params: Readonly<Record<string, string>>
  readonly body: unknown
  readonly version: number
  readonly shown: Shown
  readonly signerId: string
  readonly signerPostId: string
  readonly signedOn: Day
  readonly number: string
  readonly scanId: string
  readonly enteredBy: string
  readonly enteredAt: Instant
  readonly replaces: string | null
}

export interface PaperEnd {
  readonly kind: Exclude<PaperState, 'waiting'>
  readonly at: Instant
  readonly by: string
  readonly because: string
}

/** A paper with what became of it. */
export interface KeptPaper extends NewPaper {
  readonly end: PaperEnd | null
  readonly replacedBy: string | null
  readonly signer: string
  readonly signerPost: string
}

export const stateOf = ({ end }: KeptPaper): PaperState => end?.kind ?? 'waiting'

/** Counts what has become of a paper, for changes made against a version that was seen. */
export const versionOf = ({ end }: KeptPaper): number => (end ? 2 : 1)

type Row = Omit<KeptPaper, 'end'> & {
  readonly kind: PaperEnd['kind'] | null
  readonly at: string | null
  readonly byOfficer: string | null
  readonly because: string | null
}

const fromRow = ({ kind, at, byOfficer, because, ...row }: Row): KeptPaper => ({
  ...row,
  signedOn: day(row.signedOn),
  enteredAt: instant(row.enteredAt),
  end: kind && at ? { kind, at: instant(at), by: byOfficer ?? '', because: because ?? '' } : null,
})

async function papersWhere(tx: Tx, officeId: string, where: ReturnType<typeof sql>): Promise<KeptPaper[]> {
  const { rows } = await sql<Row>`
    select p.id, p.route, p.params, p.body, p.version, p.shown, p.signer_id, p.signer_post_id, p.signed_on, p.number,
      p.scan_id, p.entered_by, p.entered_at, p.replaces, o.kind, o.at, o.by_officer, o.because, later.id as replaced_by,
      s.name as signer, t.title as signer_post
    from paper_approval p
    join officer s on s.office_id = p.office_id and s.id = p.signer_id
    join post t on t.office_id = p.office_id and t.id = p.signer_post_id
    left join paper_outcome o on o.office_id = p.office_id and o.paper_id = p.id
    left join paper_approval later on later.office_id = p.office_id and later.replaces = p.id
    where p.office_id = ${officeId} and ${where}
    order by p.id desc`.execute(tx)
  return rows.map(fromRow)
}

export const paperById = async (tx: Tx, officeId: string, id: string): Promise<KeptPaper | null> =>
  (await papersWhere(tx, officeId, sql`p.id = ${id}`))[0] ?? null

/** The office's papers, the newest first: all, or those in a state. */
export const papersOf = (tx: Tx, officeId: string, state: PaperState | undefined): Promise<KeptPaper[]> =>
  papersWhere(tx, officeId, state ? sql`coalesce(o.kind, 'waiting') = ${state}` : sql`true`)

export async function addPaper(tx: Tx, officeId: string, paper: NewPaper): Promise<void> {
  const { params, body, shown, ...columns } = paper
  await tx
    .insertInto('paperApproval')
    .values({
      officeId,
      ...columns,
      params: JSON.stringify(params),
      body: JSON.stringify(body),
      shown: JSON.stringify(shown),
    })
    .execute()
}

export async function addEnd(tx: Tx, officeId: string, paperId: string, end: PaperEnd): Promise<void> {
  const { kind, at, by, because } = end
  await tx.insertInto('paperOutcome').values({ officeId, paperId, kind, at, byOfficer: by, because }).execute()
}

/** Puts a confirmed paper behind what it brought about. */
export async function addBehind(tx: Tx, officeId: string, paperId: string, acts: readonly string[]): Promise<void> {
  const rows = [...new Set(acts)].map((act) => ({ officeId, act, paperId }))
  if (rows.length > 0) await tx.insertInto('paperBehind').values(rows).execute()
}
