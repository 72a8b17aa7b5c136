import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, type Stats, statSync, unlinkSync, utimesSync } from 'node:fs'
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const hidden = '.'
/** How much of a file's beginning is kept at hand, to tell what it is. */
const headBytesMax = 65_536

/** A file that has come in whole and is not in its place yet. */
export interface Incoming {
  /** Where it lies meanwhile. */
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly head: Buffer
  /** Puts it in its place, for good once this resolves: a machine that dies afterwards still has it. */
  keep(): Promise<void>
  drop(): Promise<void>
}

/**
 * Files on the local disk by what they hold. Nothing a person says becomes part of a path. A file never changes once it
 * is in its place, so two who bring the same share one.
 */
export interface FileStore {
  /** Takes a file in as it arrives. Null where it grows past the limit; nothing of it is left then. */
  receive(pieces: AsyncIterable<Uint8Array>, bytesMax: number): Promise<Incoming | null>
  pathOf(sha256: string): string
  /** Whether the file is there; if so it counts as used now, and no sweep that looks again will take it. */
  touch(sha256: string): boolean
  /** Removes what has lain unused for so long and nobody names. Tells how many files went. */
  sweep(
    unusedMilliseconds: number,
    namedOf: (hashes: readonly string[]) => Promise<ReadonlySet<string>>,
  ): Promise<number>
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

interface Written {
  readonly sha256: string
  readonly bytes: number
  readonly head: Buffer
}

async function write(file: FileHandle, pieces: AsyncIterable<Uint8Array>, bytesMax: number): Promise<Written | null> {
  const hash = createHash('sha256')
  const head: Uint8Array[] = []
  let bytes = 0
  for await (const piece of pieces) {
    if (bytes < headBytesMax) head.push(piece)
    bytes += piece.length
    // The rest is still read: whoever sends cannot hear an answer before everything is sent.
    if (bytes > bytesMax) continue
    hash.update(piece)
    await file.writeFile(piece)
  }
  if (bytes > bytesMax) return null
  await file.sync()
  return { sha256: hash.digest('hex'), bytes, head: Buffer.concat(head).subarray(0, headBytesMax) }
}

async function writeTo(path: string, pieces: AsyncIterable<Uint8Array>, bytesMax: number): Promise<Written | null> {
  const file = await open(path, 'wx', 0o600)
  try {
    return await write(file, pieces, bytesMax)
  } finally {
    await file.close()
  }
}

const statOf = (path: string): Stats | null => statSync(path, { throwIfNoEntry: false }) ?? null

/** The folder of the store in a data folder. */
export const filesFolderOf = (dataFolder: string): string => join(dataFolder, 'evidence')

/** Where in the folder of the store a file of this hash lies. */
export const filePlace = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256.slice(2))

/** Opens the store in this folder, which is made where it is missing. */
export function openFiles(folder: string): FileStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathOf = (sha256: string) => filePlace(folder, sha256)

  async function keep(path: string, sha256: string): Promise<void> {
    const place = pathOf(sha256)
    // Over a file that is there already as well: it holds the same, and its age begins anew.
    if (mkdirSync(dirname(place), { recursive: true, mode: 0o700 })) await syncFolder(folder)
    await rename(path, place)
    await syncFolder(dirname(place))
  }

  async function receive(pieces: AsyncIterable<Uint8Array>, bytesMax: number): Promise<Incoming | null> {
    const path = join(folder, `${hidden}${randomUUID()}`)
    const drop = () => rm(path, { force: true })
    try {
      const written = await writeTo(path, pieces, bytesMax)
      if (written) return { path, ...written, keep: () => keep(path, written.sha256), drop }
    } catch (error) {
      await drop()
      throw error
    }
    await drop()
    return null
  }

  function touch(sha256: string): boolean {
    const path = pathOf(sha256)
    if (!statOf(path)) return false
    const now = new Date()
    utimesSync(path, now, now)
    return true
  }

  const isUnused = (path: string, milliseconds: number): boolean => {
    const stats = statOf(path)
    return stats?.isFile() === true && Date.now() - stats.mtimeMs >= milliseconds
  }

  /** Asked and removed in one step: between the two nobody in this process can put the file to use. */
  function removeUnused(path: string, milliseconds: number): number {
    if (!isUnused(path, milliseconds)) return 0
    unlinkSync(path)
    return 1
  }

  async function sweep(milliseconds: number, namedOf: Parameters<FileStore['sweep']>[1]): Promise<number> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    const old = files.filter((path) => isUnused(path, milliseconds))
    const hashOf = (path: string) => path.slice(folder.length + 1).replaceAll(/[/\\]/g, '')
    const named = await namedOf(old.map(hashOf).filter((hash) => /^[0-9a-f]{64}$/.test(hash)))
    return old
      .filter((path) => !named.has(hashOf(path)))
      .reduce((count, path) => count + removeUnused(path, milliseconds), 0)
  }

  return { receive, pathOf, touch, sweep }
}
