import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const pidIn = (file: string): number | null => {
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
  return Number.isInteger(pid) && pid > 0 ? pid : null
}

/** The process that a data folder's lock file names, alive or not. */
export const lockedBy = (dataFolder: string): number | null => pidIn(join(dataFolder, 'pg', 'postmaster.pid'))

const stateOf = (pid: number): string | undefined => {
  try {
    return / ([A-Z]) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, ''))?.[1]
  } catch {
    return undefined
  }
}

/** A killed process that nobody has collected yet still has a number, but does nothing any more. */
const isZombie = (pid: number): boolean => stateOf(pid) === 'Z'

export const isAlive = (pid: number): boolean => {
  const state = stateOf(pid)
  return state !== undefined && state !== 'Z'
}

/**
 * Where nothing collects dead processes (a container without an init), a killed server keeps its number for ever and
 * PostgreSQL takes its lock for that of a living one. The lock file stays, for its other lines let PostgreSQL see
 * whether a part of the dead server still runs; only the number becomes ours, which it knows for its parent's.
 */
export function releaseZombieLock(dataFolder: string, sockets: string): void {
  const file = join(dataFolder, 'pg', 'postmaster.pid')
  const pid = pidIn(file)
  if (pid && isZombie(pid)) {
    const [, ...rest] = readFileSync(file, 'utf8').split('\n')
    writeFileSync(file, [process.pid, ...rest].join('\n'))
  }
  const socketLock = join(sockets, '.s.PGSQL.5432.lock')
  const holder = pidIn(socketLock)
  if (holder && isZombie(holder)) rmSync(socketLock)
}
