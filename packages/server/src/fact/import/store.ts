import type * as contract from '@guatu/contract'
import type { PlaceConversion, SheetColumn, SheetHead, Sureness } from '@guatu/core/fact'
import { type Instant, instant, type Problem, type Words } from '@guatu/core/shared'
import { sql } from 'kysely'
import { noteChanged } from '../../platform/audit/changed.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'

/** What a sheet was read as: its head, and the file in which its rows lie, without what may not be kept of persons. */
export interface ReadStep {
  readonly staged: string
  readonly sheet: string
  readonly sheets: readonly string[]
  readonly rows: number
  readonly head: Omit<SheetHead, 'columns'> & { readonly columns: readonly SheetColumn[] }
  readonly samples: readonly (readonly string[])[]
  readonly mapping: Settled
}

/** The mapping in force: by the words of the head, by memory, or as a person settled it. */
export interface Settled {
  readonly shape: string
  readonly columns: readonly { readonly at: number; readonly field: string; readonly sure: Sureness | 'settled' }[]
  readonly constants: Readonly<Record<string, string>>
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** How places are converted, by column; left out in what was settled before it could be said. */
  readonly convert?: Readonly<Record<string, PlaceConversion>>
}

export interface CheckedStep {
  readonly counts: contract.ImportCounts
  /** Left out by imports that were looked at before the first rows were kept. */
  readonly first?: contract.SheetImport['first']
  readonly refusals: readonly contract.SheetRefusal[]
  readonly unknown: readonly { readonly column: string; readonly word: string; readonly rows: number }[]
  /** Left out by imports that were looked at before there were notes. */
  readonly notes?: readonly { readonly says: Words; readonly rows: number }[]
}

interface Contents {
  readonly read: ReadStep
  readonly mapped: Settled
  readonly checked: CheckedStep
  readonly accepted: { readonly counts: contract.ImportCounts }
  readonly withdrawn: { readonly because: string; readonly rows: number; readonly left: number }
  readonly failed: { readonly problem: Problem }
}
export type StepKind = keyof Contents
export interface Step<K extends StepKind = StepKind> {
  readonly seq: number
  readonly kind: K
  readonly content: Contents[K]
  /** The post in which it was done; null where the server did it. */
  readonly post: string | null
  readonly at: Instant
}

export interface KeptImport {
  readonly id: string
  readonly register: string
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly addedBy: string
  /** Null of what was brought in before that was kept. */
  readonly addedPost: string | null
  readonly addedAt: Instant
  readonly rowsDone: number
  readonly rowsAll: number
  readonly steps: readonly Step[]
}

export const lastStep = <K extends StepKind>({ steps }: KeptImport, kind: K): Step<K> | null =>
  (steps.findLast((step) => step.kind === kind) as Step<K> | undefined) ?? null

export const versionOfImport = ({ steps }: KeptImport): number => steps.length + 1

/** Where an import stands, by its steps. */
export function stateOfImport(kept: KeptImport): contract.SheetImport['state'] {
  const last = kept.steps.at(-1)
  if (!last) return 'reading'
  switch (last.kind) {
    case 'read':
    case 'mapped':
      return 'checking'
    case 'checked':
      return 'ready'
    default:
      return last.kind
  }
}

/** The mapping that counts: what was settled last, or what the reading proposed. */
export const mappingOf = (kept: KeptImport): Settled | null =>
  lastStep(kept, 'mapped')?.content ?? lastStep(kept, 'read')?.content.mapping ?? null

/** The post in which a sheet was brought in, or its columns were settled since; null where nobody has kept which. */
export const postOf = (kept: KeptImport): string | null => lastStep(kept, 'mapped')?.post ?? kept.addedPost

interface Bringing {
  readonly officeId: string
  readonly officerId: string
  readonly postId: string
  readonly now: Instant
}

export interface BroughtFile {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
}

/** Adds an import with its file, which is evidence of the class E5: a list of one's own. */
export async function addImport(
  tx: Tx,
  { officeId, officerId, postId, now }: Bringing,
  register: string,
  file: BroughtFile,
) {
  const [id, evidenceId] = [newId(), newId()]
  const added = { addedBy: officerId, addedAt: now }
  await tx
    .insertInto('evidence')
    .values({ officeId, id: evidenceId, ...file, ...added })
    .execute()
  await tx
    .insertInto('sheetImport')
    .values({ officeId, id, register, evidenceId, addedPost: postId, ...added })
    .execute()
  noteChanged(tx, null, { id, register, sha256: file.sha256 })
  return id
}

const importsWhere = async (tx: Tx, officeId: string, where: ReturnType<typeof sql>): Promise<KeptImport[]> => {
  const { rows } = await sql<Omit<KeptImport, 'steps' | 'bytes'> & { steps: Step[] | null; bytes: string }>`
    select i.id, i.register, v.name, v.sha256, v.bytes, i.added_by, i.added_post, i.added_at, i.rows_done, i.rows_all,
      (select jsonb_agg(jsonb_build_object('seq', s.seq, 'kind', s.kind, 'content', s.content,
          'post', s.by_post, 'at', s.at) order by s.seq)
         from sheet_import_step s where s.office_id = i.office_id and s.import_id = i.id) as steps
    from sheet_import i join evidence v on v.office_id = i.office_id and v.id = i.evidence_id
    where i.office_id = ${officeId} and ${where}
    order by i.added_at desc, i.id desc`.execute(tx)
  return rows.map(({ steps, bytes, ...row }) => ({
    ...row,
    bytes: Number(bytes),
    // Inside JSON a moment comes in the zone of the connection.
    steps: (steps ?? []).map((step) => ({ ...step, at: instant(new Date(step.at).toISOString()) })),
  }))
}

