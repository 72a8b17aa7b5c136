import { PassThrough } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { type Database, tellChanged } from '../platform/db.ts'
import { diskHasRoom, isDiskFull } from '../platform/disk.ts'
import type { FileStore } from '../platform/files.ts'
import { type Office, officesOfMachine } from '../platform/office.ts'
import { archiveInto } from './archive-writer.ts'
import {
  exportById,
  exportsOf,
  type KeptExport,
  type MadeFile,
  noteTrouble,
  offerFile,
  stateOfExport,
} from './export-store.ts'
import { atOneMoment, type Counts, type ExportNeeds, writeOffice } from './office-archive.ts'

/** How often confirmed exports are looked for that could not be made before, the disk being full for instance. */
const lookAgainMs = 600_000
/** How much is written before the disk is looked at again: the database must not be the one that finds it full. */
const bytesBetweenLooks = 16 * 1024 * 1024

interface Maker extends Omit<ExportNeeds, 'eyes'> {
  readonly db: Database
  readonly files: FileStore
  readonly dataFolder: string | null
  /** Says that the server stops: what is half made is made again at the next start. */
  readonly stopping: AbortSignal
}

class NoRoom extends Error {}

/** Passes pieces on as long as the disk has room for what else the office does, and the server goes on. */
async function* whileThereIsRoom(
  pieces: AsyncIterable<Buffer>,
  { dataFolder, stopping }: Maker,
): AsyncGenerator<Buffer> {
  let since = bytesBetweenLooks
  for await (const piece of pieces) {
    stopping.throwIfAborted()
    since += piece.length
    if (since >= bytesBetweenLooks) {
      if (!(await diskHasRoom(dataFolder))) throw new NoRoom('the disk of the data has no room for an export')
      since = 0
    }
    yield piece
  }
}

/** Writes the archive into a stream. Null where another process is making the same one. */
async function write(maker: Maker, office: Office, id: string, stream: PassThrough): Promise<Counts | null> {
  const { db, files, registers, clock } = maker
  try {
    const counts = await db.inOfficeAsOwner(office.id, async (tx): Promise<Counts | null> => {
      await atOneMoment(tx)
      const { rows } = await sql<{ mine: boolean }>`
        select pg_try_advisory_xact_lock(hashtextextended(${`export ${id}`}, 0)) as mine`.execute(tx)
      const needs = { registers, clock, eyes: 'person' } as const
      return rows[0]?.mine ? writeOffice(archiveInto(stream), tx, office, files.pathOf, needs) : null
    })
    if (!counts) stream.end()
    return counts
  } catch (error) {
    stream.destroy(error as Error)
    throw error
  }
}

/**
 * Makes the file and brings it to its place by its hash before any row names it, so that a process which dies half-way
 * leaves nothing that is offered. Null where another process is making the same one.
 */
async function makeFile(maker: Maker, office: Office, id: string): Promise<MadeFile | null> {
  const stream = new PassThrough()
  const pieces = whileThereIsRoom(stream as AsyncIterable<Buffer>, maker)
  const [incoming, counts] = await Promise.allSettled([
    maker.files.receive(pieces, Number.MAX_SAFE_INTEGER),
    write(maker, office, id, stream),
  ])
  // Whichever of the two fails first takes the other with it, and it is here that both are told why.
  if (incoming.status === 'rejected') throw incoming.reason
  if (counts.status === 'rejected' || !counts.value) await incoming.value?.drop()
  if (counts.status === 'rejected') throw counts.reason
  if (!counts.value || !incoming.value) return null
  await incoming.value.keep()
  const { sha256, bytes } = incoming.value
  return { sha256, bytes, ...counts.value }
}

async function makeExport(maker: Maker, office: Office, id: string): Promise<void> {
  const file = await makeFile(maker, office, id)
  if (!file) return
  await maker.db.inOffice(office.id, async (tx) => {
    await offerFile(tx, office.id, id, file, office.clock.now())
    await tellChanged(tx, office.id)
  })
}

type Report = (error: unknown) => void

async function tellTrouble({ db }: Maker, office: Office, id: string, error: unknown): Promise<void> {
  const trouble = error instanceof NoRoom || isDiskFull(error) ? 'export.disk_full' : 'export.not_made'
  await db.inOffice(office.id, async (tx) => {
    await noteTrouble(tx, office.id, id, trouble)
    await tellChanged(tx, office.id)
  })
}

async function makeAllOf(maker: Maker, office: Office, report: Report): Promise<void> {
  const { db, stopping } = maker
  const isToMake = (one: KeptExport) => stateOfExport(one, office.clock.now()) === 'making'
  for (const { id } of (await db.inOffice(office.id, (tx) => exportsOf(tx, office.id))).filter(isToMake)) {
    try {
      // It may have been made, or ended, while the one before it was being made.
      const fresh = await db.inOffice(office.id, (tx) => exportById(tx, office.id, id))
      if (fresh && isToMake(fresh)) await makeExport(maker, office, id)
    } catch (error) {
      if (stopping.aborted) return
      report(error)
      await tellTrouble(maker, office, id, error)
    }
  }
}

async function makeAll(maker: Maker, report: Report): Promise<void> {
  for (const office of await officesOfMachine(maker.db, maker.clock)) await makeAllOf(maker, office, report)
}

/** Makes confirmed exports one after the other: when asked to, when the server starts, and by and by. */
export function makingExports(app: FastifyInstance, needs: Omit<Maker, 'stopping'>): { readonly begin: () => void } {
  const stop = new AbortController()
  const maker = { ...needs, stopping: stop.signal }
  const report = (error: unknown) => app.log.error({ err: error }, 'an export of all data was not made')
  let running = Promise.resolve()
  const begin = () => {
    running = running.then(() => (stop.signal.aborted ? undefined : makeAll(maker, report))).catch(report)
  }
  const timer = setInterval(begin, lookAgainMs)
  timer.unref()
  app.addHook('onReady', async () => begin())
  app.addHook('onClose', () => {
    clearInterval(timer)
    stop.abort(new Error('the server stops'))
    return running
  })
  return { begin }
}
