import type { Register } from '@guatu/core/fact'
import { accept, assert, dayOf, type Result, reject } from '@guatu/core/shared'
import {
  allowOf,
  correctEntry,
  entryById,
  factPolicy,
  feedablesFor,
  lockMonth,
  moveEntry,
  recordDrafts,
  refusedBy,
  returnEach,
  thingOf,
  verifyEntries,
  writerOf,
} from '../../fact/index.ts'
import type { Clock } from '../../platform/clock.ts'
import { runCommand } from '../../platform/command.ts'
import type { Database, Tx } from '../../platform/db.ts'
import type { Ask } from '../../platform/http.ts'
import type { Office } from '../../platform/office.ts'
import { permitsOf } from '../../platform/permit.ts'
import type { Seat } from '../../platform/seat.ts'
import type { Act, MeantRow } from './acts.ts'

/** The office in which a year is lived through, with a clock that is set to the moment of each act. */
export interface Stage {
  readonly db: Database
  readonly office: Office
  readonly clock: Clock & { set(at: Act['at']): void }
  readonly registers: readonly Register[]
  /** Who the people of the plot are in the office, by their keys. */
  readonly seats: ReadonlyMap<string, Seat>
  /** The file of each class of evidence that a person has brought. */
  readonly files: ReadonlyMap<string, string>
  /** The row that each ref of the plot became. */
  readonly entries: Map<string, string>
}

const routes: Readonly<Record<Act['do'], string>> = {
  enter: 'POST /api/registers/:register/batch',
  verify: 'POST /api/registers/:register/verify',
  return: 'POST /api/registers/:register/return',
  correct: 'POST /api/entries/:id/correct',
  move: 'POST /api/entries/:id/move',
  lock: 'POST /api/months/:month/lock',
}

/** Asks as the door of the route would: the same row of the policy table says what the seat may do. */
function asking<B>({ office }: Stage, seat: Seat, what: Act['do'], body: B): Ask<unknown, unknown, B> {
  const row = factPolicy.find(({ route }) => route === routes[what])
  assert(row, `there is a policy row for ${routes[what]}`)
  return { seat, office, now: office.clock.now(), params: {}, query: {}, body, version: 0, ...permitsOf(row, seat) }
}

function registerOf({ registers }: Stage, id: string): Register {
  const found = registers.find((one) => one.id === id)
  assert(found, `the sample has rows of the register ${id}, which is not declared`)
  return found
}

function idOf({ entries }: Stage, ref: string): string {
  const id = entries.get(ref)
  assert(id, `the sample names the row ${ref} before it was entered`)
  return id
}

const textOf = ({ files }: Stage, by: string, { values, evidence }: MeantRow) =>
  evidence.length === 0
    ? values
    : { ...values, evidence: evidence.map((each) => `${each}:${files.get(`${by} ${each}`) ?? ''}`).join('、') }

async function enter(tx: Tx, stage: Stage, seat: Seat, act: Extract<Act, { do: 'enter' }>): Promise<Result<object>> {
  const register = registerOf(stage, act.register)
  const ask = asking(stage, seat, 'enter', {})
  const targets = await feedablesFor(tx, stage.office.id, ask.now, register)
  const drafts = act.rows.map((row) => ({ text: textOf(stage, act.by, row), status: row.status }))
  const recording = { allow: allowOf(ask, register), registers: stage.registers }
  const done = await recordDrafts(tx, writerOf(ask), register, drafts, targets, recording)
  const kept = act.rows.filter((_, i) => !done.refused.some(({ row }) => row === i + 1))
  for (const { row, problem } of done.refused) {
    const meant = act.rows[row - 1]
    if (!meant?.refused) return reject(problem)
  }
  for (const [i, meant] of kept.entries()) {
    assert(!meant.refused, `the ledger took ${meant.ref} for a row that it has not yet`)
    stage.entries.set(meant.ref, done.entries[i] ?? '')
  }
  return accept({ entered: kept.length, refused: done.refused.length })
}

async function verify(tx: Tx, stage: Stage, seat: Seat, act: Extract<Act, { do: 'verify' }>): Promise<Result<object>> {
  const register = registerOf(stage, act.register)
  const ask = asking(stage, seat, 'verify', {})
  const permitOf = ask.permitEach()
  const ids = act.rows.map((ref) => idOf(stage, ref))
  const done = await verifyEntries(tx, writerOf(ask), seat.name, ids, (entry, state) => {
    const thing = thingOf(entry, state)
    return refusedBy(register, 'verify', seat, thing) ?? permitOf(thing)
  })
  return done.refused[0] ? reject(done.refused[0].problem) : accept({ verified: done.verified })
}

