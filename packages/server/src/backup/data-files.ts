import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** The folders beside the database whose files belong to the data; a file in them never changes once it is there. */
const folders = ['evidence', 'checkpoints'] as const

/** The files of a data folder that a backup holds, by their paths in it; hidden ones are still being written. */
export const filesIn = (dataFolder: string): string[] =>
  folders
    .map((name) => join(dataFolder, name))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(dataFolder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort()

export const bytesOf = (dataFolder: string, name: string): AsyncIterable<Buffer> =>
  createReadStream(join(dataFolder, name)) as AsyncIterable<Buffer>
