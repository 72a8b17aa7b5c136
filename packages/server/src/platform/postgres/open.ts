import type { Connections } from '../db.ts'
import { startEmbedded } from './embedded.ts'
import { prepareOutside } from './outside.ts'
import { prepareCluster } from './roles.ts'

/** Where the data is: a folder of ours with a server of ours on it, or the address of somebody's PostgreSQL. */
export type DataPlace = { readonly dataFolder: string } | { readonly url: string }

export interface OpenedPostgres {
  readonly connections: Connections
  /** Stops the server that we started; an outside one stays as it is. */
  stop(): Promise<void>
}

/** Opens the database, not yet migrated. The app role is never the owner of a table. Throws `StartStopped`. */
export async function openPostgres(place: DataPlace): Promise<OpenedPostgres> {
  if ('url' in place) {
    const owner = await prepareOutside(place.url)
    return { connections: { app: owner, owner, role: 'guatu_app' }, stop: async () => {} }
  }
  const server = await startEmbedded(place)
  try {
    await prepareCluster(server.config('postgres', 'postgres'), 'guatu')
  } catch (error) {
    await server.stop()
    throw error
  }
  const connections = { app: server.config('guatu_app', 'guatu'), owner: server.config('guatu_owner', 'guatu') }
  return { connections, stop: server.stop }
}
