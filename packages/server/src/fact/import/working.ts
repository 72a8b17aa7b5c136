import type { Register, SheetShape } from '@guatu/core/fact'
import { dayOf, type Problem } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import { type Database, type Tx, tellChanged } from '../../platform/db.ts'
import type { FileStore } from '../../platform/files.ts'
import { type Office, officesOfMachine } from '../../platform/office.ts'
import { type Seat, seatIn } from '../../platform/seat.ts'
import { entererOf } from '../access.ts'
import { feedablesIn } from '../feedable.ts'
import type { Registers } from '../registers.ts'
import type { NotCountedIn } from '../routes.ts'
import { settleRows, Tally } from './check.ts'
import { importProblems } from './problems.ts'
import { headHash, shapeNamed, shapesFor } from './reading.ts'
import { stageSheet } from './stage.ts'
import {
  addStep,
  importById,
  importsAtWork,
  type KeptImport,
  lastStep,
  mappingOf,
  noteProgress,
  postOf,
  rememberedMapping,
  type Settled,
  stateOfImport,
} from './store.ts'

export interface ImportGround {
  readonly files: FileStore
  readonly registers: Registers
  readonly shapes: readonly SheetShape[]
  readonly notCountedIn: NotCountedIn
}

interface Worker extends ImportGround {
  readonly db: Database
  readonly clock: Clock
  readonly stopping: AbortSignal
}

/** How many rows go by before whoever waits is told. */
const rowsBetweenTelling = 5_000

/** Says how far a work has got, in a transaction of its own, and not at every row. */
export function progressTeller(db: Database, officeId: string, id: string) {
  let told = 0
  return async (rows: number, all: number): Promise<void> => {
    if (rows - told < rowsBetweenTelling) return
    told = rows
    await db.inOffice(officeId, async (tx) => {
      await noteProgress(tx, officeId, id, rows, all)
      await tellChanged(tx, officeId)
    })
  }
}

