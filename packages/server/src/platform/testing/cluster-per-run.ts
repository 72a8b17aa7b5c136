import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../migrate.ts'
import { startEmbedded } from '../postgres/embedded.ts'
import { prepareCluster } from '../postgres/roles.ts'
import { stopServer } from '../postgres/server-process.ts'
import { isAlive } from '../postgres/stale-lock.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** How a test reaches the cluster of this run: as the superuser, the owner or the app, in a given database. */
    cluster: { readonly root: pg.PoolConfig; readonly owner: pg.PoolConfig; readonly app: pg.PoolConfig }
  }
}

export const templateName = 'guatu_template'

const prefix = 'guatu-test-'

// Hundreds of databases are made and dropped in a run, each of some seven hundred files: in memory that costs a quarter.
const memory = '/dev/shm'
const roomMin = 2 * 2 ** 30

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize >= roomMin
}

/** Where the run's cluster lies: in memory, where the machine gives that much. */
const place = (): string => (hasRoom(memory) ? memory : tmpdir())

const runFile = (dataFolder: string) => join(dataFolder, 'run')

/** The process a run is of; null where the folder has none yet, or has just been cleared by another run. */
function processOf(dataFolder: string): number | null {
  try {
    return Number(readFileSync(runFile(dataFolder), 'utf8'))
  } catch {
    return null
  }
}

// A run that was broken off could not clear up after itself; the next one does, once that process is gone.
async function clearBrokenRuns(): Promise<void> {
  const places = [memory, tmpdir()].filter((folder) => existsSync(folder))
  const folders = places.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  for (const dataFolder of folders.filter((folder) => basename(folder).startsWith(prefix))) {
    const pid = processOf(dataFolder)
    if (pid === null || isAlive(pid)) continue
    await stopServer(dataFolder)
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/** Starts one PostgreSQL for the whole run, with a migrated database to copy; vitest calls it before all tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearBrokenRuns()
  const dataFolder = mkdtempSync(join(place(), prefix))
  writeFileSync(runFile(dataFolder), String(process.pid))
  chmodSync(dataFolder, 0o711)
  const server = await startEmbedded({ dataFolder, durable: false })
  const root = server.config('postgres', 'postgres')
  await prepareCluster(root, templateName)
  await migrate(server.config('guatu_owner', templateName))
  const owner = server.config('guatu_owner', templateName)
  project.provide('cluster', { root, owner, app: server.config('guatu_app', templateName) })
  return async () => {
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
