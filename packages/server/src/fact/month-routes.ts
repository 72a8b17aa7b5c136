import * as contract from '@guatu/contract'
import { accept } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { doorsOf, type Ground } from '../platform/http.ts'
import { todayOf } from '../platform/office.ts'
import { writerOf } from './asking.ts'
import { lockMonth, monthPreview, monthsOf } from './months.ts'
import type { Registers } from './registers.ts'

const byMonth = z.object({ month: contract.month })

/** 封账: which months are locked, what a month lacks before it is, and the locking itself. */
export function monthRoutes(app: FastifyInstance, ground: Ground, { all }: Registers): void {
  const { read, write } = doorsOf(app, ground)

  read('GET /api/months', { reply: contract.monthLocks }, async ({ office }, tx) =>
    accept(await monthsOf(tx, office.id, todayOf(office))),
  )

  read('GET /api/months/:month', { params: byMonth, reply: contract.monthPreview }, async (ask, tx) =>
    monthPreview(tx, writerOf(ask), await all(tx, ask.office.id), ask.params.month),
  )

  write(
    'POST /api/months/:month/lock',
    { params: byMonth, body: z.object({}), reply: contract.monthLocks },
    async (ask, tx) => {
      const done = await lockMonth(tx, { ...writerOf(ask), clock: ask.office.clock }, ask.params.month)
      return done.ok ? accept(await monthsOf(tx, ask.office.id, todayOf(ask.office))) : done
    },
  )
}