/** Only one process works at an import; another that looks at it meanwhile goes on to the next. */
async function isMine(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`import ${id}`}, 0)) as mine`.execute(tx)
  return rows[0]?.mine === true
}

/** What a person settled for this head before, where it still fits the registers as they are. */
function remembered(
  found: Settled | null,
  proposed: Settled,
  register: Register,
  shapes: readonly SheetShape[],
): Settled {
  if (!found) return proposed
  const { fields } = shapeNamed(register, shapes, found.shape)
  // The next sheet may come from another map: what is converted is chosen each time.
  return { ...found, convert: {}, columns: found.columns.filter(({ field }) => Object.hasOwn(fields, field)) }
}

async function readImport(worker: Worker, office: Office, kept: KeptImport, register: Register): Promise<void> {
  const { db, files, shapes, stopping } = worker
  const tell = progressTeller(db, office.id, kept.id)
  const staged = await stageSheet(files, kept, shapesFor(register, shapes), async (rows) => {
    stopping.throwIfAborted()
    await tell(rows, 0)
  })
  await db.inOffice(office.id, async (tx) => {
    const fresh = await importById(tx, office.id, kept.id)
    if (!fresh || stateOfImport(fresh) !== 'reading') return
    const at = office.clock.now()
    if (!staged.ok) {
      await addStep(tx, office.id, fresh, { kind: 'failed', content: { problem: staged.problem }, by: null, at })
    } else {
      const { fit, ...read } = staged.value
      const before = await rememberedMapping(tx, office.id, register.id, headHash(read.head))
      const mapping = remembered(before, fit, register, shapes)
      await addStep(tx, office.id, fresh, { kind: 'read', content: { ...read, mapping }, by: null, at })
      await noteProgress(tx, office.id, kept.id, 0, read.rows)
    }
    await tellChanged(tx, office.id)
  })
}

/** Why whoever brought a sheet in may not enter a row of a unit, or null: the same that is asked when it is accepted. */
const enterer = (register: Register, seat: Seat | null) =>
  seat ? entererOf(register, seat) : (): Problem => importProblems('import.no_post', {})

/** Looks what would become of every row and keeps the sums, the first refusals and the words that are not known. */
async function checkImport(worker: Worker, office: Office, kept: KeptImport, register: Register): Promise<void> {
  const { db, files, shapes, stopping, registers, notCountedIn } = worker
  const read = lastStep(kept, 'read')?.content
  const settled = mappingOf(kept)
  if (!read || !settled) return
  const tell = progressTeller(db, office.id, kept.id)
  await db.inOffice(office.id, async (tx) => {
    const now = office.clock.now()
    const postId = postOf(kept) ?? undefined
    const seat = await seatIn(tx, office.id, dayOf(now), { officerId: kept.addedBy, postId })
    const keeping = {
      tx,
      register,
      writer: {
        officeId: office.id,
        officerId: kept.addedBy,
        now,
        today: dayOf(now),
        ...(seat ? { unitId: seat.unitId } : {}),
      },
      targets: await feedablesIn(tx, office.id, now),
      duties: seat?.duties ?? [],
      recording: {
        keep: false,
        allow: enterer(register, seat),
        registers: await registers.all(tx, office.id),
        notCounted: await notCountedIn(tx, office.id, now),
      },
      brought: new Map(),
      previewed: new Map(),
    }
    const shape = shapeNamed(register, shapes, settled.shape)
    const tally = new Tally(read, keeping)
    let done = 0
    for await (const batch of settleRows({ files, register, shape, read, settled, keeping })) {
      stopping.throwIfAborted()
      for (const one of batch) tally.add(one)
      done += batch.length
      await tell(done, read.rows)
    }
    const fresh = await importById(tx, office.id, kept.id)
    if (!fresh || fresh.steps.length !== kept.steps.length) return
    await addStep(tx, office.id, fresh, { kind: 'checked', content: tally.checked(), by: null, at: now })
    await noteProgress(tx, office.id, kept.id, read.rows, read.rows)
    await tellChanged(tx, office.id)
  })
}

async function workAt(tx: Tx, worker: Worker, office: Office, kept: KeptImport): Promise<void> {
  const register = await worker.registers.of(tx, office.id, kept.register)
  if (!register.ok) return
  const state = stateOfImport(kept)
  if (state === 'reading') await readImport(worker, office, kept, register.value)
  const read = await worker.db.inOffice(office.id, (tx) => importById(tx, office.id, kept.id))
  if (read && stateOfImport(read) === 'checking') await checkImport(worker, office, read, register.value)
}

type Report = (error: unknown) => void

async function workAtOffice(worker: Worker, office: Office, report: Report): Promise<void> {
  for (const kept of await worker.db.inOffice(office.id, (tx) => importsAtWork(tx, office.id))) {
    try {
      await worker.db.inOffice(office.id, async (tx) => {
        if (await isMine(tx, kept.id)) await workAt(tx, worker, office, kept)
      })
    } catch (error) {
      if (worker.stopping.aborted) return
      report(error)
    }
  }
}

/** How often imports are looked for whose work was cut off. */
const lookAgainMs = 60_000

/** Reads and checks sheets one after the other: when one comes in, when the server starts, and by and by. */
export function workingAtImports(
  app: FastifyInstance,
  needs: Omit<Worker, 'stopping'>,
): { readonly begin: (officeId: string) => void } {
  const stop = new AbortController()
  const worker = { ...needs, stopping: stop.signal }
  const report: Report = (error) => app.log.error({ err: error }, 'an import was not worked at')
  let running = Promise.resolve()
  const begin = (officeId: string | null) => {
    running = running
      .then(async () => {
        if (stop.signal.aborted) return
        const offices = await officesOfMachine(worker.db, worker.clock)
        for (const office of offices.filter(({ id }) => officeId === null || id === officeId))
          await workAtOffice(worker, office, report)
      })
      .catch(report)
  }
  const timer = setInterval(() => begin(null), lookAgainMs)
  timer.unref()
  app.addHook('onReady', async () => begin(null))
  app.addHook('onClose', () => {
    clearInterval(timer)
    stop.abort(new Error('the server stops'))
    return running
  })
  return { begin }
}
