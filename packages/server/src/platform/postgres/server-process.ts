import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Account } from './natives.ts'
import { isAlive, lockedBy, releaseZombieLock } from './stale-lock.ts'
import { databaseFailed } from './stopped.ts'

export interface ServerPlace {
  readonly native: string
  readonly dataFolder: string
  readonly sockets: string
  readonly account: Account | null
  /** Tests give durability away for speed; real data never does. */
  readonly durable: boolean
}

const settings = ({ sockets, durable }: ServerPlace): string[] => [
  'listen_addresses=',
  // A comma would part two folders; quoted, the path is one whatever it holds.
  `unix_socket_directories="${sockets}"`,
  'unix_socket_permissions=0700',
  'shared_buffers=128MB',
  'max_connections=60',
  'timezone=UTC',
  'log_timezone=UTC',
  ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
]

const logFile = (dataFolder: string) => join(dataFolder, 'postgres.log')
const clusterOf = (dataFolder: string) => join(dataFolder, 'pg')

function launch(place: ServerPlace): ChildProcess {
  const cluster = clusterOf(place.dataFolder)
  const log = openSync(logFile(place.dataFolder), 'a', 0o600)
  const args = ['-D', cluster, ...settings(place).flatMap((setting) => ['-c', setting])]
  const child = spawn(join(place.native, 'bin', 'postgres'), args, {
    cwd: cluster,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
    ...place.account,
  })
  closeSync(log)
  child.on('error', () => {})
  child.unref()
  return child
}

export async function answers(config: pg.ClientConfig): Promise<boolean> {
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

const lastFault = (dataFolder: string): string =>
  readFileSync(logFile(dataFolder), 'utf8')
    .split('\n')
    .findLast((line) => line.includes('FATAL:'))
    ?.replace(/^.*FATAL:\s*/, '') ?? 'postgres.log'

// Recovery after a crash replays the log first; ten seconds would be long, two minutes are a fault.
const startMsMax = 120_000
// What is left of a killed server, its other processes, ends by itself within seconds.
const leftoversMsMax = 15_000

const isLeftover = (fault: string): boolean => /lock file|shared memory/.test(fault)

/** True when the server answers; false when it ended before, and no other one of this folder is waking up. */
async function answersInTime(child: ChildProcess, dataFolder: string, root: pg.PoolConfig): Promise<boolean> {
  const until = Date.now() + startMsMax
  while (Date.now() < until) {
    if (await answers(root)) return true
    const hasEnded = child.exitCode !== null || child.signalCode !== null || child.pid === undefined
    const other = lockedBy(dataFolder)
    if (hasEnded && !(other && isAlive(other))) return false
    await sleep(50)
  }
  throw databaseFailed(`${startMsMax / 1000} s`)
}

/**
 * Makes the server of this folder answer: adopts one that a killed process left running, or starts it. A start beside
 * an orphan that is still waking up ends at once, and then the orphan answers. Throws `StartStopped`.
 */
export async function wakeServer(place: ServerPlace, root: pg.PoolConfig): Promise<void> {
  const { dataFolder, sockets } = place
  if (await answers(root)) return
  const began = Date.now()
  for (;;) {
    releaseZombieLock(dataFolder, sockets)
    if (await answersInTime(launch(place), dataFolder, root)) return
    const fault = lastFault(dataFolder)
    if (!isLeftover(fault) || Date.now() - began > leftoversMsMax) throw databaseFailed(fault)
    await sleep(200)
  }
}

const stopMsMax = 30_000

/** Stops the server in good order: running statements are broken off, everything committed is on disk. */
export async function stopServer(dataFolder: string): Promise<void> {
  const pid = lockedBy(dataFolder)
  if (!pid || !isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  const until = Date.now() + stopMsMax
  while (isAlive(pid) && Date.now() < until) await sleep(20)
}
