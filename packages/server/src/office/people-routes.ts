import * as contract from '@guatu/contract'
import { accept, day, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Approval, openApprovals } from '../platform/approval.ts'
import { doorsOf, type Ground } from '../platform/http.ts'
import { todayOf } from '../platform/office.ts'
import { closePost, closeUnit, type OpenOfUnit } from './close.ts'
import { applyForHolding, makePost } from './hold.ts'
import { keeperOf, permitted } from './keeping.ts'
import { presentPeople, presentPolicy } from './present-people.ts'

const made = z.object({ id: contract.id })
const byId = z.object({ id: contract.id })

/** `openOfUnit` tells what a unit has begun and not ended; handed in, because it lies in later stages. */
export function peopleRoutes(
  app: FastifyInstance,
  ground: Ground,
  approvals: readonly Approval[],
  openOfUnit: OpenOfUnit,
): void {
  const doors = doorsOf(app, ground)
  const { read, write } = doors
  openApprovals(doors, approvals)

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

  write('POST /api/posts/:id/close', { params: byId, body: contract.closing, reply: made }, async (ask, tx) => {
    const problem = permitted(ask)
    if (problem) return reject(problem)
    const done = await closePost(tx, keeperOf(ask), ask.params.id, day(ask.body.on))
    return done.ok ? accept({ id: done.value }) : done
  })

  write('POST /api/units/:id/close', { params: byId, body: contract.closing, reply: made }, async (ask, tx) => {
    const problem = permitted(ask)
    if (problem) return reject(problem)
    const done = await closeUnit(tx, keeperOf(ask), ask.params.id, day(ask.body.on), openOfUnit)
    return done.ok ? accept({ id: done.value }) : done
  })
}
