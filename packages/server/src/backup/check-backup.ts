import { existsSync } from 'node:fs'
import { type Keys, openKeys } from '../platform/keys.ts'
import { StartStopped } from '../platform/postgres/stopped.ts'
import { type ArchiveReader, openArchive } from './archive-reader.ts'
import { countOf } from './counted.ts'
import { backupKey, fingerprintOf, type Manifest, type Member, manifestName, manifestShape } from './manifest.ts'
import { backupProblems } from './problems.ts'
import { sealHolds } from './seal.ts'

/** A backup that has been read from end to end and found whole. */
export interface CheckedBackup {
  readonly file: string
  readonly manifest: Manifest
  read(member: Member): AsyncGenerator<Buffer>
  close(): void
}

const refuse = (...problem: Parameters<typeof backupProblems>) => new StartStopped(backupProblems(...problem))

/** The key in a file that is there already: a restore never makes one. Throws `StartStopped`. */
export function keysFrom(keyFile: string): Keys {
  const unreadable = (why: string) => refuse('backup.key_missing', { file: keyFile, why })
  if (!existsSync(keyFile)) throw unreadable('ENOENT')
  try {
    return openKeys(keyFile)
  } catch (error) {
    throw unreadable((error as NodeJS.ErrnoException).code ?? (error as Error).message)
  }
}

const manifestBytesMax = 64 * 1024 * 1024

async function manifestIn(file: string, archive: ArchiveReader): Promise<Manifest> {
  const notOurs = (why: string) => refuse('backup.not_a_backup', { file, why })
  if (!archive.names.includes(manifestName)) throw notOurs(manifestName)
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of archive.read(manifestName)) {
      bytes += chunk.length
      if (bytes > manifestBytesMax) throw new Error(`> ${manifestBytesMax}`)
      chunks.push(chunk)
    }
    return manifestShape.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')))
  } catch {
    throw notOurs(manifestName)
  }
}

async function isAsBackedUp(archive: ArchiveReader, member: Member): Promise<boolean> {
  try {
    const { bytes, sha256, lines } = await countOf(archive.read(member.name))
    return bytes === member.bytes && sha256 === member.sha256 && (member.rows === null || lines === member.rows)
  } catch {
    // It cannot even be unpacked.
    return false
  }
}

async function checkMembers(file: string, archive: ArchiveReader, { members }: Manifest): Promise<void> {
  const named = new Set([manifestName, ...members.map(({ name }) => name)])
  const odd = archive.names.find((name) => !named.has(name))
  if (odd !== undefined || named.size !== archive.names.length)
    throw refuse('backup.not_a_backup', { file, why: odd ?? 'members' })
  for (const member of members)
    if (!(await isAsBackedUp(archive, member))) throw refuse('backup.member_damaged', { file, member: member.name })
}

async function checkAll(file: string, keys: Keys, archive: ArchiveReader): Promise<Manifest> {
  const manifest = await manifestIn(file, archive)
  const given = fingerprintOf(keys)
  if (manifest.key !== given) throw refuse('backup.wrong_key', { needed: manifest.key, given })
  await checkMembers(file, archive, manifest)
  // Last, because the checks before it know which part is wrong; the seal knows that any is.
  if (!(await sealHolds(file, backupKey(keys)))) throw refuse('backup.seal_broken', { file })
  return manifest
}

/** Reads a backup from end to end before anybody uses it. Throws `StartStopped` that names the part and why. */
export async function checkBackup(file: string, keys: Keys): Promise<CheckedBackup> {
  const archive = await openArchive(file).catch((error: NodeJS.ErrnoException) => {
    throw refuse('backup.not_a_backup', { file, why: error.code ?? error.message })
  })
  try {
    const manifest = await checkAll(file, keys, archive)
    return { file, manifest, read: ({ name }) => archive.read(name), close: archive.close }
  } catch (error) {
    archive.close()
    throw error
  }
}
