import * as contract from '@guatu/contract'
import type { Register } from '@guatu/core/fact'
import { accept, addDays, type Day, dayOf, endOfDay, type Instant, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { noteChanged, noteSaid } from '../platform/audit/changed.ts'
import type { Tx } from '../platform/db.ts'
import type { FileStore } from '../platform/files.ts'
import { hold } from '../platform/hold.ts'
import { doorsOf, type Ground, versionConflict } from '../platform/http.ts'
import { platformProblems } from '../platform/problems.ts'
import { exportProblems } from './export-problems.ts'
import {
  addExport,
  confirmExport,
  endExport,
  exportById,
  exportsOf,
  holdingsOfOffice,
  type KeptExport,
  stateOfExport,
  versionOfExport,
} from './export-store.ts'
import { makingExports } from './make-exports.ts'
import { mayConfirm, type Onlooker, presentExport } from './present-export.ts'

interface ExportGround {
  readonly files: FileStore
  readonly registers: readonly Register[]
  /** The folder on whose disk the files lie; null where its room is not ours to judge. */
  readonly dataFolder: string | null
  /** For how many days a file can be downloaded, by the day on which it is confirmed. */
  readonly days: (on: Day) => number
}

const byId = z.object({ id: contract.id })
const nothing = z.strictObject({})
const unknown = () => reject(platformProblems('request.not_found', { what: '这次导出' }))
const confirmRoute = '/api/exports/:id/confirm'

async function shown(tx: Tx, onlooker: Onlooker, id: string) {
  const kept = await exportById(tx, onlooker.office.id, id)
  return kept ? accept(await presentExport(tx, onlooker, kept)) : unknown()
}

const holdExports = (tx: Tx, officeId: string) => hold(tx, `exports ${officeId}`)

const isOpen = (kept: KeptExport, now: Instant): boolean => ['waiting', 'making'].includes(stateOfExport(kept, now))

/** All that an office has, through the product: one asks, another confirms, the server makes it, the first fetches it. */
export function exportRoutes(
  app: FastifyInstance,
  ground: Ground,
  { files, registers, dataFolder, days }: ExportGround,
): void {
  const { read, write, download } = doorsOf(app, ground)
  const { begin } = makingExports(app, { db: ground.db, clock: ground.clock, files, registers, dataFolder })
  // Only once it is committed can it be made.
  app.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.url === confirmRoute && reply.statusCode === 200) begin()
  })

  read('GET /api/exports', { reply: contract.officeExports }, async (ask, tx) => {
    const exports: contract.OfficeExport[] = []
    for (const kept of await exportsOf(tx, ask.office.id)) exports.push(await presentExport(tx, ask, kept))
    return accept({ exports })
  })

  write('POST /api/exports', { body: nothing, reply: contract.officeExport, status: 201 }, async (ask, tx) => {
    const { office, seat, now } = ask
    await holdExports(tx, office.id)
    if ((await exportsOf(tx, office.id)).some((one) => isOpen(one, now)))
      return reject(exportProblems('export.waiting', {}))
    const holds = await holdingsOfOffice(tx, office.id)
    const id = await addExport(tx, office.id, { by: seat.officerId, at: now }, holds)
    noteSaid(tx, { export: id, ...holds })
    noteChanged(tx, null, { id, ...holds })
    return shown(tx, ask, id)
  })

  write(`POST ${confirmRoute}`, { params: byId, body: nothing, reply: contract.officeExport }, async (ask, tx) => {
    const { office, seat, now, params } = ask
    const problem = ask.permit({ unitId: null, enteredBy: null, state: office.kind })
    if (problem) return reject(problem)
    await holdExports(tx, office.id)
    const kept = await exportById(tx, office.id, params.id)
    if (!kept) return unknown()
    if (ask.version !== versionOfExport(kept) || stateOfExport(kept, now) !== 'waiting')
      return versionConflict(ask.version, versionOfExport(kept))
    if (!(await mayConfirm(tx, ask, kept))) return reject(exportProblems('export.needs_second', {}))
    const until = endOfDay(addDays(dayOf(now), days(dayOf(now))))
    const confirmed = { by: seat.officerId, at: now, until }
    await confirmExport(tx, office.id, kept.id, confirmed)
    noteSaid(tx, { alone: kept.asked.by === seat.officerId })
    noteChanged(tx, kept, { ...kept, confirmed, until })
    return shown(tx, ask, kept.id)
  })

  write(
    'POST /api/exports/:id/end',
    { params: byId, body: contract.endExport, reply: contract.officeExport },
    async (ask, tx) => {
      const { office, seat, now, params } = ask
      await holdExports(tx, office.id)
      const kept = await exportById(tx, office.id, params.id)
      if (!kept) return unknown()
      if (ask.version !== versionOfExport(kept)) return versionConflict(ask.version, versionOfExport(kept))
      if (['ended', 'expired'].includes(stateOfExport(kept, now))) return reject(exportProblems('export.over', {}))
      const ended = { by: seat.officerId, at: now, because: ask.body.because }
      await endExport(tx, office.id, kept.id, ended)
      noteChanged(tx, kept, { ...kept, ended })
      return shown(tx, ask, kept.id)
    },
  )

  download('GET /api/exports/:id/file', { params: byId }, async (ask, tx) => {
    const kept = await exportById(tx, ask.office.id, ask.params.id)
    if (!kept) return unknown()
    const forbidden = ask.permit({ unitId: null, enteredBy: kept.asked.by })
    if (forbidden) return reject(forbidden)
    if (['ended', 'expired'].includes(stateOfExport(kept, ask.now))) return reject(exportProblems('export.over', {}))
    if (!kept.made || !files.touch(kept.made.sha256)) return reject(exportProblems('export.not_ready', {}))
    const { sha256, bytes } = kept.made
    const name = `${ask.office.name}全部数据-${dayOf(kept.asked.at)}.zip`
    return accept({ name, path: files.pathOf(sha256), file: { sha256, bytes } })
  })
}
