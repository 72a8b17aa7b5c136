import * as contract from '@guatu/contract'
import { accept, type Problem, type Result, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { isOpenUnit, officersOf, unitsOf } from '../../office/index.ts'
import { noteChanged, withoutNoting } from '../../platform/audit/changed.ts'
import type { Tx } from '../../platform/db.ts'
import { type Ask, doorsOf, type Ground, versionConflict } from '../../platform/http.ts'
import { todayOf } from '../../platform/office.ts'
import { closedTo, entererOf } from '../access.ts'
import { entering, stepping, writerOf } from '../asking.ts'
import { feedablesIn } from '../feedable.ts'
import { acceptImport, withdrawImport } from './accept.ts'
import { presentImport, presentLine } from './present.ts'
import { importProblems } from './problems.ts'
import { headHash, shapeNamed } from './reading.ts'
import { type ReceivedSheet, receiveSheet } from './receive.ts'
import { resultWorkbook } from './result.ts'
import { settle, withoutProof } from './settle.ts'
import {
  addImport,
  addStep,
  importById,
  importsOf,
  type KeptImport,
  lastStep,
  mappingOf,
  postOf,
  rememberMapping,
  stateOfImport,
  versionOfImport,
} from './store.ts'
import { type ImportGround, progressTeller, workingAtImports } from './working.ts'

const byId = z.object({ id: contract.id })
const nothing = z.strictObject({})
const unknown = () => reject(importProblems('import.unknown', {}))

type Asking = Pick<Ask, 'office' | 'seat' | 'now' | 'permit'>

const thingOf = ({ addedBy }: KeptImport) => ({ unitId: null, enteredBy: addedBy })

/** Sheets come in, are understood, mapped, accepted and withdrawn. */
export function importRoutes(app: FastifyInstance, ground: Ground, needs: ImportGround): void {
  const { read, write, upload, download } = doorsOf(app, ground)
  const { files, registers, shapes, notCountedIn } = needs
  const registerOf = registers.of
  const { begin } = workingAtImports(app, { ...needs, db: ground.db, clock: ground.clock })
  const waiting = new Set<string>()
  // Only once it is committed can it be worked at.
  app.addHook('onResponse', async (request) => {
    if (!request.routeOptions.url?.startsWith('/api/imports')) return
    for (const officeId of waiting) begin(officeId)
    waiting.clear()
  })

  /** An import that whoever asks may see, with its register. */
  async function seen(tx: Tx, ask: Asking, id: string) {
    const kept = await importById(tx, ask.office.id, id)
    if (!kept) return unknown()
    const forbidden = ask.permit(thingOf(kept))
    if (forbidden) return reject(forbidden)
    const register = await registerOf(tx, ask.office.id, kept.register)
    return register.ok ? accept({ kept, register: register.value }) : register
  }

  async function shown(tx: Tx, ask: Asking, id: string): Promise<Result<contract.SheetImport>> {
    const found = await seen(tx, ask, id)
    if (!found.ok) return found
    const { kept, register } = found.value
    const units = (await unitsOf(tx, ask.office.id)).filter((unit) => isOpenUnit(unit, todayOf(ask.office)))
    const people = await officersOf(tx, ask.office.id)
    const names = units.map(({ name }) => name)
    return accept(presentImport(kept, { register, shapes, people, seat: ask.seat, units: names }))
  }

  /** The same, as it was seen by whoever wants to change it. */
  async function standing(tx: Tx, ask: Asking & { readonly version: number }, id: string) {
    const found = await seen(tx, ask, id)
    if (!found.ok) return found
    const current = versionOfImport(found.value.kept)
    return ask.version === current ? found : versionConflict(ask.version, current)
  }

  read('GET /api/imports', { query: contract.importsQuery, reply: contract.sheetImports }, async (ask, tx) => {
    const reach = ask.reach()
    const people = await officersOf(tx, ask.office.id)
    const all = await importsOf(tx, ask.office.id, ask.query.register)
    return accept({ imports: all.filter((kept) => reach(thingOf(kept))).map((kept) => presentLine(kept, people)) })
  })

  read('GET /api/imports/:id', { params: byId, reply: contract.sheetImport }, (ask, tx) =>
    shown(tx, ask, ask.params.id),
  )

  upload(
    'POST /api/imports',
    { reply: contract.sheetImport },
    (request) => receiveSheet(request, files),
    async (ask, tx) => {
      const { register: id, file }: ReceivedSheet = ask.body
      const register = await registerOf(tx, ask.office.id, id)
      if (!register.ok) return register
      const closed: Problem | null = closedTo(register.value, 'enter', ask.seat)
      if (closed) return reject(closed)
      if (!files.touch(file.sha256)) return reject(importProblems('import.file_gone', {}))
      const { officerId, postId } = ask.seat
      const bringing = { officeId: ask.office.id, officerId, postId, now: ask.now }
      const added = await addImport(tx, bringing, register.value.id, file)
      waiting.add(ask.office.id)
      return shown(tx, ask, added)
    },
  )

  write(
    'POST /api/imports/:id/mapping',
    { params: byId, body: contract.mapImport, reply: contract.sheetImport },
    async (ask, tx) => {
      const found = await standing(tx, ask, ask.params.id)
      if (!found.ok) return found
      const { kept, register } = found.value
      const [before, step] = [mappingOf(kept), lastStep(kept, 'read')]
      if (stateOfImport(kept) !== 'ready' || !before || !step) return reject(importProblems('import.not_ready', {}))
      const settled = settle(shapeNamed(register, shapes, before.shape), before, ask.body)
      if (!settled.ok) return settled
      const by = ask.seat.officerId
      await addStep(tx, ask.office.id, kept, {
        kind: 'mapped',
        content: settled.value,
        by,
        post: ask.seat.postId,
        at: ask.now,
      })
      const bringing = { officeId: ask.office.id, officerId: by, now: ask.now }
      await rememberMapping(
        tx,
        bringing,
        register.id,
        headHash(step.content.head),
        withoutProof(register, settled.value),
      )
      noteChanged(tx, before, settled.value)
      waiting.add(ask.office.id)
      return shown(tx, ask, kept.id)
    },
  )

  write(
    'POST /api/imports/:id/accept',
    { params: byId, body: nothing, reply: contract.sheetImport },
    async (asked, tx) => {
      const found = await standing(tx, asked, asked.params.id)
      if (!found.ok) return found
      const { kept, register } = found.value
      const post = postOf(kept)
      if (post !== null && post !== asked.seat.postId)
        return reject(importProblems('import.other_post', { post: asked.seat.post }))
      const ask = await entering(tx, asked, register)
      const keeping = {
        tx,
        register,
        writer: writerOf(ask),
        targets: await feedablesIn(tx, ask.office.id, ask.now),
        recording: {
          allow: entererOf(register, ask.seat),
          registers: await registers.all(tx, ask.office.id),
          notCounted: await notCountedIn(tx, ask.office.id, ask.now),
        },
        duties: ask.seat.duties,
        brought: new Map(),
        previewed: new Map(),
      }
      const told = progressTeller(ground.db, ask.office.id, kept.id)
      // A hundred thousand rows are one change: the record names the file and the sums, the rows name their import.
      const done = await withoutNoting(tx, () => acceptImport(kept, { tx, files, shapes, keeping, told }))
      if (!done.ok) return done
      noteChanged(tx, null, { import: kept.id, register: register.id, sha256: kept.sha256, counts: done.value })
      return shown(tx, ask, kept.id)
    },
  )

  write(
    'POST /api/imports/:id/withdraw',
    { params: byId, body: contract.withdrawImport, reply: contract.sheetImport },
    async (asked, tx) => {
      const found = await standing(tx, asked, asked.params.id)
      if (!found.ok) return found
      const { kept, register } = found.value
      const ask = await stepping(tx, asked, register)
      const done = await withoutNoting(tx, () => withdrawImport(tx, writerOf(ask), kept, ask.body.because))
      if (!done.ok) return done
      noteChanged(tx, { import: kept.id }, { import: kept.id, withdrawn: done.value })
      return shown(tx, ask, kept.id)
    },
  )

  download('GET /api/imports/:id/result', { params: byId }, async (ask, tx) => {
    const found = await seen(tx, ask, ask.params.id)
    if (!found.ok) return found
    return resultWorkbook(tx, ask.office.id, files, found.value.kept, found.value.register)
  })
}
