import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { openDatabase } from '../platform/db.ts'
import { filePlace, filesFolderOf } from '../platform/files.ts'
import { officesOfMachine } from '../platform/office.ts'
import type { DataPlace, OpenedPostgres } from '../platform/postgres/open.ts'
import { reachPostgres } from '../platform/postgres/reach.ts'
import { StartStopped } from '../platform/postgres/stopped.ts'
import { archiveTo } from './archive-writer.ts'
import { noteDone } from './journal.ts'
import { atOneMoment, type ExportNeeds, writeOffice } from './office-archive.ts'
import { backupProblems } from './problems.ts'

export interface Exported {
  readonly file: string
  readonly bytes: number
  readonly office: string
  readonly files: number
  readonly rows: number
}

type Needs = Omit<ExportNeeds, 'eyes'>

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
    const files = filesFolderOf(postgres.folder)
    const made = await db.inOffice(office.id, async (tx) => {
      await atOneMoment(tx)
      return writeOffice(archiveTo(part), tx, office, (sha256) => filePlace(files, sha256), {
        ...needs,
        eyes: 'machine',
      })
    })
    renameSync(part, file)
    return { ...made, file, bytes: statSync(file).size, office: office.name }
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
