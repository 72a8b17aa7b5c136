import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkout, childrenOf, databasePid, isAlive, type Run, runGuatu } from '../../support/guatu-process.ts'

const command = [process.execPath, join(checkout, 'packages', 'cli', 'src', 'main.ts'), 'start']

/** What is killed: the server alone, or with it every process of its database. */
export type Victim = 'server' | 'everything'

/** A real server on a real cluster with durability on, in a process of its own, to be killed and started again. */
export interface FaultyServer {
  readonly dataFolder: string
  origin(): string
  /** Starts a process on the folder and waits for nothing. */
  launch(): Run
  /** Starts it and waits until it serves; gives the milliseconds that took. */
  start(): Promise<number>
  /** kill -9, without a word before. */
  kill(victim: Victim): Promise<void>
  /** Stops what still runs and removes the data. */
  remove(): Promise<void>
}

const killNow = (pids: readonly number[]) => {
  for (const pid of pids) if (isAlive(pid)) process.kill(pid, 'SIGKILL')
}

// The backends leave the process group of their parent, so they are collected by their ids.
function databaseProcesses(dataFolder: string): number[] {
  if (!existsSync(join(dataFolder, 'pg', 'postmaster.pid'))) return []
  const postmaster = databasePid(dataFolder)
  return isAlive(postmaster) ? [postmaster, ...childrenOf(postmaster)] : []
}

export function faultyServer(): FaultyServer {
  const home = mkdtempSync(join(tmpdir(), 'guatu-faults-'))
  // The database runs as another account where we are root, and has to be able to pass through.
  chmodSync(home, 0o711)
  const dataFolder = join(home, 'data')
  let run: Run | null = null
  const { NODE_COMPILE_CACHE = '' } = process.env
  const env = { GUATU_LIMITS: 'off', NODE_COMPILE_CACHE }
  const launch = () => runGuatu(['--data', dataFolder, '--port', '0'], { command, env })
  let origin = ''
  const kill = async (victim: Victim) => {
    killNow([...(victim === 'everything' ? databaseProcesses(dataFolder) : []), run?.child.pid ?? 0].filter(Boolean))
    await run?.ended
    run = null
  }
  return {
    dataFolder,
    origin: () => origin,
    launch,
    start: async () => {
      const began = Date.now()
      run = launch()
      origin = await run.address
      return Date.now() - began
    },
    kill,
    remove: async () => {
      await kill('everything')
      rmSync(home, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 })
    },
  }
}
