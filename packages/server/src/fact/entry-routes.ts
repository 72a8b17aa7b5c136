import * as contract from '@guatu/contract'
import { factProblems, type Register, stateOf } from '@guatu/core/fact'
import { accept, type Result, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Tx } from '../platform/db.ts'
import { type Ask, doorsOf, type Ground, versionConflict } from '../platform/http.ts'
import { allowOf, shown, thingOf, writerOf } from './asking.ts'
import { correctEntry } from './correct-entry.ts'
import { feedablesIn } from './feedable.ts'
import { addEvent, chainOf, entryById, type KeptEntry } from './store.ts'

const byId = z.object({ id: contract.id })

/** The row a change is about, when it still stands as the caller saw it and is in a state that lets the caller. */
async function standing(tx: Tx, ask: Ask<{ id: string }>): Promise<Result<KeptEntry>> {
  const entry = await entryById(tx, ask.office.id, ask.params.id)
  if (!entry) return reject(factProblems('fact.entry_unknown', {}))
  const forbidden = ask.permit(thingOf(entry))
  if (forbidden) return reject(forbidden)
  const current = entry.events.length + 1
  if (ask.version !== current) {
    const now = await shown(tx, ask, entry.id)
    return now.ok ? versionConflict(ask.version, current, { standing: now.value }) : now
  }
  const state = stateOf(entry, await chainOf(tx, ask.office.id, entry.id), ask.now)
  const problem = ask.permit(thingOf(entry, state))
  return problem ? reject(problem) : accept(entry)
}

const withEvent =
  (kind: 'returned' | 'withdrawn') => async (ask: Ask<{ id: string }, unknown, { because: string }>, tx: Tx) => {
    const entry = await standing(tx, ask)
    if (!entry.ok) return entry
    const event = { kind, at: ask.now, by: ask.seat.officerId, because: ask.body.because }
    await addEvent(tx, ask.office.id, entry.value, event)
    return shown(tx, ask, entry.value.id)
  }

/** What may happen to a row once it has been entered: returned, withdrawn, corrected. */
export function entryRoutes(app: FastifyInstance, ground: Ground, registerOf: (id: string) => Result<Register>): void {
  const { write } = doorsOf(app, ground)

  const because = { params: byId, body: contract.returnEntry, reply: contract.entry }
  write('POST /api/entries/:id/return', because, withEvent('returned'))
  write('POST /api/entries/:id/withdraw', because, withEvent('withdrawn'))

  write(
    'POST /api/entries/:id/correct',
    { params: byId, body: contract.correctEntry, reply: contract.entry },
    async (ask, tx) => {
      const entry = await standing(tx, ask)
      if (!entry.ok) return entry
      const register = registerOf(entry.value.register)
      if (!register.ok) return register
      const correction = { ...ask.body, entry: entry.value, allow: allowOf(ask) }
      const targets = await feedablesIn(tx, ask.office.id, ask.now)
      const done = await correctEntry(tx, writerOf(ask), register.value, correction, targets)
      return done.ok ? shown(tx, ask, done.value) : done
    },
  )
}
