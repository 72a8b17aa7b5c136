import * as contract from '@guatu/contract'
import { reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { doorsOf, type Ground } from '../platform/http.ts'
import { allowOf, type RegisterOf, shown, writerOf } from './asking.ts'
import { correctEntry } from './correct-entry.ts'
import { feedablesIn } from './feedable.ts'
import { beside, theirs } from './overtaken.ts'
import { byId, standing, withEvent } from './standing.ts'

/** What may happen to a row once it has been entered, beside its approvals: withdrawn, corrected. */
export function entryRoutes(app: FastifyInstance, ground: Ground, registerOf: RegisterOf): void {
  const { write } = doorsOf(app, ground)

  const because = { params: byId, body: contract.returnEntry, reply: contract.entry }
  write('POST /api/entries/:id/withdraw', because, withEvent(registerOf, 'withdrawn'))

  write(
    'POST /api/entries/:id/correct',
    { params: byId, body: contract.correctEntry, reply: contract.entry },
    async (ask, tx) => {
      const entry = await standing(tx, ask, registerOf)
      if (!entry.ok) return entry
      const register = registerOf(entry.value.register)
      if (!register.ok) return register
      const correction = { ...ask.body, entry: entry.value, allow: allowOf(ask) }
      const targets = await feedablesIn(tx, ask.office.id, ask.now)
      const done = await correctEntry(tx, writerOf(ask), register.value, correction, targets)
      if (done.ok) return shown(tx, ask, registerOf, done.value)
      const waits = done.problem.code === 'fact.correction_waiting'
      return waits ? reject(beside(done.problem, await theirs(tx, ask, registerOf, entry.value))) : done
    },
  )
}
