import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account } from './natives.ts'
import { databaseFailed } from './stopped.ts'

// The kernel keeps 108 bytes for a socket's path and its closing zero; PostgreSQL adds a file name.
const pathBytesMax = 107 - '/.s.PGSQL.5432'.length

function place(dataFolder: string, account: Account | null): string {
  const inside = join(dataFolder, 'socket')
  if (Buffer.byteLength(inside) <= pathBytesMax) return inside
  const name = `guatu-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)}`
  return join(account ? '/tmp' : (process.env.XDG_RUNTIME_DIR ?? tmpdir()), name)
}

/**
 * The folder for the database's socket, open to the account alone. The same data folder always gets the same one, so
 * that a server left running is found again. Where the data folder lies too deep it is a short one beside the machine's
 * temporary files; as anybody may write there, one that is not ours is refused and never touched.
 */
export function socketFolder(dataFolder: string, account: Account | null): string {
  const folder = place(dataFolder, account)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw databaseFailed(String(error))
    const found = lstatSync(folder)
    const ours = [process.getuid?.(), account?.uid].includes(found.uid)
    if (!found.isDirectory() || !ours) throw databaseFailed(`EEXIST: ${folder}`)
  }
  if (account) chownSync(folder, account.uid, account.gid)
  chmodSync(folder, 0o700)
  return folder
}
