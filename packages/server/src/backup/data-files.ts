import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

const isHidden = (name: string): boolean => name.split('/').some((part) => part.startsWith('.'))

// Hidden ones are still being written.
function filesIn(dataFolder: string, kind: 'evidence' | 'checkpoints'): string[] {
  const folder = join(dataFolder, kind)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dataFolder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((name) => !isHidden(name))
    .sort()
}

/** The hash that a file's place tells: `evidence/ab/cd…` holds what hashes to `abcd…`. */
export const hashOfPlace = (name: string): string => name.split('/').slice(1).join('')

/** The evidence that rows name by its hash; what nobody names any more may be swept away at any moment. */
export const evidenceIn = (dataFolder: string, hashes: ReadonlySet<string>): string[] =>
  filesIn(dataFolder, 'evidence').filter((name) => hashes.has(hashOfPlace(name)))

export const bytesOf = (dataFolder: string, name: string): AsyncIterable<Buffer> =>
  createReadStream(join(dataFolder, name)) as AsyncIterable<Buffer>

/**
 * The checkpoints of the trails as they are now, whole lines only. Read before the snapshot is taken, so that none of
 * them speaks of records that are not in it.
 */
export const checkpointsIn = (dataFolder: string): (readonly [name: string, bytes: Buffer])[] =>
  filesIn(dataFolder, 'checkpoints').map((name) => {
    const bytes = readFileSync(join(dataFolder, name))
    return [name, bytes.subarray(0, bytes.lastIndexOf(10) + 1)]
  })