async function sendBack(
  tx: Tx,
  stage: Stage,
  seat: Seat,
  act: Extract<Act, { do: 'return' }>,
): Promise<Result<object>> {
  const entries = act.rows.map((ref) => ({ id: idOf(stage, ref), version: 1 }))
  const ask = asking(stage, seat, 'return', { entries, because: act.because, preview: false })
  const done = await returnEach(tx, ask, registerOf(stage, act.register))
  return done.refused[0] ? reject(done.refused[0].problem) : accept(done)
}

async function correct(
  tx: Tx,
  stage: Stage,
  seat: Seat,
  act: Extract<Act, { do: 'correct' }>,
): Promise<Result<object>> {
  const register = registerOf(stage, act.register)
  const ask = asking(stage, seat, 'correct', {})
  const entry = await entryById(tx, stage.office.id, idOf(stage, act.row))
  assert(entry, `${act.row} is there`)
  const targets = await feedablesFor(tx, stage.office.id, ask.now, register)
  const values = textOf(stage, act.by, act.becomes)
  const step = {
    entry,
    values,
    because: act.because,
    allow: allowOf(ask, register, 'correct'),
    registers: stage.registers,
  }
  const done = await correctEntry(tx, writerOf(ask), register, step, targets)
  if (!done.ok) return done
  stage.entries.set(act.becomes.ref, done.value)
  return accept({ id: done.value })
}

async function move(tx: Tx, stage: Stage, seat: Seat, act: Extract<Act, { do: 'move' }>): Promise<Result<object>> {
  const register = registerOf(stage, act.register)
  const ask = asking(stage, seat, 'move', {})
  const entry = await entryById(tx, stage.office.id, idOf(stage, act.row))
  assert(entry, `${act.row} is there`)
  const targets = await feedablesFor(tx, stage.office.id, ask.now, register)
  const step = {
    entry,
    values: textOf(stage, act.by, act.becomes),
    because: act.because,
    move: act.move,
    duties: seat.duties,
    allow: allowOf(ask, register, 'move'),
    registers: stage.registers,
  }
  const done = await moveEntry(tx, writerOf(ask), register, step, targets)
  if (!done.ok) return done
  stage.entries.set(act.becomes.ref, done.value)
  return accept({ id: done.value })
}

function work(tx: Tx, stage: Stage, seat: Seat, act: Act): Promise<Result<object | null>> {
  switch (act.do) {
    case 'enter':
      return enter(tx, stage, seat, act)
    case 'verify':
      return verify(tx, stage, seat, act)
    case 'return':
      return sendBack(tx, stage, seat, act)
    case 'correct':
      return correct(tx, stage, seat, act)
    case 'move':
      return move(tx, stage, seat, act)
    case 'lock':
      return lockMonth(tx, { officeId: stage.office.id, officerId: seat.officerId, clock: stage.clock }, act.month)
  }
}

/** What an act is done to, as a record names it: the path of its route. */
function objectOf(stage: Stage, act: Act): string {
  if (act.do === 'lock') return `/api/months/${act.month}/lock`
  if (act.do === 'correct' || act.do === 'move') return `/api/entries/${idOf(stage, act.row)}/${act.do}`
  return routes[act.do].replace('POST ', '').replace(':register', act.register)
}

/** Does what an act says at its moment: by the use case of its route, in one transaction with its record, once for its key. */
export async function perform(stage: Stage, act: Act, key: string): Promise<void> {
  const seat = stage.seats.get(act.by)
  assert(seat, `the sample has no person called ${act.by}`)
  stage.clock.set(act.at)
  const command = {
    seat,
    route: routes[act.do],
    object: objectOf(stage, act),
    idempotencyKey: key,
    request: act,
    detail: {},
  }
  const done = await runCommand({ db: stage.db, clock: stage.office.clock }, command, (tx) =>
    work(tx, stage, seat, act),
  )
  if (!done.ok)
    throw new Error(
      `the sample's ${act.do} on ${dayOf(act.at)} was refused: ${JSON.stringify(act).slice(0, 400)}: ${done.problem.says.zh}`,
    )
}
