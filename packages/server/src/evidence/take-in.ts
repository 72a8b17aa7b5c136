import { readFile } from 'node:fs/promises'
import { accept, type Problem, type Result, reject } from '@guatu/core/shared'
import { isDiskFull } from '../platform/disk.ts'
import type { FileStore, Incoming } from '../platform/files.ts'
import { openPackage, type Package, Refusal } from '../text/index.ts'
import { shownName } from './file-name.ts'
import {
  isArchive,
  isOfProgram,
  kindByHead,
  kindOfOldOffice,
  kindOfPackage,
  kindOfText,
  type MediaType,
} from './kinds.ts'
import { archiveLimits, evidenceBytesMax, filesMax } from './limits.ts'
import { evidenceProblems } from './problems.ts'

/** A file in its place, not named by any row yet. */
export interface Taken {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: MediaType
}

/** What became of one file that was brought, under the name it is shown by. */
export interface Outcome {
  readonly name: string
  readonly taken: Result<Taken>
}

type Pieces = AsyncIterable<Uint8Array>

async function openedPackage(incoming: Incoming): Promise<Package> {
  return openPackage(await readFile(incoming.path), archiveLimits)
}

async function kindOf(incoming: Incoming, name: string): Promise<MediaType | null> {
  const byHead = kindByHead(incoming.head)
  if (byHead) return byHead
  if (isArchive(incoming.head)) return kindOfPackage(await openedPackage(incoming))
  // An old container is told by what lies deep in it.
  if (incoming.head[0] === 0xd0) return kindOfOldOffice(await readFile(incoming.path))
  return kindOfText(incoming.head, name)
}

async function settle(incoming: Incoming, name: string): Promise<Result<Taken>> {
  const mediaType = await kindOf(incoming, name)
  if (!mediaType) return reject(evidenceProblems('evidence.kind', { name }))
  await incoming.keep()
  return accept({ name, sha256: incoming.sha256, bytes: incoming.bytes, mediaType })
}

/** Why a file cannot be stored, where it is the file's fault or the disk's; ours goes on upwards. */
function refusalOf(error: unknown, name: string): Problem {
  if (error instanceof Refusal) return evidenceProblems('evidence.archive', { name, why: error.problem.says.zh })
  if (isDiskFull(error)) return evidenceProblems('evidence.disk_full', {})
  throw error
}

async function received(
  files: FileStore,
  received: string,
  pieces: Pieces,
  act: (incoming: Incoming, name: string) => Promise<Outcome[]>,
): Promise<Outcome[]> {
  const name = shownName(received)
  const refused = (problem: Problem): Outcome[] => [{ name, taken: reject(problem) }]
  let incoming: Incoming | null = null
  try {
    incoming = await files.receive(pieces, evidenceBytesMax)
    if (!incoming) return refused(evidenceProblems('evidence.too_large', { name, bytesMax: evidenceBytesMax }))
    if (incoming.bytes === 0) return refused(evidenceProblems('evidence.empty', { name }))
    return await act(incoming, name)
  } catch (error) {
    return refused(refusalOf(error, name))
  } finally {
    await incoming?.drop()
  }
}

const takeFile = (files: FileStore, name: string, pieces: Pieces): Promise<Outcome[]> =>
  received(files, name, pieces, async (incoming, shown) => [{ name: shown, taken: await settle(incoming, shown) }])

async function unpack(files: FileStore, archive: Package): Promise<Outcome[]> {
  const names = [...archive.names].filter(
    (name) => !name.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\.DS_Store$)/.test(name),
  )
  if (names.length === 0) throw new Refusal(evidenceProblems('evidence.none', {}))
  if (names.length > filesMax) throw new Refusal(evidenceProblems('evidence.too_many', { filesMax }))
  const outcomes: Outcome[] = []
  for (const name of names) outcomes.push(...(await takeFile(files, name, archive.read(name))))
  return outcomes
}

/**
 * Takes in what somebody brings: a file, or an archive of files, each told by its bytes. An archive in an archive is no
 * evidence. What is refused leaves nothing behind and stops nothing else.
 */
export const takeIn = (files: FileStore, name: string, pieces: Pieces): Promise<Outcome[]> =>
  received(files, name, pieces, async (incoming, shown) => {
    const archive = isArchive(incoming.head) ? await openedPackage(incoming) : null
    if (archive && !isOfProgram(archive)) return unpack(files, archive)
    return [{ name: shown, taken: await settle(incoming, shown) }]
  })
