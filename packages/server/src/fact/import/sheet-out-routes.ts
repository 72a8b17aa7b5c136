import * as contract from '@guatu/contract'
import { accept, type Result, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import type { FileStore } from '../../platform/files.ts'
import { type Ask, doorsOf, type Ground } from '../../platform/http.ts'
import { letterheadOf } from '../../platform/mark.ts'
import { todayOf } from '../../platform/office.ts'
import { workbookOf } from '../../platform/workbook.ts'
import { closedTo, readerOf } from '../access.ts'
import { feedablesIn } from '../feedable.ts'
import { importProblems } from './problems.ts'
import { blankSheet, featuresOut, registerSheet, rowsOut, type SheetOut } from './register-sheet.ts'
import type { ImportGround } from './working.ts'

const byRegister = z.object({ register: z.string().max(60) })

/** A register goes out as its sheet, filled or empty, and where it has places as GeoJSON. */
export function sheetOutRoutes(
  app: FastifyInstance,
  ground: Ground,
  { files, registers }: Pick<ImportGround, 'files' | 'registers'>,
): void {
  const { download } = doorsOf(app, ground)

  /** What may go out of a register to whoever asks; rows that only a circle may see go out to nobody. */
  async function goingOut(tx: Tx, ask: Ask<{ register: string }>): Promise<Result<SheetOut>> {
    const register = await registers.of(tx, ask.office.id, ask.params.register)
    if (!register.ok) return register
    const reach = ask.reach()
    const closed = closedTo(register.value, 'read', ask.seat)
    if (closed) return reject(closed)
    const mayRead = readerOf(register.value, ask.seat)
    const targets = await feedablesIn(tx, ask.office.id, ask.now)
    return accept({
      officeId: ask.office.id,
      register: register.value,
      registers: await registers.all(tx, ask.office.id),
      now: ask.now,
      targets: new Map(targets.map(({ id, code }) => [id, code])),
      seen: (thing) => reach(thing) && mayRead(thing),
    })
  }
  const nameOf = ({ register }: SheetOut, { office }: Pick<Ask, 'office'>, ending: string) =>
    `${register.label.zh}-${office.name}-${todayOf(office)}${ending}`

  download(
    'GET /api/registers/:register/sheet',
    { params: byRegister, query: contract.sheetQuery },
    async (ask, tx) => {
      const out = await goingOut(tx, ask)
      if (!out.ok) return out
      const { register } = out.value
      const head = letterheadOf(ask.office)
      if (ask.query.empty === 'true')
        return onDisk(files, `${register.label.zh}-空白表样.xlsx`, workbookOf(head, [blankSheet(register)]))
      if (register.access.restricted)
        return reject(importProblems('import.stays_inside', { register: register.label.zh }))
      const pieces = workbookOf(head, [registerSheet(register, rowsOut(tx, out.value))])
      return onDisk(files, nameOf(out.value, ask, '.xlsx'), pieces)
    },
  )

  download('GET /api/registers/:register/geojson', { params: byRegister }, async (ask, tx) => {
    const out = await goingOut(tx, ask)
    if (!out.ok) return out
    const { geometry, label, access } = out.value.register
    if (access.restricted) return reject(importProblems('import.stays_inside', { register: label.zh }))
    if (geometry === undefined) return reject(importProblems('import.no_geometry', { register: label.zh }))
    return onDisk(files, nameOf(out.value, ask, '.geojson'), inBytes(featuresOut(tx, out.value, geometry)))
  })
}

async function* inBytes(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.from(piece)
}

/** A file of any length, piece by piece to the disk and from there to whoever asked; then it is gone again. */
async function onDisk(files: FileStore, name: string, pieces: AsyncIterable<Uint8Array>) {
  const made = await files.receive(pieces, Number.MAX_SAFE_INTEGER)
  if (!made) return reject(importProblems('import.file_gone', {}))
  const { path, sha256, bytes, drop } = made
  return accept({ name, path, file: { sha256, bytes }, gone: drop })
}
