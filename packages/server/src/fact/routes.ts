import * as contract from '@guatu/contract'
import { factProblems, type Register, type RowText } from '@guatu/core/fact'
import { accept, type Result, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { officersOf } from '../office/store.ts'
import type { Tx } from '../platform/db.ts'
import { type Ask, doorsOf, type Ground } from '../platform/http.ts'
import { asOfFrom } from '../platform/office.ts'
import { allowOf, shown, thingOf, writerOf } from './asking.ts'
import { entryRoutes } from './entry-routes.ts'
import { feedablesIn } from './feedable.ts'
import { pageOf } from './list-entries.ts'
import { presentBatch, presentEntry, presentRegister } from './present.ts'
import { type Recorded, recordEntries } from './record-entries.ts'
import { entriesOfRegister, type KeptEntry } from './store.ts'
import { verifyEntries } from './verify-entries.ts'

const byRegister = z.object({ register: z.string().max(60) })
const verified = z.object({
  verified: z.int(),
  refused: z.array(z.object({ id: z.string(), problem: contract.problem })),
})

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

/** The registers, their rows, and how rows get in and are verified. */
export function factRoutes(app: FastifyInstance, ground: Ground, registers: readonly Register[]): void {
  const { read, write } = doorsOf(app, ground)
  const registerOf = (id: string): Result<Register> => {
    const register = registers.find((r) => r.id === id)
    return register ? accept(register) : reject(factProblems('fact.register_unknown', { register: id }))
  }
  entryRoutes(app, ground, registerOf)

  read('GET /api/registers', { reply: z.object({ registers: z.array(contract.registerShape) }) }, async () =>
    accept({ registers: registers.map(presentRegister) }),
  )

  read(
    'GET /api/registers/:register/entries',
    { params: byRegister, query: contract.entriesQuery, reply: contract.entryPage },
    async (ask, tx) => {
      const register = registerOf(ask.params.register)
      if (!register.ok) return register
      const asOf = asOfFrom(ask.query, ask.now)
      const all = await entriesOfRegister(tx, ask.office.id, register.value.id)
      const { total, rows, next } = pageOf(all, ask.reach(), ask.query, asOf)
      const eyes = { knownAt: asOf.knownAt, people: await officersOf(tx, ask.office.id), seat: ask.seat }
      return accept({ total, entries: rows.map((row) => presentEntry(row, all, eyes)), next })
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
      return refusal ? reject(refusal.problem) : shown(tx, ask, entries[0] ?? '')
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

  write(
    'POST /api/registers/:register/verify',
    { params: byRegister, body: contract.verifyEntries, reply: verified },
    async (ask, tx) => {
      const register = registerOf(ask.params.register)
      if (!register.ok) return register
      const permitOf = ask.permitEach()
      const permit = (entry: KeptEntry, state: string) => permitOf(thingOf(entry, state))
      return accept(await verifyEntries(tx, writerOf(ask), ask.seat.name, ask.body.ids, permit))
    },
  )
}
