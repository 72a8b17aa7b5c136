import type * as contract from '@guatu/contract'
import { factProblems, type Register, statesOf } from '@guatu/core/fact'
import type { Thing } from '@guatu/core/office'
import { accept, dayOf, type Instant, type Problem, type Result, reject } from '@guatu/core/shared'
import { officersOf } from '../office/store.ts'
import type { Tx } from '../platform/db.ts'
import type { Ask } from '../platform/http.ts'
import { papersBehind } from '../platform/papers.ts'
import { type Act, refusedBy } from './access.ts'
import { presentEntry, rowAct } from './present.ts'
import type { Writer } from './record-entries.ts'
import type { Registers } from './registers.ts'
import { chainOf, type KeptEntry } from './store.ts'

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
