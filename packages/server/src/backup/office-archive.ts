import { createReadStream, existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { Register } from '@guatu/core/fact'
import { sql } from 'kysely'
import { registersOf } from '../fact/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/db.ts'
import { letterheadOf, marked, markOf } from '../platform/mark.ts'
import type { Office } from '../platform/office.ts'
import { workbookOf } from '../platform/workbook.ts'
import type { ArchiveWriter } from './archive-writer.ts'
import { oneBuffer } from './counted.ts'
import { isRestricted, keptBackOf } from './kept-back.ts'
import { planSheets, registerSheet } from './office-books.ts'
import { type Eyes, jsonLines, type OfficeTable, officeTables } from './office-rows.ts'

/** What an export is made with. */
export interface ExportNeeds {
  readonly registers: readonly Register[]
  readonly clock: Clock
  readonly eyes: Eyes
}

/** What an export holds. */
export interface Counts {
  readonly files: number
  readonly rows: number
}

// Another system may take none of these in a name.
const safeName = (name: string): string => basename(name).replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_') || '_'

type Part = readonly [name: string, bytes: AsyncIterable<Buffer>]

async function* papers(tx: Tx, { id: officeId, kind }: Office): AsyncGenerator<Part> {
  const rows = await tx.selectFrom('source').where('officeId', '=', officeId).select(['id', 'fileName']).execute()
  for (const { id, fileName } of rows) {
    const { fileBytes } = await tx
      .selectFrom('source')
      .where('officeId', '=', officeId)
      .where('id', '=', id)
      .select('fileBytes')
      .executeTakeFirstOrThrow()
    yield [`来源文件/${id}-${marked(kind, safeName(fileName))}`, oneBuffer(fileBytes)]
  }
}

interface Evidence {
  readonly id: string
  readonly sha256: string
  readonly name: string
}

/** Where a file lies that rows name by its hash. */
export type FileOf = (sha256: string) => string

async function* evidence(
  tx: Tx,
  { id: officeId, kind }: Office,
  fileOf: FileOf,
  restricted: readonly string[],
): AsyncGenerator<Part> {
  // A file that stands behind rows of restricted registers alone stays with them.
  const { rows } = await sql<Evidence>`
    select id, sha256, name from evidence v where office_id = ${officeId} and not coalesce((
      select bool_and(e.register = any(${sql.val([...restricted])}::text[]))
      from entry_evidence l join entry e on e.office_id = l.office_id and e.id = l.entry_id
      where l.office_id = v.office_id and l.evidence_id = v.id), false)`.execute(tx)
  for (const { id, sha256, name } of rows) {
    const path = fileOf(sha256)
    if (existsSync(path))
      yield [`证据/${id}-${marked(kind, safeName(name))}`, createReadStream(path) as AsyncIterable<Buffer>]
  }
}

interface Place {
  readonly fileOf: FileOf
  readonly tables: readonly OfficeTable[]
}

async function* partsOf(
  tx: Tx,
  office: Office,
  { fileOf, tables }: Place,
  { registers, clock }: ExportNeeds,
): AsyncGenerator<Part> {
  for (const register of registers.filter((one) => !isRestricted(one))) {
    const sheet = await registerSheet(tx, office.id, register, registers, clock.now())
    yield [`台账/${marked(office.kind, safeName(register.label.zh))}.xlsx`, workbookOf(letterheadOf(office), [sheet])]
  }
  const plans = await planSheets(tx, office.id)
  if (plans.length > 0) yield [marked(office.kind, '计划.xlsx'), workbookOf(letterheadOf(office), plans)]
  yield* papers(tx, office)
  if (tables.some(({ name }) => name === 'evidence')) {
    const restricted = registers.filter(isRestricted).map(({ id }) => id)
    yield* evidence(tx, office, fileOf, restricted)
  }
}

/** Lets a transaction see one moment and change nothing; the first thing that is asked of it. */
export const atOneMoment = (tx: Tx) => sql`set transaction isolation level repeatable read, read only`.execute(tx)

/**
 * Writes all that an office has into an archive, as it stands at one moment. The transaction is the owner's, who may
 * read what the application may only add, and stands `atOneMoment`.
 */
export async function writeOffice(
  archive: ArchiveWriter,
  tx: Tx,
  office: Office,
  fileOf: FileOf,
  given: ExportNeeds,
): Promise<Counts> {
  const needs = { ...given, registers: await registersOf(given.registers).all(tx, office.id) }
  const { tables, withheld } = await officeTables(tx, needs.eyes)
  const keptBack = keptBackOf(needs.registers)
  const sums: string[] = []
  let rows = 0
  const add = async (name: string, bytes: AsyncIterable<Buffer>): Promise<number> => {
    const { sha256, lines } = await archive.add(name, bytes)
    sums.push(`${sha256}  ${name}\n`)
    return lines
  }
  for await (const [name, bytes] of partsOf(tx, office, { fileOf, tables }, needs)) await add(name, bytes)
  for (const table of tables) rows += await add(`数据/${table.name}.jsonl`, jsonLines(tx, office.id, table, keptBack))
  const about = {
    office: office.name,
    mark: markOf(office.kind),
    officeId: office.id,
    madeAt: needs.clock.now(),
    withheld: [...withheld, ...keptBack.named],
  }
  await add('说明.json', oneBuffer(Buffer.from(`${JSON.stringify(about, null, 2)}\n`)))
  const files = sums.length
  // `sha256sum -c SHA256SUMS` checks it anywhere, without Guatu.
  await archive.add('SHA256SUMS', oneBuffer(Buffer.from(sums.join(''))))
  await archive.end()
  return { files, rows }
}
