import type * as contract from '@guatu/contract'
import { factProblems, type Register, statesOf } from '@guatu/core/fact'
import type { Thing } from '@guatu/core/office'
import { accept, dayOf, type Instant, type Problem, type Result, reject } from '@guatu/core/shared'
import { officersOf } from '../office/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Ask } from '../platform/http.ts'
import { papersBehind } from '../platform/papers.ts'
import { type Act, refusedBy } from './access.ts'
import type { Writer } from './draft.ts'
import { holdLocks } from './months.ts'
import { presentEntry, rowAct } from './present.ts'
import type { Registers } from './registers.ts'
import { chainOf, holdRegister, holdRegistersOf, holdStates, type KeptEntry } from './store.ts'

export type RegisterOf = Registers['of']

export const writerOf = ({ office, seat, now }: Pick<Ask, 'office' | 'seat' | 'now'>): Writer => ({
  officeId: office.id,
  officerId: seat.officerId,
  now,
  today: dayOf(now),
  unitId: seat.unitId,
})

export const thingOf = ({ unitId, enteredBy }: KeptEntry, state?: string): Thing =>
  state === undefined ? { unitId, enteredBy } : { unitId, enteredBy, state }

type Timed = Pick<Ask, 'office' | 'now'>

// What waited for others knows what they have done only at a moment after them.
const later = <A extends Timed>(ask: A): A => ({ ...ask, now: ask.office.clock.now() })

/** Waits until whoever asks is alone in entering rows of a register and no month is just being locked; asked as of then. */
export async function entering<A extends Timed>(tx: Tx, ask: A, register: Register): Promise<A> {
  await holdRegister(tx, ask.office.id, register)
  await holdLocks(tx, ask.office.id)
  return later(ask)
}

/** The same for a later version of a row, or what happens in one step with it. */
export async function stepping<A extends Timed>(tx: Tx, ask: A, register: Register): Promise<A> {
  const alone = await entering(tx, ask, register)
  await holdStates(tx, ask.office.id)
  return later(alone)
}

/** Waits until nobody enters later versions of rows, for what happens to them; asked as of then. */
export async function judging<A extends Timed>(tx: Tx, ask: A, ids: readonly string[]): Promise<A> {
  await holdRegistersOf(tx, ask.office.id, ids)
  await holdStates(tx, ask.office.id)
  return later(ask)
}

/** Why whoever asks may not enter rows of a unit, or null. */
export const allowOf = (ask: Pick<Ask, 'permitEach' | 'seat'>, register: Register, act: Act = 'enter') => {
  const permit = ask.permitEach()
  return (unitId: string | null): Problem | null => {
    const thing = { unitId, enteredBy: ask.seat.officerId }
    return permit(thing) ?? refusedBy(register, act, ask.seat, thing)
  }
}

/** The papers that were signed where rows were verified or returned without a click. */
export const papersOf = (tx: Tx, officeId: string, rows: readonly KeptEntry[], knownAt: Instant) =>
  papersBehind(
    tx,
    officeId,
    rows.flatMap(({ id }) => [rowAct(id, 'verified'), rowAct(id, 'returned')]),
    knownAt,
  )

/** A row as whoever asks sees it now. */
export async function shown(
  tx: Tx,
  { office, seat, now }: Pick<Ask, 'office' | 'seat' | 'now'>,
  registerOf: RegisterOf,
  id: string,
): Promise<Result<contract.Entry>> {
  const rows = await chainOf(tx, office.id, id)
  const entry = rows.find((row) => row.id === id)
  if (!entry) return reject(factProblems('fact.entry_unknown', {}))
  const register = await registerOf(tx, office.id, entry.register)
  if (!register.ok) return register
  const papers = await papersOf(tx, office.id, [entry], now)
  const people = await officersOf(tx, office.id)
  return accept(
    presentEntry(register.value, entry, rows, { knownAt: now, states: statesOf(rows, now), people, seat, papers }),
  )
}
