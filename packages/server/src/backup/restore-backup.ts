import { copyFileSync, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import type { Clock } from '../platform/clock.ts'
import { keyFileOf } from '../platform/keys.ts'
import { knownMigrations, migrate } from '../platform/migrate.ts'
import { type DataPlace, openPostgres } from '../platform/postgres/open.ts'
import { StartStopped } from '../platform/postgres/stopped.ts'
import { type CheckedBackup, checkBackup, keysFrom } from './check-backup.ts'
import { countOf } from './counted.ts'
import { bytesOf } from './data-files.ts'
import { noteDone } from './journal.ts'
import { loadRows } from './load-rows.ts'
import { type Done, doneWith } from './make-backup.ts'
import type { Manifest } from './manifest.ts'
import { backupProblems } from './problems.ts'

const notEmpty = (target: string) => new StartStopped(backupProblems('backup.target_not_empty', { target }))

// The schema comes from our own migrations, so each that the backup names has to be one of them, unchanged.
function checkMigrations({ migrations }: Manifest): void {
  const known = new Map(knownMigrations().map(({ name, sha256 }) => [name, sha256]))
  const strange = migrations.find(({ name, sha256 }) => known.get(name) !== sha256)
  if (strange) throw new StartStopped(backupProblems('backup.newer', { migration: strange.name }))
}

async function checkDatabaseEmpty(owner: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const found = await client.query(
      "select 1 from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace limit 1",
    )
    if (found.rowCount !== 0) throw notEmpty('DATABASE_URL')
  } finally {
    await client.end()
  }
}

async function writeFiles(folder: string, backup: CheckedBackup): Promise<void> {
  for (const member of backup.manifest.members.filter(({ rows }) => rows === null)) {
    const path = join(folder, member.name)
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    await pipeline(backup.read(member), createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
    const { sha256 } = await countOf(bytesOf(folder, member.name))
    if (sha256 !== member.sha256) throw new StartStopped(backupProblems('backup.not_equal', { part: member.name }))
  }
}

async function fill(place: DataPlace, backup: CheckedBackup, keyFile: string): Promise<void> {
  const { folder, connections, stop } = await openPostgres(place)
  try {
    await checkDatabaseEmpty(connections.owner)
    copyFileSync(keyFile, keyFileOf(folder))
    await writeFiles(folder, backup)
    await migrate(
      connections.owner,
      backup.manifest.migrations.map(({ name }) => name),
    )
    await loadRows(connections.owner, backup)
    await migrate(connections.owner)
  } finally {
    await stop()
  }
}

// Filled beside it and renamed: a restore that is broken off leaves the folder as empty as it was.
async function fillAside(place: DataPlace, backup: CheckedBackup, keyFile: string): Promise<void> {
  const folder = resolve(place.dataFolder)
  const aside = `${folder}.restoring-${process.pid}`
  try {
    await fill({ ...place, dataFolder: aside }, backup, keyFile)
    rmSync(folder, { recursive: true, force: true })
    renameSync(aside, folder)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    throw error
  }
}

/**
 * Restores a backup onto an empty place: checked from end to end before anything is written, compared row for row after
 * it. The key becomes the master key of the new place, for signatures and secrets in the data rest on it. Throws
 * `StartStopped`.
 */
export async function restoreBackup(file: string, keyFile: string, place: DataPlace, clock: Clock): Promise<Done> {
  if (existsSync(place.dataFolder) && readdirSync(place.dataFolder).length > 0) throw notEmpty(place.dataFolder)
  const backup = await checkBackup(file, keysFrom(keyFile))
  try {
    checkMigrations(backup.manifest)
    await fillAside(place, backup, keyFile)
    const done = doneWith(file, backup.manifest)
    const { madeAt, offices, rows, files } = done
    noteDone(place.dataFolder, { at: clock.now(), did: 'restore', file, madeAt, offices, rows, files })
    return done
  } finally {
    backup.close()
  }
}
