import type { Day } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Database } from '../db.ts'

type Counts = Map<string, Map<string, number>>

/** Counts ordinary reads in memory and adds them to the office's own table now and then. */
export interface ReadCounts {
  add(officeId: string, on: Day, route: string): void
  /** Writes what was counted since; of an office that is gone nothing is left to write. */
  flush(): Promise<void>
}

async function write(db: Database, officeId: string, counts: ReadonlyMap<string, number>): Promise<void> {
  const rows = [...counts].map(([key, count]) => {
    const [day = '', ...route] = key.split(' ')
    return { officeId, day, route: route.join(' '), count: String(count) }
  })
  await db.inOffice(officeId, (tx) =>
    tx
      .insertInto('readCount')
      .values(rows)
      .onConflict((oc) =>
        oc
          .columns(['officeId', 'day', 'route'])
          .doUpdateSet((eb) => ({ count: sql<string>`${eb.ref('readCount.count')} + ${eb.ref('excluded.count')}` })),
      )
      .execute(),
  )
}

export function readCountsOf(db: Database): ReadCounts {
  let counted: Counts = new Map()
  return {
    add: (officeId, on, route) => {
      const ofOffice = counted.get(officeId) ?? new Map<string, number>()
      counted.set(officeId, ofOffice)
      const key = `${on} ${route}`
      ofOffice.set(key, (ofOffice.get(key) ?? 0) + 1)
    },
    flush: async () => {
      const taken = counted
      counted = new Map()
      for (const [officeId, counts] of taken) await write(db, officeId, counts).catch(() => {})
    },
  }
}

const flushEveryMs = 60_000

/** Writes the counts every minute and when the server stops. */
export function flushReads(app: FastifyInstance, reads: ReadCounts): void {
  const timer = setInterval(() => void reads.flush(), flushEveryMs)
  timer.unref()
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await reads.flush()
  })
}
