import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { secretOf } from './cluster.ts'
import { accountBelowRoot } from './natives.ts'
import { type DataPlace, type OpenedPostgres, openPostgres } from './open.ts'
import { answers } from './server-process.ts'
import { socketFolder } from './sockets.ts'

/** The database that already runs on a data folder, whoever started it, or null. Nothing is started or locked. */
async function runningOn(given: string): Promise<OpenedPostgres | null> {
  if (!existsSync(join(given, 'pg', 'postmaster.pid'))) return null
  const folder = realpathSync(given)
  const host = socketFolder(folder, accountBelowRoot())
  const config = (user: string) => ({ host, user, password: secretOf(folder), database: 'guatu' })
  if (!(await answers(config('guatu_owner')))) return null
  return { folder, connections: { app: config('guatu_app'), owner: config('guatu_owner') }, stop: async () => {} }
}

/**
 * Reaches the database for work that may go on beside the server: the one that runs or, where none does, one started for
 * the time of the work. Throws `StartStopped`.
 */
export const reachPostgres = async (place: DataPlace): Promise<OpenedPostgres> =>
  (place.url ? null : await runningOn(place.dataFolder)) ?? openPostgres(place)
