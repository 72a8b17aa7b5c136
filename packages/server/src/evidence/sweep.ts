import type { Instant } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Clock } from '../platform/clock.ts'
import type { Database, Tx } from '../platform/db.ts'
import type { FileStore } from '../platform/files.ts'
import { officesOfMachine } from '../platform/office.ts'
import { millisecondsBetweenSweeps, unusedMillisecondsMax } from './limits.ts'

/** Evidence for good; the rows of a sheet until it is accepted; an export of all data until its last day or until somebody ends it, and then it goes. */
async function namedIn(tx: Tx, officeId: string, hashes: readonly string[], now: Instant): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from evidence where office_id = ${officeId} and sha256 = any (${hashes})
    union select sha256 from office_export where office_id = ${officeId} and sha256 = any (${hashes})
      and until > ${now} and ended_at is null
    union select s.content ->> 'staged' from sheet_import_step s
      where s.office_id = ${officeId} and s.kind = 'read' and s.content ->> 'staged' = any (${hashes})
      and not exists (select 1 from sheet_import_step l
        where l.office_id = s.office_id and l.import_id = s.import_id and l.kind = 'accepted')`.execute(tx)
  return rows.map(({ sha256 }) => sha256)
}

/** Which of these files some office names. Asked office by office: no role of ours sees the rows of all at once. */
async function namedSomewhere(db: Database, clock: Clock, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  const named = new Set<string>()
  for (const { id, clock: ofOffice } of await officesOfMachine(db, clock)) {
    for (const sha256 of await db.inOffice(id, (tx) => namedIn(tx, id, hashes, ofOffice.now()))) named.add(sha256)
  }
  return named
}

/**
 * Removes files that no row names, left by an upload that was refused or cut off. A file is taken for unused an hour after
 * it was last brought or put to a row: a row is only written after its file was marked as used, and the mark is looked at
 * once more in the very step that removes.
 */
export const sweepFiles = (
  files: FileStore,
  db: Database,
  clock: Clock,
  unusedMilliseconds = unusedMillisecondsMax,
): Promise<number> => files.sweep(unusedMilliseconds, (hashes) => namedSomewhere(db, clock, hashes))

/** Sweeps when the server starts, and every day while it runs. */
export function sweepDaily(app: FastifyInstance, files: FileStore, db: Database, clock: Clock): void {
  let running = Promise.resolve()
  const sweep = () => {
    running = sweepFiles(files, db, clock).then(
      (count) => app.log.info({ count }, 'unused files removed'),
      (error: unknown) => app.log.error({ err: error }, 'unused files stay'),
    )
  }
  const timer = setInterval(sweep, millisecondsBetweenSweeps)
  timer.unref()
  app.addHook('onReady', async () => sweep())
  app.addHook('onClose', () => {
    clearInterval(timer)
    return running
  })
}
