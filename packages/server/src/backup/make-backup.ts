import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Clock } from '../platform/clock.ts'
import { keyFileOf, openKeys } from '../platform/keys.ts'
import type { DataPlace, OpenedPostgres } from '../platform/postgres/open.ts'
import { reachPostgres } from '../platform/postgres/reach.ts'
import { StartStopped } from '../platform/postgres/stopped.ts'
import { type ArchiveWriter, archiveTo } from './archive-writer.ts'
import { oneBuffer } from './counted.ts'
import { bytesOf, checkpointsIn, evidenceIn } from './data-files.ts'
import { noteDone } from './journal.ts'
import { backupKey, fingerprintOf, type Manifest, type Member, manifestName } from './manifest.ts'
import { backupProblems } from './problems.ts'
import { noSeal, sealFile } from './seal.ts'
import { type Snapshot, takeSnapshot } from './snapshot.ts'
import { leftOut } from './tables.ts'

type Checkpoints = ReturnType<typeof checkpointsIn>

/** What a backup or a restore has done, in figures. */
export interface Done {
  readonly file: string
  /** The size of the archive. */
  readonly bytes: number
  readonly madeAt: string
  readonly key: string
  readonly offices: readonly string[]
  readonly tables: number
  readonly rows: number
  readonly files: number
}

export const doneWith = (file: string, manifest: Manifest): Done => {
  const tables = manifest.members.filter(({ rows }) => rows !== null)
  return {
    file,
    bytes: statSync(file).size,
    madeAt: manifest.madeAt,
    key: manifest.key,
    offices: manifest.offices.map(({ name }) => name),
    tables: tables.length,
    rows: tables.reduce((sum, { rows }) => sum + (rows ?? 0), 0),
    files: manifest.members.length - tables.length,
  }
}

async function addTables(archive: ArchiveWriter, snapshot: Snapshot): Promise<Member[]> {
  const members: Member[] = []
  for (const table of snapshot.tables) {
    const name = `data/${table.name}.copy`
    const { bytes, sha256, lines } = await archive.add(name, snapshot.rowsOf(table))
    members.push({ name, bytes, sha256, rows: lines, columns: [...table.columns] })
  }
  return members
}

type File = readonly [name: string, bytes: AsyncIterable<Buffer>]

async function addFiles(archive: ArchiveWriter, files: readonly File[]): Promise<Member[]> {
  const members: Member[] = []
  for (const [name, source] of files) {
    // Most papers and pictures are packed already.
    const { bytes, sha256 } = await archive.add(name, source, { compress: false })
    members.push({ name, bytes, sha256, rows: null, columns: [] })
  }
  return members
}

async function filesFor(snapshot: Snapshot, folder: string, checkpoints: Checkpoints): Promise<File[]> {
  const evidence = evidenceIn(folder, await snapshot.namedFiles())
  return [
    ...checkpoints.map(([name, bytes]): File => [name, oneBuffer(bytes)]),
    ...evidence.map((name): File => [name, bytesOf(folder, name)]),
  ]
}

async function fill(archive: ArchiveWriter, snapshot: Snapshot, folder: string, checkpoints: Checkpoints) {
  const rows = await addTables(archive, snapshot)
  return [...rows, ...(await addFiles(archive, await filesFor(snapshot, folder, checkpoints)))]
}

async function writeArchive(part: string, { folder, connections }: OpenedPostgres, clock: Clock): Promise<Manifest> {
  const keys = openKeys(keyFileOf(folder))
  const checkpoints = checkpointsIn(folder)
  const madeAt = clock.now()
  const snapshot = await takeSnapshot(connections.owner)
  try {
    const archive = archiveTo(part)
    const { migrations, offices, postgres } = snapshot
    const manifest: Manifest = {
      format: 'guatu-backup',
      version: 1,
      madeAt,
      postgres,
      key: fingerprintOf(keys),
      migrations,
      offices,
      leftOut: [...leftOut],
      members: await fill(archive, snapshot, folder, checkpoints),
    }
    await archive.add(manifestName, oneBuffer(Buffer.from(JSON.stringify(manifest, null, 1))))
    await archive.end(noSeal)
    await sealFile(part, backupKey(keys))
    return manifest
  } finally {
    await snapshot.close()
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

const isAboutFile = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'code' in error

// Written aside and renamed: a file with the name of a backup is always a whole one.
async function writeAside(file: string, postgres: OpenedPostgres, clock: Clock): Promise<Manifest> {
  const part = join(dirname(file), `${basename(file)}.part`)
  try {
    const manifest = await writeArchive(part, postgres, clock)
    renameSync(part, file)
    syncFolder(dirname(file))
    return manifest
  } catch (error) {
    rmSync(part, { force: true })
    if (!isAboutFile(error)) throw error
    throw new StartStopped(backupProblems('backup.not_written', { file, why: error.code ?? error.message }))
  }
}

/**
 * Writes everything that a place holds into one file, as it was at one moment, while the server may go on writing. The
 * master key is not in it. Throws `StartStopped`.
 */
export async function makeBackup(given: string, place: DataPlace, clock: Clock): Promise<Done> {
  const file = resolve(given)
  if (existsSync(file)) throw new StartStopped(backupProblems('backup.file_exists', { file }))
  if (!place.url && !existsSync(join(place.dataFolder, 'pg')))
    throw new StartStopped(backupProblems('backup.no_data', { folder: place.dataFolder }))
  const postgres = await reachPostgres(place)
  try {
    const done = doneWith(file, await writeAside(file, postgres, clock))
    const { madeAt, offices, rows, files } = done
    noteDone(postgres.folder, { at: clock.now(), did: 'backup', file, madeAt, offices, rows, files })
    return done
  } finally {
    await postgres.stop()
  }
}
