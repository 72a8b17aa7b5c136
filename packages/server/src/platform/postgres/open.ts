import type { Connections } from '../db.ts'
import { prepareDataFolder } from './data-folder.ts'
import { startEmbedded } from './embedded.ts'
import { prepareOutside } from './outside.ts'
import { prepareCluster } from './roles.ts'

/** Where the data is: a folder with keys, papers and a server of ours on it, or with somebody's PostgreSQL beside it. */
export interface DataPlace {
  readonly dataFolder: string
  readonly url?: string | undefined
}

export interface OpenedPostgres {
  /** The one true path of the data folder. */
  readonly folder: string
  readonly connections: Connections
  /** Stops the server that we started; an outside one stays as it is. */
  stop(): Promise<void>
}

/** Opens the database, not yet migrated. The app role is never the owner of a table. Throws `StartStopped`. */
export async function openPostgres(place: DataPlace): Promise<OpenedPostgres> {
  if (place.url) {
    const folder = prepareDataFolder(place.dataFolder, null)
    const owner = await prepareOutside(place.url)
    return { folder, connections: { app: owner, owner, role: 'guatu_app' }, stop: async () => {} }
  }
  const server = await startEmbedded(place)
  try {
    await prepareCluster(server.config('postgres', 'postgres'), 'guatu')
  } catch (error) {
    await server.stop()
    throw error
  }
  const connections = { app: server.config('guatu_app', 'guatu'), owner: server.config('guatu_owner', 'guatu') }
  return { folder: server.folder, connections, stop: server.stop }
}
