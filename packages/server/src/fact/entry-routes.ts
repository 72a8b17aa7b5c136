import * as contract from '@guatu/contract'
import { factProblems, type Register } from '@guatu/core/fact'
import { accept, type Result, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Tx } from '../platform/db.ts'
import { type Ask, doorsOf, type Ground } from '../platform/http.ts'
import { allowOf, shown, stepping, writerOf } from './asking.ts'
import { correctEach, moveEach, returnEach } from './batch-steps.ts'
import { correctEntry, moveEntry } from './correct-entry.ts'
import { feedablesFor } from './feedable.ts'
import { beside, theirs } from './overtaken.ts'
import type { Registers } from './registers.ts'
import { byId, standing, withEvent } from './standing.ts'
import { entryById, type KeptEntry } from './store.ts'

const byRegister = z.object({ register: z.string().max(60) })

/** What may happen to a row once it has been entered, beside its approvals: withdrawn, corrected, taken further. */
export function entryRoutes(app: FastifyInstance, ground: Ground, { all, of: registerOf }: Registers): void {
  const { write } = doorsOf(app, ground)

  const because = { params: byId, body: contract.returnEntry, reply: contract.entry }
  write('POST /api/entries/:id/withdraw', because, withEvent(registerOf, 'withdrawn'))

  const registerOfRow = async (tx: Tx, ask: Ask<{ id: string }>): Promise<Result<Register>> => {
    const entry = await entryById(tx, ask.office.id, ask.params.id)
    return entry ? registerOf(tx, ask.office.id, entry.register) : reject(factProblems('fact.entry_unknown', {}))
  }

  /** The new version as it is shown, or why there is none, with what others made of the row in the meantime. */
  const answer = async (tx: Tx, ask: Ask<{ id: string }>, entry: KeptEntry, done: Result<string>) => {
    if (done.ok) return shown(tx, ask, registerOf, done.value)
    const waits = done.problem.code === 'fact.correction_waiting'
    return waits ? reject(beside(done.problem, await theirs(tx, ask, registerOf, entry))) : done
  }

  write(
    'POST /api/entries/:id/correct',
    { params: byId, body: contract.correctEntry, reply: contract.entry },
    async (asked, tx) => {
      const register = await registerOfRow(tx, asked)
      if (!register.ok) return register
      const ask = await stepping(tx, asked, register.value)
      const entry = await standing(tx, ask, registerOf, 'correct')
      if (!entry.ok) return entry
      const allow = allowOf(ask, register.value, 'correct')
      const step = { ...ask.body, entry: entry.value, allow, registers: await all(tx, ask.office.id) }
      const targets = await feedablesFor(tx, ask.office.id, ask.now, register.value)
      return answer(tx, ask, entry.value, await correctEntry(tx, writerOf(ask), register.value, step, targets))
    },
  )

  write(
    'POST /api/entries/:id/move',
    { params: byId, body: contract.moveEntry, reply: contract.entry },
    async (asked, tx) => {
      const register = await registerOfRow(tx, asked)
      if (!register.ok) return register
      const ask = await stepping(tx, asked, register.value)
      const entry = await standing(tx, ask, registerOf, 'move')
      if (!entry.ok) return entry
      const allow = allowOf(ask, register.value, 'move')
      const step = {
        ...ask.body,
        entry: entry.value,
        allow,
        registers: await all(tx, ask.office.id),
        duties: ask.seat.duties,
      }
      const targets = await feedablesFor(tx, ask.office.id, ask.now, register.value)
      return answer(tx, ask, entry.value, await moveEntry(tx, writerOf(ask), register.value, step, targets))
    },
  )

  write(
    'POST /api/registers/:register/return',
    { params: byRegister, body: contract.returnEntries, reply: contract.batchSteps },
    async (ask, tx) => {
      const register = await registerOf(tx, ask.office.id, ask.params.register)
      return register.ok ? accept(await returnEach(tx, ask, register.value)) : register
    },
  )

  write(
    'POST /api/registers/:register/correct',
    { params: byRegister, body: contract.correctEntries, reply: contract.batchSteps },
    async (ask, tx) => {
      const register = await registerOf(tx, ask.office.id, ask.params.register)
      return register.ok ? accept(await correctEach(tx, ask, register.value, await all(tx, ask.office.id))) : register
    },
  )

  write(
    'POST /api/registers/:register/move',
    { params: byRegister, body: contract.moveEntries, reply: contract.batchSteps },
    async (ask, tx) => {
      const register = await registerOf(tx, ask.office.id, ask.params.register)
      return register.ok ? accept(await moveEach(tx, ask, register.value, await all(tx, ask.office.id))) : register
    },
  )
}
