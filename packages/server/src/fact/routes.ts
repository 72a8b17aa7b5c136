import * as contract from '@guatu/contract'
import { factProblems, type Register, stateOf } from '@guatu/core/fact'
import type { Thing } from '@guatu/core/office'
import { accept, dayOf, type Problem, type Result, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { officersOf } from '../office/store.ts'
import { planAsOf } from '../plan/plan-store.ts'
import type { Tx } from '../platform/db.ts'
import { type Ask, doorsOf, type Ground, versionConflict } from '../platform/http.ts'
import { asOfFrom } from '../platform/office.ts'
import { correctEntry } from './correct-entry.ts'
import { feedablesOf } from './feedable.ts'
import { presentEntry, presentRegister } from './present.ts'
import { type Feedable, recordEntries, type Writer } from './record-entries.ts'
import { addEvent, chainOf, entriesOfRegister, entryById, type KeptEntry } from './store.ts'
import { verifyEntries } from './verify-entries.ts'

const byRegister = z.object({ register: z.string().max(60) })
const byId = z.object({ id: contract.id })
const verified = z.object({
  verified: z.int(),
  refused: z.array(z.object({ id: z.string(), problem: contract.problem })),
})

const writerOf = ({ office, seat, now }: Ask): Writer => ({
  officeId: office.id,
  officerId: seat.officerId,
  now,
  today: dayOf(now),
})

const thingOf = ({ unitId, enteredBy }: KeptEntry, state?: string): Thing =>
  state === undefined ? { unitId, enteredBy } : { unitId, enteredBy, state }

/** Why whoever asks may not enter rows of a unit, or null. */
const allowOf = (ask: Pick<Ask, 'permitEach' | 'seat'>) => {
  const permit = ask.permitEach()
  return (unitId: string | null): Problem | null => permit({ unitId, enteredBy: ask.seat.officerId })
}

/** Targets of every adopted plan that a row of the office may name. */
async function feedables(tx: Tx, { office, now }: Ask): Promise<Feedable[]> {
  const years = await tx.selectFrom('planVersion').where('officeId', '=', office.id).select('year').distinct().execute()
  const all: Feedable[] = []
  for (const { year } of years.sort((a, b) => b.year - a.year)) {
    const adopted = await planAsOf(tx, office.id, year, now)
    if (adopted) all.push(...feedablesOf(adopted.plan, year))
  }
  return all
}

export function factRoutes(app: FastifyInstance, ground: Ground, registers: readonly Register[]): void {
  const { read, write } = doorsOf(app, ground)
  const registerOf = (id: string): Result<Register> => {
    const register = registers.find((r) => r.id === id)
    return register ? accept(register) : reject(factProblems('fact.register_unknown', { register: id }))
  }
  const shown = async (tx: Tx, ask: Ask, id: string): Promise<Result<contract.Entry>> => {
    const rows = await chainOf(tx, ask.office.id, id)
    const entry = rows.find((row) => row.id === id)
    if (!entry) return reject(factProblems('fact.entry_unknown', {}))
    return accept(
      presentEntry(entry, rows, {
        knownAt: ask.now,
        people: await officersOf(tx, ask.office.id),
        seat: ask.seat,
      }),
    )
  }

  read('GET /api/registers', { reply: z.object({ registers: z.array(contract.registerShape) }) }, async () =>
    accept({ registers: registers.map(presentRegister) }),
  )

  read(
    'GET /api/registers/:register/entries',
    { params: byRegister, query: contract.entriesQuery, reply: contract.entryPage },
    async (ask, tx) => {
      const register = registerOf(ask.params.register)
      if (!register.ok) return register
      const { query } = ask
      const asOf = asOfFrom(query, ask.now)
      const people = await officersOf(tx, ask.office.id)
      const rows = await entriesOfRegister(tx, ask.office.id, register.value.id)
      const all = rows
        .filter(ask.reach())
        .filter((row) => row.trueOn <= asOf.on && row.knownAt <= asOf.knownAt)
        .filter((row) => !query.target || row.targetId === query.target)
        .filter((row) => !query.text || Object.values(row.content).some((value) => value.includes(query.text ?? '')))
        .filter((row) => !query.state || stateOf(row, rows, asOf.knownAt) === query.state)
        .sort((a, b) => (a.id < b.id ? 1 : -1))
      const start = query.after ? all.findIndex((row) => row.id === query.after) + 1 : 0
      const page = all.slice(start, start + query.limit)
      const next = start + query.limit < all.length ? (page.at(-1)?.id ?? null) : null
      const entries = page.map((row) => presentEntry(row, rows, { knownAt: asOf.knownAt, people, seat: ask.seat }))
      return accept({ total: all.length, entries, next })
    },
  )

  write(
    'POST /api/registers/:register/entries',
    { params: byRegister, body: contract.newEntry, reply: contract.entry, status: 201 },
    async (ask, tx) => {
      const register = registerOf(ask.params.register)
      if (!register.ok) return register
      const done = await recordEntries(
        tx,
        writerOf(ask as Ask),
        register.value,
        [ask.body.values],
        await feedables(tx, ask as Ask),
        { allow: allowOf(ask) },
      )
      const [refusal] = done.refused
      if (refusal) return reject(refusal.problem)
      return shown(tx, ask as Ask, done.entries[0] ?? '')
    },
  )

  write(
    'POST /api/registers/:register/batch',
    { params: byRegister, body: contract.batch, reply: contract.batchResult },
    async (ask, tx) => {
      const register = registerOf(ask.params.register)
      if (!register.ok) return register
      const { rows, preview } = ask.body
      const done = await recordEntries(
        tx,
        writerOf(ask as Ask),
        register.value,
        rows,
        await feedables(tx, ask as Ask),
        { keep: !preview, allow: allowOf(ask) },
      )
      const problems = new Map(done.refused.map((refusal) => [refusal.row, refusal.problem]))
      return accept({
        accepted: done.entries.length,
        refused: done.refused.length,
        rows: rows.map((_, i) => {
          const problem = problems.get(i + 1)
          return {
            row: i + 1,
            ok: !problem,
            says: problem?.says ?? null,
            next: problem?.next ?? null,
            code: problem?.code ?? null,
          }
        }),
      })
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
      return accept(await verifyEntries(tx, writerOf(ask as Ask), ask.seat.name, ask.body.ids, permit))
    },
  )

  /** The row a change is about, when it still stands as the caller saw it. */
  const standing = async (tx: Tx, ask: Ask<{ id: string }>): Promise<Result<KeptEntry>> => {
    const entry = await entryById(tx, ask.office.id, ask.params.id)
    if (!entry) return reject(factProblems('fact.entry_unknown', {}))
    const forbidden = ask.permit(thingOf(entry))
    if (forbidden) return reject(forbidden)
    const current = entry.events.length + 1
    return ask.version === current ? accept(entry) : versionConflict(ask.version, current)
  }
  const inState = async (tx: Tx, ask: Ask, entry: KeptEntry): Promise<Result<KeptEntry>> => {
    const state = stateOf(entry, await chainOf(tx, ask.office.id, entry.id), ask.now)
    const problem = ask.permit(thingOf(entry, state))
    return problem ? reject(problem) : accept(entry)
  }
  const withEvent =
    (kind: 'returned' | 'withdrawn') => async (ask: Ask<{ id: string }, unknown, { because: string }>, tx: Tx) => {
      const entry = await standing(tx, ask)
      if (!entry.ok) return entry
      const open = await inState(tx, ask as Ask, entry.value)
      if (!open.ok) return open
      await addEvent(tx, ask.office.id, entry.value, {
        kind,
        at: ask.now,
        by: ask.seat.officerId,
        because: ask.body.because,
      })
      return shown(tx, ask as Ask, entry.value.id)
    }

  const because = { params: byId, body: contract.returnEntry, reply: contract.entry }
  write('POST /api/entries/:id/return', because, withEvent('returned'))
  write('POST /api/entries/:id/withdraw', because, withEvent('withdrawn'))

  write(
    'POST /api/entries/:id/correct',
    { params: byId, body: contract.correctEntry, reply: contract.entry },
    async (ask, tx) => {
      const entry = await standing(tx, ask)
      if (!entry.ok) return entry
      const open = await inState(tx, ask as Ask, entry.value)
      if (!open.ok) return open
      const register = registerOf(entry.value.register)
      if (!register.ok) return register
      const correction = { ...ask.body, entry: entry.value, allow: allowOf(ask) }
      const targets = await feedables(tx, ask as Ask)
      const done = await correctEntry(tx, writerOf(ask as Ask), register.value, correction, targets)
      return done.ok ? shown(tx, ask as Ask, done.value) : done
    },
  )
}
