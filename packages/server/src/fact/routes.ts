import * as contract from '@guatu/contract'
import { columnsFor, factProblems, type Register, readRow, withPlaces } from '@guatu/core/fact'
import { accept, dayOf, type Instant, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Approval, openApprovals } from '../platform/approval.ts'
import type { Tx } from '../platform/db.ts'
import { type Ask, doorsOf, type Ground } from '../platform/http.ts'
import { type Act, mayEver } from './access.ts'
import { allowOf, entering, shown, writerOf } from './asking.ts'
import { type Draft, statusOf } from './draft.ts'
import { entryRoutes } from './entry-routes.ts'
import { feedablesFor } from './feedable.ts'
import { listEntries } from './list/list-entries.ts'
import { monthRoutes } from './month-routes.ts'
import { presentBatch, presentRegister } from './present.ts'
import { type NotCounted, type Recorded, recordDrafts } from './record-entries.ts'
import type { Registers } from './registers.ts'
import { entryById } from './store.ts'

const byRegister = z.object({ register: z.string().max(60) })

/** Targets whose number an indicator gives in place of the rows that name them, with what to say of such a row. */
export type NotCountedIn = (tx: Tx, officeId: string, now: Instant) => Promise<NotCounted>

type Entering = Pick<Ask, 'office' | 'seat' | 'now' | 'permitEach'>

/** The registers, their rows, and how rows get in and are verified. */
export function factRoutes(
  app: FastifyInstance,
  ground: Ground,
  registers: Registers,
  approvals: readonly Approval[],
  notCountedIn: NotCountedIn,
): void {
  const doors = doorsOf(app, ground)
  const { read, write } = doors
  const { all, of: registerOf } = registers
  entryRoutes(app, ground, registers)
  monthRoutes(app, ground, registers)
  openApprovals(doors, approvals)

  const enter = async (
    tx: Tx,
    ask: Entering,
    register: Register,
    drafts: readonly Draft[],
    keep: boolean,
    act: Act = 'enter',
  ): Promise<Recorded> => {
    const targets = await feedablesFor(tx, ask.office.id, ask.now, register)
    const notCounted = targets.length === 0 ? new Map() : await notCountedIn(tx, ask.office.id, ask.now)
    const registers = await all(tx, ask.office.id)
    const recording = { keep, allow: allowOf(ask, register, act), registers, notCounted }
    return recordDrafts(tx, writerOf(ask), register, drafts, targets, recording)
  }

  // A register whose rows a post may not see is not there for it.
  read(
    'GET /api/registers',
    { reply: z.object({ registers: z.array(contract.registerShape) }) },
    async ({ office, seat }, tx) =>
      accept({
        registers: (await all(tx, office.id))
          .filter((register) => mayEver(register, 'read', seat))
          .map((register) => presentRegister(register, seat)),
      }),
  )

  read(
    'GET /api/registers/:register/entries',
    { params: byRegister, query: contract.entriesQuery, reply: contract.entryPage },
    async (ask, tx) => {
      const register = await registerOf(tx, ask.office.id, ask.params.register)
      if (!register.ok) return register
      return listEntries(tx, ask, register.value)
    },
  )

  write(
    'POST /api/registers/:register/entries',
    { params: byRegister, body: contract.newEntry, reply: contract.entry, status: 201 },
    async (asked, tx) => {
      const register = await registerOf(tx, asked.office.id, asked.params.register)
      if (!register.ok) return register
      const ask = await entering(tx, asked, register.value)
      const { values: text, status = null } = ask.body
      const { entries, refused } = await enter(tx, ask, register.value, [{ text, status }], true)
      const [refusal] = refused
      return refusal ? reject(refusal.problem) : shown(tx, ask, async () => register, entries[0] ?? '')
    },
  )

  write(
    'POST /api/registers/:register/batch',
    { params: byRegister, body: contract.batch, reply: contract.batchResult },
    async (asked, tx) => {
      const register = await registerOf(tx, asked.office.id, asked.params.register)
      if (!register.ok) return register
      const ask = asked.body.preview ? asked : await entering(tx, asked, register.value)
      const { rows, convert = {} } = ask.body
      const drafts = rows.map((text) => ({ text: withPlaces(text, convert) }))
      return accept(presentBatch(drafts.length, await enter(tx, ask, register.value, drafts, !ask.body.preview)))
    },
  )

  write(
    'POST /api/registers/:register/check',
    { params: byRegister, body: contract.checkEntry, reply: contract.checkedDraft },
    async (ask, tx) => {
      const found = await registerOf(tx, ask.office.id, ask.params.register)
      if (!found.ok) return found
      const register = found.value
      const { values: text, status = null, move = null } = ask.body
      const corrects = ask.body.entryId === undefined ? null : await entryById(tx, ask.office.id, ask.body.entryId)
      if (ask.body.entryId !== undefined && corrects?.register !== register.id)
        return reject(factProblems('fact.entry_unknown', {}))
      const act = corrects === null ? 'enter' : move === null ? 'correct' : 'move'
      const { refused, notes } = await enter(tx, ask, register, [{ text, status, corrects }], false, act)
      const state = statusOf(register, { status, corrects })
      const row = { values: readRow(register, text).values, state, today: dayOf(ask.now) }
      const { asked, needed } = columnsFor(register, row, move)
      return accept({
        problems: [...(refused[0]?.problems ?? [])],
        asked: [...asked],
        needed: [...needed],
        notes: notes.map(({ says }) => says),
      })
    },
  )
}
