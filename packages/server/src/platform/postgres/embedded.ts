import { existsSync, readdirSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { makeCluster, secretOf } from './cluster.ts'
import { prepareDataFolder } from './data-folder.ts'
import { lockFolder } from './folder-lock.ts'
import { accountBelowRoot, nativeFolder } from './natives.ts'
import { stopServer, wakeServer } from './server-process.ts'
import { socketFolder } from './sockets.ts'

export interface Embedded {
  readonly folder: string
  /** Connects to the given database as the given role. */
  config(role: string, database: string): pg.PoolConfig
  stop(): Promise<void>
}

interface Options {
  readonly dataFolder: string
  /** Tests give durability away for speed; real data never does. */
  readonly durable?: boolean
}

async function startLocked(dataFolder: string, durable: boolean): Promise<Embedded> {
  const account = accountBelowRoot()
  const native = nativeFolder(dataFolder, account)
  const sockets = socketFolder(dataFolder, account)
  if (!existsSync(join(dataFolder, 'pg'))) await makeCluster(native, dataFolder, account)
  const password = secretOf(dataFolder)
  const config = (user: string, database: string): pg.PoolConfig => ({ host: sockets, user, password, database })
  await wakeServer({ native, dataFolder, sockets, account, durable }, config('postgres', 'postgres'))
  const stop = async () => {
    await stopServer(dataFolder)
    // The server takes its socket away as it ends; while one is there, it has not ended.
    // Somebody who tidies the temp folder may have been faster; then there is nothing left to remove.
    if (existsSync(sockets) && readdirSync(sockets).length === 0) rmdirSync(sockets)
  }
  return { folder: dataFolder, config, stop }
}

/**
 * Starts PostgreSQL on a data folder, or adopts the one that a killed process left running on it. Only a unix socket in
 * a private folder; the password lies in the data folder. One process holds a folder at a time. Throws `StartStopped`.
 */
export async function startEmbedded({ dataFolder: given, durable = true }: Options): Promise<Embedded> {
  const dataFolder = prepareDataFolder(given, accountBelowRoot())
  const unlock = await lockFolder(dataFolder)
  try {
    const server = await startLocked(dataFolder, durable)
    return { ...server, stop: () => server.stop().finally(unlock) }
  } catch (error) {
    unlock()
    throw error
  }
}
