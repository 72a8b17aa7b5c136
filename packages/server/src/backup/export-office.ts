import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Register } from '@guatu/core/fact'
import { sql } from 'kysely'
import type { Clock } from '../platform/clock.ts'
import { openDatabase, type Tx } from '../platform/db.ts'
import { letterheadOf, marked, markOf } from '../platform/mark.ts'
import { type Office, officesOfMachine } from '../platform/office.ts'
import type { DataPlace, OpenedPostgres } from '../platform/postgres/open.ts'
import { reachPostgres } from '../platform/postgres/reach.ts'
import { StartStopped } from '../platform/postgres/stopped.ts'
import { archiveTo } from './archive-writer.ts'
import { oneBuffer } from './counted.ts'
import { bytesOf, evidenceIn, hashOfPlace } from './data-files.ts'
import { noteDone } from './journal.ts'
import { planSheets, registerSheet } from './office-books.ts'
import { jsonLines, type OfficeTable, officeTables } from './office-rows.ts'
import { backupProblems } from './problems.ts'
import { workbookOf } from './workbook.ts'

export interface Exported {
  readonly file: string
  readonly bytes: number
  readonly office: string
  readonly files: number
  readonly rows: number
}

interface Needs {
  readonly registers: readonly Register[]
  readonly clock: Clock
}

// Another system may take none of these in a name.
const safeName = (name: string): string => basename(name).replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_') || '_'

type Part = readonly [name: string, bytes: AsyncIterable<Buffer>]

async function* papers(tx: Tx, officeId: string): AsyncGenerator<Part> {
  const rows = await tx.selectFrom('source').where('officeId', '=', officeId).select(['id', 'fileName']).execute()
  for (const { id, fileName } of rows) {
    const { fileBytes } = await tx
      .selectFrom('source')
      .where('officeId', '=', officeId)
      .where('id', '=', id)
      .select('fileBytes')
      .executeTakeFirstOrThrow()
    yield [`来源文件/${id}-${safeName(fileName)}`, oneBuffer(fileBytes)]
  }
}

interface Evidence {
  readonly id: string
  readonly sha256: string
  readonly name: string
}

async function* evidence(tx: Tx, officeId: string, folder: string): AsyncGenerator<Part> {
  const { rows } = await sql<Evidence>`select id, sha256, name from evidence where office_id = ${officeId}`.execute(tx)
  const places = evidenceIn(folder, new Set(rows.map(({ sha256 }) => sha256)))
  for (const { id, sha256, name } of rows) {
    const place = places.find((path) => hashOfPlace(path) === sha256)
    if (place) yield [`证据/${id}-${safeName(name)}`, bytesOf(folder, place)]
  }
}

interface Place {
  readonly folder: string
  readonly tables: readonly OfficeTable[]
}

async function* partsOf(
  tx: Tx,
  office: Office,
  { folder, tables }: Place,
  { registers, clock }: Needs,
): AsyncGenerator<Part> {
  for (const register of registers) {
    const sheet = await registerSheet(tx, office.id, register, clock.now())
    yield [`台账/${marked(office.kind, safeName(register.label.zh))}.xlsx`, workbookOf(letterheadOf(office), [sheet])]
  }
  const plans = await planSheets(tx, office.id)
  if (plans.length > 0) yield [marked(office.kind, '计划.xlsx'), workbookOf(letterheadOf(office), plans)]
  yield* papers(tx, office.id)
  if (tables.some(({ name }) => name === 'evidence')) yield* evidence(tx, office.id, folder)
}

async function writeParts(file: string, tx: Tx, office: Office, folder: string, needs: Needs): Promise<Exported> {
  await sql`set transaction isolation level repeatable read, read only`.execute(tx)
  const tables = await officeTables(tx)
  const archive = archiveTo(file)
  const sums: string[] = []
  let rows = 0
  const add = async (name: string, bytes: AsyncIterable<Buffer>): Promise<number> => {
    const { sha256, lines } = await archive.add(name, bytes)
    sums.push(`${sha256}  ${name}\n`)
    return lines
  }
  for await (const [name, bytes] of partsOf(tx, office, { folder, tables }, needs)) await add(name, bytes)
  for (const table of tables) rows += await add(`数据/${table.name}.jsonl`, jsonLines(tx, office.id, table))
  const withheld = tables.flatMap(({ name, withheld: columns }) => columns.map((column) => `${name}.${column}`))
  const about = {
    office: office.name,
    mark: markOf(office.kind),
    officeId: office.id,
    madeAt: needs.clock.now(),
    withheld,
  }
  await add('说明.json', oneBuffer(Buffer.from(`${JSON.stringify(about, null, 2)}\n`)))
  const files = sums.length
  // `sha256sum -c SHA256SUMS` checks it anywhere, without Guatu.
  await archive.add('SHA256SUMS', oneBuffer(Buffer.from(sums.join(''))))
  await archive.end()
  return { file, bytes: statSync(file).size, office: office.name, files, rows }
}

async function exportFrom(postgres: OpenedPostgres, named: string, file: string, needs: Needs): Promise<Exported> {
  // As the owner, who like everybody sees the rows of the one office only: it may read what the app may only add.
  const { owner } = postgres.connections
  const db = openDatabase({ app: owner, owner })
  try {
    const offices = await officesOfMachine(db, needs.clock)
    const office = offices.find(({ id, name }) => name === named || id === named)
    const names = offices.map(({ name }) => name).join('、')
    if (!office) throw new StartStopped(backupProblems('export.office_unknown', { office: named, offices: names }))
    const part = `${file}.part`
    const made = await db.inOffice(office.id, (tx) => writeParts(part, tx, office, postgres.folder, needs))
    renameSync(part, file)
    return { ...made, file }
  } finally {
    rmSync(`${file}.part`, { force: true })
    await db.close()
  }
}

/**
 * Writes all that an office has into one zip that needs no Guatu to be read: registers and plans as workbooks, papers
 * and evidence as they came in, every table a line a row, and a list of hashes. No secret is in it. Throws
 * `StartStopped`.
 */
export async function exportOffice(named: string, given: string, place: DataPlace, needs: Needs): Promise<Exported> {
  const file = resolve(given)
  if (existsSync(file)) throw new StartStopped(backupProblems('backup.file_exists', { file }))
  const postgres = await reachPostgres(place)
  try {
    const made = await exportFrom(postgres, named, file, needs)
    const at = needs.clock.now()
    const { office, rows, files } = made
    noteDone(postgres.folder, { at, did: 'export', file, madeAt: at, offices: [office], rows, files })
    return made
  } finally {
    await postgres.stop()
  }
}
