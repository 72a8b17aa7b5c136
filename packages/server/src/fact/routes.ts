import * as contract from '@guatu/contract'
import { factProblems, type Register, type RowText } from '@guatu/core/fact'
import { accept, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Approval, openApprovals } from '../platform/approval.ts'
import type { Tx } from '../platform/db.ts'
import { type Ask, doorsOf, type Ground } from '../platform/http.ts'
import { allowOf, type RegisterOf, shown, writerOf } from './asking.ts'
import { entryRoutes } from './entry-routes.ts'
import { feedablesIn } from './feedable.ts'
import { listEntries } from './list/list-entries.ts'
import { presentBatch, presentRegister } from './present.ts'
import { type Recorded, recordEntries } from './record-entries.ts'

const byRegister = z.object({ register: z.string().max(60) })

type Entering = Pick<Ask, 'office' | 'seat' | 'now' | 'permitEach'>

async function enter(
  tx: Tx,
  ask: Entering,
  register: Register,
  rows: readonly RowText[],
  keep: boolean,
): Promise<Recorded> {
  const targets = await feedablesIn(tx, ask.office.id, ask.now)
  return recordEntries(tx, writerOf(ask), register, rows, targets, { keep, allow: allowOf(ask) })
}

/** The register of a name, where the office keeps one. */
export const registersBy =
  (registers: readonly Register[]): RegisterOf =>
  (id) => {
    const register = registers.find((r) => r.id === id)
    return register ? accept(register) : reject(factProblems('fact.register_unknown', { register: id }))
  }

/** The registers, their rows, and how rows get in and are verified. */
export function factRoutes(
  app: FastifyInstance,
  ground: Ground,
  registers: readonly Register[],
  approvals: readonly Approval[],
): void {
  const doors = doorsOf(app, ground)
  const { read, write } = doors
  const registerOf = registersBy(registers)
  entryRoutes(app, ground, registerOf)
  openApprovals(doors, approvals)

  read('GET /api/registers', { reply: z.object({ registers: z.array(contract.registerShape) }) }, async ({ seat }) =>
    accept({ registers: registers.map((register) => presentRegister(register, seat)) }),
  )

  read(
    'GET /api/registers/:register/entries',
    { params: byRegister, query: contract.entriesQuery, reply: contract.entryPage },
    async (ask, tx) => {
      const register = registerOf(ask.params.register)
      if (!register.ok) return register
      return listEntries(tx, ask, register.value)
    },
  )

  write(
    'POST /api/registers/:register/entries',
    { params: byRegister, body: contract.newEntry, reply: contract.entry, status: 201 },
    async (ask, tx) => {
      const register = registerOf(ask.params.register)
      if (!register.ok) return register
      const { entries, refused } = await enter(tx, ask, register.value, [ask.body.values], true)
      const [refusal] = refused
      return refusal ? reject(refusal.problem) : shown(tx, ask, registerOf, entries[0] ?? '')
    },
  )

  write(
    'POST /api/registers/:register/batch',
    { params: byRegister, body: contract.batch, reply: contract.batchResult },
    async (ask, tx) => {
      const register = registerOf(ask.params.register)
      if (!register.ok) return register
      const { rows, preview } = ask.body
      return accept(presentBatch(rows.length, await enter(tx, ask, register.value, rows, !preview)))
    },
  )
}
