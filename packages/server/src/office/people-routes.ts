import * as contract from '@guatu/contract'
import { accept, day, type Instant, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Tx } from '../platform/db.ts'
import { type Ask, doorsOf, type Ground } from '../platform/http.ts'
import { todayOf } from '../platform/office.ts'
import { closePost, closeUnit, type OpenOfUnit } from './close.ts'
import { applyForHolding, confirm, end, type Keeper, makePost } from './hold.ts'
import { presentPeople, presentPolicy } from './present-people.ts'

/** What somebody has begun and not ended; handed in, because it lies in later stages. */
export type OpenItems = (
  tx: Tx,
  officeId: string,
  officerId: string,
  now: Instant,
) => Promise<contract.HandedOver['open']>

const made = z.object({ id: contract.id })
const byId = z.object({ id: contract.id })

type Asked = Pick<Ask, 'office' | 'seat' | 'now' | 'permit'>

const keeperOf = ({ office, seat, now }: Asked): Keeper => ({
  officeId: office.id,
  officerId: seat.officerId,
  kind: office.kind,
  now,
})

/** Whether the kind of office lets this duty appoint people. */
const permitted = (ask: Asked) => ask.permit({ unitId: null, enteredBy: null, state: ask.office.kind })

/** What somebody or a unit has begun and not ended. */
export interface Open {
  readonly ofOfficer: OpenItems
  readonly ofUnit: OpenOfUnit
}

export function peopleRoutes(app: FastifyInstance, ground: Ground, open: Open): void {
  const { read, write } = doorsOf(app, ground)

  read('GET /api/people', { reply: contract.people }, async ({ office }, tx) =>
    accept(await presentPeople(tx, office.id, todayOf(office))),
  )

  read('GET /api/policy', { reply: contract.policyPage }, async () => accept(presentPolicy(ground.policy.values())))

  write('POST /api/posts', { body: contract.newPost, reply: made, status: 201 }, async (ask, tx) => {
    const problem = permitted(ask)
    if (problem) return reject(problem)
    const post = await makePost(tx, keeperOf(ask), ask.body)
    return post.ok ? accept({ id: post.value }) : post
  })

  write('POST /api/holdings', { body: contract.newHolding, reply: made, status: 201 }, async (ask, tx) => {
    const problem = permitted(ask)
    if (problem) return reject(problem)
    const holding = await applyForHolding(tx, keeperOf(ask), ask.body)
    return holding.ok ? accept({ id: holding.value }) : holding
  })

  write('POST /api/holdings/:id/confirm', { params: byId, body: z.strictObject({}), reply: made }, async (ask, tx) => {
    const problem = permitted(ask)
    if (problem) return reject(problem)
    const done = await confirm(tx, keeperOf(ask), ask.params.id, ask.version)
    return done.ok ? accept({ id: done.value }) : done
  })

  write('POST /api/posts/:id/close', { params: byId, body: contract.closing, reply: made }, async (ask, tx) => {
    const problem = permitted(ask)
    if (problem) return reject(problem)
    const done = await closePost(tx, keeperOf(ask), ask.params.id, day(ask.body.on))
    return done.ok ? accept({ id: done.value }) : done
  })

  write('POST /api/units/:id/close', { params: byId, body: contract.closing, reply: made }, async (ask, tx) => {
    const problem = permitted(ask)
    if (problem) return reject(problem)
    const done = await closeUnit(tx, keeperOf(ask), ask.params.id, day(ask.body.on), open.ofUnit)
    return done.ok ? accept({ id: done.value }) : done
  })

  write(
    'POST /api/holdings/:id/end',
    { params: byId, body: contract.endHolding, reply: contract.handedOver },
    async (ask, tx) => {
      const problem = permitted(ask)
      if (problem) return reject(problem)
      const ended = await end(tx, keeperOf(ask), ask.params.id, ask.version, ask.body)
      if (!ended.ok) return ended
      const left = await open.ofOfficer(tx, ask.office.id, ended.value.leaving, ask.now)
      return accept({ successor: ended.value.successor, open: left })
    },
  )
}
