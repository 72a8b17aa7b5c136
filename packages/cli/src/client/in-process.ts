import { cookieOf, type Door, type Request } from './door.ts'

/**
 * The whole application in this process, on the office's own database: the same routes, rules and records as over the
 * network. Throws a problem where the data folder is in use or the database cannot be reached.
 */
export async function applicationHere(dataFolder: string, url: string | undefined): Promise<Door> {
  const [
    { openPostgres },
    { migrate },
    { openDatabase },
    { systemClock },
    { keyFileOf, openKeys },
    { filesFolderOf },
    { noLimits },
    { buildApp, samplesHere },
  ] = await Promise.all([
    import('@guatu/server/platform/postgres/open'),
    import('@guatu/server/platform/migrate'),
    import('@guatu/server/platform/db'),
    import('@guatu/server/platform/clock'),
    import('@guatu/server/platform/keys'),
    import('@guatu/server/platform/files'),
    import('@guatu/server/platform/rates/limits'),
    import('@guatu/server'),
  ])
  const postgres = await openPostgres({ dataFolder, url })
  try {
    await migrate(postgres.connections.owner)
    const db = openDatabase(postgres.connections)
    const keys = openKeys(keyFileOf(postgres.folder))
    const inPlace = { db, clock: systemClock, keys, filesFolder: filesFolderOf(postgres.folder) }
    const app = await buildApp({ ...inPlace, samples: samplesHere(inPlace), webRoot: null, limits: noLimits })
    const send = async ({ method, path, headers, body }: Request) => {
      const reply = await app.inject({ method, url: path, headers, ...(body ? { payload: body } : {}) })
      const set = [reply.headers['set-cookie'] ?? []].flat()
      return { status: reply.statusCode, body: reply.body, cookies: set.map(cookieOf) }
    }
    const close = async () => {
      await app.close()
      await db.close()
      await postgres.stop()
    }
    return { address: url ? 'DATABASE_URL' : dataFolder, send, close }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}
