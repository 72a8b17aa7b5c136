import * as contract from '@guatu/contract'
import type { LikenessRules } from '@guatu/core/fact'
import { accept, type Day, dayOf, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { doorsOf, type Ground } from '../platform/http.ts'
import { asOfFrom } from '../platform/office.ts'
import { platformProblems } from '../platform/problems.ts'
import { alikeRows } from './alike-rows.ts'
import { writerOf } from './asking.ts'
import { detailOf, rowFor } from './detail.ts'
import { countsOf } from './list/counts.ts'
import type { Registers } from './registers.ts'
import { byId } from './standing.ts'
import { dropView, saveView, viewsOf } from './views.ts'

const byRegister = z.object({ register: z.string().max(60) })

interface LedgerNeeds {
  readonly registers: Registers
  readonly likenessOn: (on: Day) => LikenessRules
}

/** What people look at registers by: their counts, one row with its history, rows like it, and views of their own. */
export function ledgerRoutes(app: FastifyInstance, ground: Ground, { registers, likenessOn }: LedgerNeeds): void {
  const { read, write } = doorsOf(app, ground)
  const registerOf = registers.of

  read('GET /api/ledgers', { reply: contract.ledgerCounts }, async ({ office, seat, now, within }, tx) =>
    accept(
      await countsOf(tx, await registers.all(tx, office.id), { officeId: office.id, seat, within: within(), now }),
    ),
  )

  read(
    'GET /api/entries/:id',
    { params: byId, query: contract.asOfQuery, reply: contract.entryDetail },
    async (ask, tx) => {
      const asOf = asOfFrom(ask.query, ask.now)
      const found = await rowFor(tx, ask, registerOf, asOf)
      return found.ok ? accept(await detailOf(tx, ask, found.value, asOf)) : found
    },
  )

  read('GET /api/entries/:id/alike', { params: byId, reply: contract.alikeRows }, async (ask, tx) => {
    const found = await rowFor(tx, ask, registerOf, { knownAt: ask.now })
    if (!found.ok) return found
    return accept(await alikeRows(tx, ask, found.value, { rules: likenessOn(dayOf(ask.now)), now: ask.now }))
  })

  read('GET /api/registers/:register/views', { params: byRegister, reply: contract.savedViews }, async (ask, tx) => {
    const register = await registerOf(tx, ask.office.id, ask.params.register)
    return register.ok ? accept(await viewsOf(tx, writerOf(ask), register.value.id)) : register
  })

  write(
    'POST /api/registers/:register/views',
    { params: byRegister, body: contract.saveView, reply: contract.savedViews },
    async (ask, tx) => {
      const register = await registerOf(tx, ask.office.id, ask.params.register)
      if (!register.ok) return register
      await saveView(tx, writerOf(ask), register.value.id, ask.body)
      return accept(await viewsOf(tx, writerOf(ask), register.value.id))
    },
  )

  write(
    'POST /api/views/:id/drop',
    { params: byId, body: z.object({}), reply: contract.savedViews },
    async (ask, tx) => {
      const register = await dropView(tx, writerOf(ask), ask.params.id)
      if (register === null) return reject(platformProblems('request.not_found', { what: '这个视图' }))
      return accept(await viewsOf(tx, writerOf(ask), register))
    },
  )
}
