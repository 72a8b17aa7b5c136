import type { FastifyInstance } from 'fastify'
import type { Database } from '../platform/db.ts'
import type { FileStore } from '../platform/files.ts'
import { millisecondsBetweenSweeps, unusedMillisecondsMax } from './limits.ts'

/** Which of these files some office names. Asked office by office: no role of ours sees the rows of all at once. */
async function namedSomewhere(db: Database, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  const named = new Set<string>()
  for (const { id } of await db.reference.selectFrom('office').select('id').execute()) {
    const rows = await db.inOffice(id, (tx) =>
      tx
        .selectFrom('evidence')
        .where('officeId', '=', id)
        .where('sha256', 'in', [...hashes])
        .select('sha256')
        .execute(),
    )
    for (const { sha256 } of rows) named.add(sha256)
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
  unusedMilliseconds = unusedMillisecondsMax,
): Promise<number> => files.sweep(unusedMilliseconds, (hashes) => namedSomewhere(db, hashes))

/** Sweeps when the server starts, and every day while it runs. */
export function sweepDaily(app: FastifyInstance, files: FileStore, db: Database): void {
  let running = Promise.resolve()
  const sweep = () => {
    running = sweepFiles(files, db).then(
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
