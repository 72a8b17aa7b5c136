import * as contract from '@guatu/contract'
import { factProblems, stateOf } from '@guatu/core/fact'
import { accept, type Result, reject } from '@guatu/core/shared'
import { z } from 'zod'
import type { Tx } from '../platform/db.ts'
import { type Ask, versionConflict } from '../platform/http.ts'
import { type Act, refusedBy } from './access.ts'
import { judging, type RegisterOf, shown, thingOf } from './asking.ts'
import { beside, theirs } from './overtaken.ts'
import { addEvent, chainOf, entryById, type KeptEntry } from './store.ts'

export const byId = z.object({ id: contract.id })

/** The row a change is about, when it still stands as the caller saw it and is in a state that lets the caller. */
export async function standing(
  tx: Tx,
  ask: Ask<{ id: string }>,
  registerOf: RegisterOf,
  act: Act,
): Promise<Result<KeptEntry>> {
  const entry = await entryById(tx, ask.office.id, ask.params.id)
  if (!entry) return reject(factProblems('fact.entry_unknown', {}))
  const register = await registerOf(tx, ask.office.id, entry.register)
  if (!register.ok) return register
  const forbidden = ask.permit(thingOf(entry)) ?? refusedBy(register.value, act, ask.seat, thingOf(entry))
  if (forbidden) return reject(forbidden)
  const current = entry.events.length + 1
  if (ask.version !== current) return versionConflict(ask.version, current, await theirs(tx, ask, registerOf, entry))
  const state = stateOf(entry, await chainOf(tx, ask.office.id, entry.id), ask.now)
  const problem = ask.permit(thingOf(entry, state))
  if (!problem) return accept(entry)
  return reject(state === 'corrected' ? beside(problem, await theirs(tx, ask, registerOf, entry)) : problem)
}

/** Adds what happened to a row that still stands as the caller saw it. */
export const withEvent =
  (registerOf: RegisterOf, kind: 'returned' | 'withdrawn') =>
  async (asked: Ask<{ id: string }, unknown, { because: string }>, tx: Tx) => {
    const ask = await judging(tx, asked, [asked.params.id])
    const entry = await standing(tx, ask, registerOf, kind === 'returned' ? 'return' : 'withdraw')
    if (!entry.ok) return entry
    const event = { kind, at: ask.now, by: ask.seat.officerId, because: ask.body.because }
    await addEvent(tx, ask.office.id, entry.value, event)
    return shown(tx, ask, registerOf, entry.value.id)
  }
