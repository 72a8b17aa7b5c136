import * as contract from '@guatu/contract'
import { accept, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Approval, openApprovals } from '../platform/approval.ts'
import { doorsOf, type Ground } from '../platform/http.ts'
import { todayOf } from '../platform/office.ts'
import { applyForHolding, makePost } from './hold.ts'
import { keeperOf, permitted } from './keeping.ts'
import { presentPeople, presentPolicy } from './present-people.ts'

const made = z.object({ id: contract.id })

export function peopleRoutes(app: FastifyInstance, ground: Ground, approvals: readonly Approval[]): void {
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
}
