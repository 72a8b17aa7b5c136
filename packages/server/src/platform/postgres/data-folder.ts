import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Account } from './natives.ts'
import { startProblems } from './problems.ts'
import { StartStopped } from './stopped.ts'

/**
 * Where the data lies when nobody says otherwise. Root's own home is closed to the account that runs the database, so
 * root keeps it where services do.
 */
export const defaultDataFolder = (): string =>
  process.getuid?.() === 0
    ? '/var/lib/guatu'
    : join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'guatu')

const unusable = (folder: string, why: string) =>
  new StartStopped(startProblems('start.folder_unusable', { folder, why }))

const canEnter = (folder: string, account: Account): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { cwd: '/', ...account }).status === 0

// One by one, because Node's own recursive mkdir never ends where a parent refuses with ENOENT, as /proc does.
function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder), mode)
  mkdirSync(folder, { mode })
}

/**
 * Makes the folder where it is missing and returns its one true path. Throws `StartStopped` when it cannot be written
 * to, or when the account that runs the database cannot reach it.
 */
export function prepareDataFolder(given: string, account: Account | null): string {
  const folder = resolve(given)
  try {
    makeFolder(folder, account ? 0o711 : 0o700)
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw unusable(folder, (error as NodeJS.ErrnoException).code ?? String(error))
  }
  const path = realpathSync(folder)
  if (account && !canEnter(path, account)) {
    throw new StartStopped(startProblems('start.folder_out_of_reach', { folder: path }))
  }
  return path
}
