import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Account, accountBelowRoot, nativeFolder } from './natives.ts'
import { startProblems } from './problems.ts'
import { StartStopped } from './stopped.ts'

export interface Embedded {
  /** Connects to the given database as the given role. */
  config(role: string, database: string): pg.PoolConfig
  stop(): Promise<void>
}

interface Options {
  readonly dataFolder: string
  /** Tests give durability away for speed; real data never does. */
  readonly durable?: boolean
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const failed = (why: string) => new StartStopped(startProblems('start.database_failed', { why }))

function ownFolder(path: string, account: Account | null): void {
  mkdirSync(path, { recursive: true })
  chmodSync(path, 0o700)
  if (account) chownSync(path, account.uid, account.gid)
}

// A socket's path may hold 107 bytes; a data folder may be deeper than that, so the socket lives under the temp folder.
const socketFolder = (dataFolder: string) =>
  join(
    process.env.XDG_RUNTIME_DIR ?? tmpdir(),
    `guatu-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)}`,
  )

function secretOf(dataFolder: string): string {
  const file = join(dataFolder, 'database-secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

const lastWords = (run: SpawnSyncReturns<string>) => run.stderr?.trim().split('\n').at(-1) ?? String(run.error ?? '')

/** Makes the cluster in a folder of its own and renames it: a kill half-way never leaves half a cluster. */
function makeCluster(native: string, dataFolder: string, account: Account | null, secret: string): void {
  const making = join(dataFolder, 'pg-making')
  rmSync(making, { recursive: true, force: true })
  ownFolder(making, account)
  const password = join(making, '.password')
  writeFileSync(password, secret, { mode: 0o600 })
  if (account) chownSync(password, account.uid, account.gid)
  const cluster = join(making, 'cluster')
  const locale = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=zh', '--locale=C.UTF-8']
  const run = spawnSync(
    join(native, 'bin', 'initdb'),
    ['-D', cluster, '-U', 'postgres', ...locale, '--auth=scram-sha-256', `--pwfile=${password}`],
    { cwd: making, encoding: 'utf8', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' }, ...account },
  )
  if (run.status !== 0) throw failed(lastWords(run))
  renameSync(cluster, join(dataFolder, 'pg'))
  rmSync(making, { recursive: true, force: true })
}

async function answers(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function spawnServer(
  native: string,
  cluster: string,
  sockets: string,
  account: Account | null,
  durable: boolean,
): void {
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${sockets}`,
    'unix_socket_permissions=0700',
    'shared_buffers=128MB',
    'max_connections=60',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ]
  const log = openSync(join(cluster, '..', 'postgres.log'), 'a', 0o600)
  const child = spawn(join(native, 'bin', 'postgres'), ['-D', cluster, ...settings.flatMap((s) => ['-c', s])], {
    cwd: cluster,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
    ...account,
  })
  child.on('error', () => {})
  child.unref()
}

const serverPid = (cluster: string): number | null => {
  const file = join(cluster, 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function stopServer(cluster: string): Promise<void> {
  const pid = serverPid(cluster)
  if (!pid || !isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  for (let i = 0; i < 300 && isAlive(pid); i += 1) await sleep(50)
}

/**
 * Starts PostgreSQL on a data folder, or adopts the one that a killed process left running on it. Only a unix socket in
 * a private folder; the password lies in the data folder. Throws `StartStopped`.
 */
export async function startEmbedded({ dataFolder, durable = true }: Options): Promise<Embedded> {
  const account = accountBelowRoot()
  const native = nativeFolder(dataFolder, account)
  const secret = secretOf(dataFolder)
  const cluster = join(dataFolder, 'pg')
  const sockets = socketFolder(dataFolder)
  ownFolder(sockets, account)
  if (!existsSync(cluster)) makeCluster(native, dataFolder, account, secret)
  const config = (role: string, database: string): pg.PoolConfig => ({
    host: sockets,
    user: role,
    password: secret,
    database,
  })
  const root = config('postgres', 'postgres')
  if (!(await answers(root))) {
    spawnServer(native, cluster, sockets, account, durable)
    // Recovery after a crash replays the log first; ten seconds would be long, a minute is a fault.
    for (let i = 0; !(await answers(root)); i += 1) {
      if (i > 600) throw failed('timeout')
      await sleep(100)
    }
  }
  return { config, stop: () => stopServer(cluster) }
}
