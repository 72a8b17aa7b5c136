import { readFile } from 'node:fs/promises'
import { cliProblems } from './problems.ts'
import { Stop } from './stop.ts'

/** The bytes of a file that a command was given; one that cannot be opened ends the command. */
export const bytesOf = (file: string): Promise<Buffer> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EISDIR') throw new Stop(cliProblems('cli.file_is_folder', { file }))
    throw new Stop(cliProblems('cli.file_unreadable', { file, why: error.code ?? String(error) }))
  })
