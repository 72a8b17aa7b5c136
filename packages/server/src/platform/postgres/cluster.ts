import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './natives.ts'
import { databaseFailed } from './stopped.ts'

/** Makes a folder that only the account may enter. */
export function privateFolder(path: string, account: Account | null): void {
  mkdirSync(path, { recursive: true })
  chmodSync(path, 0o700)
  if (account) chownSync(path, account.uid, account.gid)
}

/** The password of the cluster's roles, made once and kept where only its owner can read it. */
export function secretOf(dataFolder: string): string {
  const file = join(dataFolder, 'database-secret')
  if (!existsSync(file)) {
    // Renamed into place, so that a kill never leaves an empty secret behind.
    writeFileSync(`${file}.new`, randomBytes(24).toString('hex'), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return readFileSync(file, 'utf8')
}

function run(program: string, args: readonly string[], cwd: string, account: Account | null): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' }
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'], env, ...account })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      said += chunk
    })
    child.on('error', (error) => reject(databaseFailed(error.message)))
    child.on('close', (code) =>
      code === 0 ? resolve(said) : reject(databaseFailed(said.trim().split('\n').at(-1) ?? `initdb ${code}`)),
    )
  })
}

/** Makes the cluster in a folder of its own and renames it: a kill half-way never leaves half a cluster. */
export async function makeCluster(native: string, dataFolder: string, account: Account | null): Promise<void> {
  const making = join(dataFolder, 'pg-making')
  rmSync(making, { recursive: true, force: true })
  privateFolder(making, account)
  const password = join(making, '.password')
  writeFileSync(password, secretOf(dataFolder), { mode: 0o600 })
  if (account) chownSync(password, account.uid, account.gid)
  const cluster = join(making, 'cluster')
  // The C.UTF-8 character classes keep trigrams working for Chinese; ICU zh sorts names by pinyin.
  const locale = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=zh', '--locale=C.UTF-8']
  const access = ['--auth=scram-sha-256', `--pwfile=${password}`]
  await run(join(native, 'bin', 'initdb'), ['-D', cluster, '-U', 'postgres', ...locale, ...access], making, account)
  renameSync(cluster, join(dataFolder, 'pg'))
  rmSync(making, { recursive: true, force: true })
}
