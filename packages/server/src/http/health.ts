import { statfs } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../platform/db.ts'

/** A database grows in steps of megabytes; below this, and below a twentieth of the disk, nothing new is taken on. */
const freeBytesMin = 256 * 1024 * 1024
const freeShareMin = 0.05

export interface HealthNeeds {
  readonly db: Database
  /** The folder whose disk has to have room, null where the data lies on another machine. */
  readonly dataFolder: string | null
}

const answersWithin = 2_000

async function reachesDatabase(db: Database): Promise<boolean> {
  const asked = sql`select 1 from office limit 1`.execute(db.reference).then(
    () => true,
    () => false,
  )
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

interface Room {
  readonly bavail: number
  readonly bsize: number
  readonly blocks: number
}

/** Whether a disk with these blocks still takes new work. */
export const hasRoom = ({ bavail, bsize, blocks }: Room): boolean =>
  bavail * bsize >= freeBytesMin && bavail >= blocks * freeShareMin

/** Whether the disk of a folder does; null lies on another machine and is not ours to judge. */
export const diskHasRoom = async (folder: string | null): Promise<boolean> =>
  folder === null ||
  statfs(folder).then(
    (disk) => hasRoom(disk),
    () => false,
  )

const checks = z.object({ database: z.boolean(), disk: z.boolean() })

/** `/healthz`: the process answers. `/readyz`: it can serve, or 503 with what is missing. Neither names anything. */
export function healthRoutes(app: FastifyInstance, { db, dataFolder }: HealthNeeds): void {
  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ alive: true }))
  app.get('/readyz', { schema: { response: { 200: checks, 503: checks } } }, async (_request, reply) => {
    const found = { database: await reachesDatabase(db), disk: await diskHasRoom(dataFolder) }
    const ready = found.database && found.disk
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(found)
  })
}
