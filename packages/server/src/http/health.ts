import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../platform/db.ts'
import { diskHasRoom } from '../platform/disk.ts'
import { knownMigrations } from '../platform/migrate.ts'

export interface HealthNeeds {
  readonly db: Database
  /** The folder whose disk has to have room, null where the data lies on another machine. */
  readonly dataFolder: string | null
}

const answersWithin = 2_000

async function holdsInTime(question: Promise<boolean>): Promise<boolean> {
  const asked = question.catch(() => false)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), answersWithin)
  })
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}

const reachesDatabase = (db: Database): Promise<boolean> =>
  holdsInTime(sql`select 1 from office limit 1`.execute(db.reference).then(() => true))

// A database that another version has brought on, or that is still to be brought to this one, is not ours to serve.
const isOfThisVersion = (db: Database, known: readonly string[]): Promise<boolean> =>
  holdsInTime(db.appliedMigrations().then((applied) => applied.join() === known.join()))

const checks = z.object({ database: z.boolean(), schema: z.boolean(), disk: z.boolean() })

/** `/healthz`: the process answers. `/readyz`: it can serve, or 503 with what is missing. Neither names anything. */
export function healthRoutes(app: FastifyInstance, { db, dataFolder }: HealthNeeds): void {
  const known = knownMigrations().map(({ name, sha256 }) => `${name} ${sha256}`)
  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ alive: true }))
  app.get('/readyz', { schema: { response: { 200: checks, 503: checks } } }, async (_request, reply) => {
    const [database, schema, disk] = await Promise.all([
      reachesDatabase(db),
      isOfThisVersion(db, known),
      diskHasRoom(dataFolder),
    ])
    const found = { database, schema, disk }
    const ready = database && schema && disk
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(found)
  })
}