const listMax = 200

export const importsOf = async (tx: Tx, officeId: string, register: string | undefined): Promise<KeptImport[]> =>
  (await importsWhere(tx, officeId, register === undefined ? sql`true` : sql`i.register = ${register}`)).slice(
    0,
    listMax,
  )

export const importById = async (tx: Tx, officeId: string, id: string): Promise<KeptImport | null> =>
  (await importsWhere(tx, officeId, sql`i.id = ${id}`))[0] ?? null

/** Imports with work left for the server: to be read, or to be checked. */
export const importsAtWork = async (tx: Tx, officeId: string): Promise<KeptImport[]> => {
  const last = sql`(select s.kind from sheet_import_step s where s.office_id = i.office_id and s.import_id = i.id
    order by s.seq desc limit 1)`
  return (await importsWhere(tx, officeId, sql`coalesce(${last}, 'read') in ('read', 'mapped')`)).reverse()
}

/** Adds a step behind those that were seen. Two at once are told apart by the key: the later one looks again. */
export async function addStep<K extends StepKind>(
  tx: Tx,
  officeId: string,
  kept: KeptImport,
  step: {
    readonly kind: K
    readonly content: Contents[K]
    readonly by: string | null
    readonly post?: string
    readonly at: Instant
  },
): Promise<void> {
  const { kind, content, by, post = null, at } = step
  await tx
    .insertInto('sheetImportStep')
    .values({
      officeId,
      importId: kept.id,
      seq: kept.steps.length + 1,
      kind,
      content: JSON.stringify(content),
      byOfficer: by,
      byPost: post,
      at,
    })
    .execute()
}

export async function noteProgress(tx: Tx, officeId: string, id: string, rowsDone: number, rowsAll: number) {
  await tx
    .updateTable('sheetImport')
    .set({ rowsDone, rowsAll })
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .execute()
}

export interface RowFate {
  readonly rowNumber: number
  readonly place: number
  readonly became: 'new' | 'changed' | 'same' | 'refused' | 'passed'
  readonly entryId: string | null
  readonly because: string
}

/** Adds what became of rows, many at a time. */
export async function addRows(tx: Tx, officeId: string, importId: string, rows: readonly RowFate[]): Promise<void> {
  if (rows.length === 0) return
  const list = <T>(values: readonly T[], type: string) => sql`${sql.val([...values])}::${sql.raw(type)}[]`
  await sql`
    insert into sheet_import_row (office_id, import_id, row_number, place, became, entry_id, because)
    select ${officeId}::uuid, ${importId}::uuid, r.* from unnest(
      ${list(
        rows.map(({ rowNumber }) => rowNumber),
        'int',
      )}, ${list(
        rows.map(({ place }) => place),
        'int',
      )},
      ${list(
        rows.map(({ became }) => became),
        'text',
      )}, ${list(
        rows.map(({ entryId }) => entryId),
        'uuid',
      )},
      ${list(
        rows.map(({ because }) => because),
        'text',
      )}) as r`.execute(tx)
}

/** What became of the rows of an import, in their order. */
export const rowsOfImport = (tx: Tx, officeId: string, importId: string): Promise<RowFate[]> =>
  tx
    .selectFrom('sheetImportRow')
    .where('officeId', '=', officeId)
    .where('importId', '=', importId)
    .select(['rowNumber', 'place', 'became', 'entryId', 'because'])
    .orderBy('rowNumber')
    .orderBy('place')
    .execute() as Promise<RowFate[]>

/** The mapping that the office settled last for a head, null where it never did. */
export async function rememberedMapping(
  tx: Tx,
  officeId: string,
  register: string,
  head: string,
): Promise<Settled | null> {
  const row = await tx
    .selectFrom('sheetMapping')
    .where('officeId', '=', officeId)
    .where('register', '=', register)
    .where('head', '=', head)
    .select('mapping')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row?.mapping as unknown as Settled | undefined) ?? null
}

/** Remembers a mapping for the next sheet with this head. */
export async function rememberMapping(
  tx: Tx,
  { officeId, officerId, now }: Omit<Bringing, 'postId'>,
  register: string,
  head: string,
  mapping: Settled,
): Promise<void> {
  await sql`
    insert into sheet_mapping (office_id, register, head, seq, mapping, by_officer, at)
    select ${officeId}, ${register}, ${head}, coalesce(max(seq), 0) + 1, ${JSON.stringify(mapping)}::jsonb, ${officerId}, ${now}
    from sheet_mapping where office_id = ${officeId} and register = ${register} and head = ${head}`.execute(tx)
}
