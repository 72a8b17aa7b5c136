import * as contract from '@guatu/contract'
import { type Holding, versionOf } from '@guatu/core/office'
import { accept, dayOf, type Instant, type Result, reject } from '@guatu/core/shared'
import { z } from 'zod'
import { type Approval, type Approved, approval, shownLine } from '../platform/approval.ts'
import type { Tx } from '../platform/db.ts'
import { platformProblems } from '../platform/problems.ts'
import { confirm, end } from './hold.ts'
import { keeperOf, permitted } from './keeping.ts'
import { holdingsOf, officerById, postsOf } from './people-store.ts'
import { holdingAct } from './present-holding.ts'
import { unitsOf } from './store.ts'

/** What somebody has begun and not ended; handed in, because it lies in later stages. */
export type OpenItems = (
  tx: Tx,
  officeId: string,
  officerId: string,
  now: Instant,
) => Promise<contract.HandedOver['open']>

const made = z.object({ id: contract.id })
const byId = z.object({ id: contract.id })

const standingOf = ({ confirmedBy, untilDay }: Holding): contract.ShownLine =>
  untilDay !== null
    ? shownLine('状态', 'state', { zh: `至${untilDay}`, en: `until ${untilDay}` })
    : confirmedBy === null
      ? shownLine('状态', 'state', { zh: '待确认', en: 'to be confirmed' })
      : shownLine('状态', 'state', { zh: '在任', en: 'holding it' })

async function showHolding(
  tx: Tx,
  officeId: string,
  id: string,
  asked: readonly contract.ShownLine[],
): Promise<Result<Approved>> {
  const holding = (await holdingsOf(tx, officeId)).find((one) => one.id === id)
  const post = (await postsOf(tx, officeId)).find((one) => one.id === holding?.postId)
  if (!holding || !post) return reject(platformProblems('request.not_found', { what: '这项任职' }))
  const name = (await officerById(tx, officeId, holding.officerId))?.name ?? ''
  const unit = (await unitsOf(tx, officeId)).find((one) => one.id === post.unitId)?.name ?? ''
  const kind = holding.kind === 'deputy' ? '（B角）' : ''
  return accept({
    title: { zh: `${name}任${unit}${post.title}${kind}`, en: `${name}: ${post.title}${kind}, ${unit}` },
    lines: [
      shownLine('姓名', 'name', name),
      shownLine('岗位', 'post', `${unit} ${post.title}${kind}`),
      shownLine('起', 'from', holding.fromDay),
      standingOf(holding),
      ...asked,
    ],
    version: versionOf(holding),
    since: dayOf(holding.appliedAt),
    things: [],
  })
}

const askedToEnd = async (
  tx: Tx,
  officeId: string,
  { until, to }: z.output<typeof contract.endHolding>,
): Promise<contract.ShownLine[]> => [
  shownLine('任至', 'last day', until),
  ...(to === null ? [] : [shownLine('接任', 'successor', (await officerById(tx, officeId, to))?.name ?? '')]),
]

/** The approvals of people: a holding is confirmed, a holding is ended. */
export function officeApprovals(openItems: OpenItems): readonly Approval[] {
  const seenBy = 'GET /api/people'
  return [
    approval({
      route: 'POST /api/holdings/:id/confirm',
      params: byId,
      body: z.strictObject({}),
      reply: made,
      seenBy,
      show: ({ office, params }, tx) => showHolding(tx, office.id, params.id, []),
      work: async (ask, tx) => {
        const problem = permitted(ask)
        if (problem) return reject(problem)
        const done = await confirm(tx, keeperOf(ask), ask.params.id, ask.version)
        return done.ok ? accept({ id: done.value }) : done
      },
      acts: ({ params }) => [holdingAct(params.id, 'confirmed')],
    }),
    approval({
      route: 'POST /api/holdings/:id/end',
      params: byId,
      body: contract.endHolding,
      reply: contract.handedOver,
      seenBy,
      show: async ({ office, params, body }, tx) =>
        showHolding(tx, office.id, params.id, await askedToEnd(tx, office.id, body)),
      work: async (ask, tx) => {
        const problem = permitted(ask)
        if (problem) return reject(problem)
        const ended = await end(tx, keeperOf(ask), ask.params.id, ask.version, ask.body)
        if (!ended.ok) return ended
        const open = await openItems(tx, ask.office.id, ended.value.leaving, ask.now)
        return accept({ successor: ended.value.successor, open })
      },
      acts: ({ params }) => [holdingAct(params.id, 'ended')],
    }),
  ]
}
