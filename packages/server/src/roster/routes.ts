import * as contract from '@guatu/contract'
import { changeByRoster, type RosterChange, rowsFromRoster } from '@guatu/core/office'
import { accept, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { holdPeople, type Keeper } from '../office/index.ts'
import type { Tx } from '../platform/db.ts'
import { type Ask, doorsOf, type Ground, versionConflict } from '../platform/http.ts'
import { letterheadOf } from '../platform/mark.ts'
import { todayOf } from '../platform/office.ts'
import { applySteps } from './apply.ts'
import { rosterChangesSince } from './changes-since.ts'
import { confirmAll } from './confirm-all.ts'
import { rosterNow, rosterVersion } from './now.ts'
import { presentRoster } from './present.ts'
import { type ReceivedRoster, receiveRoster } from './receive.ts'
import { type SlipDays, slipRoute } from './slip-route.ts'
import { noteRoster } from './store.ts'
import { rosterWorkbook } from './workbook.ts'

type Asked = Pick<Ask, 'office' | 'seat' | 'now' | 'permit'>

const none = z.object({})

const keeperOf = ({ office, seat, now }: Asked): Keeper => ({
  officeId: office.id,
  officerId: seat.officerId,
  kind: office.kind,
  now,
})

/** Whether the kind of office lets this duty appoint people. */
const permitted = (ask: Asked) => ask.permit({ unitId: null, enteredBy: null, state: ask.office.kind })

const changeFor = async (tx: Tx, { office }: Asked, { file }: ReceivedRoster): Promise<RosterChange> =>
  changeByRoster(file, await rosterNow(tx, office.id), {
    isFormal: office.kind === 'formal',
    today: todayOf(office),
  })

const answerTo = async (tx: Tx, { office, now }: Asked, { digest }: ReceivedRoster, change: RosterChange) =>
  presentRoster(change, {
    digest,
    at: now,
    version: await rosterVersion(tx, office.id),
    effect: office.kind === 'formal' ? 'whenConfirmed' : 'atOnce',
  })

/** The routes of the roster: out as a workbook, in as a preview and then as a change; codes on paper at the end. */
export function rosterRoutes(app: FastifyInstance, ground: Ground, slipDays: SlipDays): void {
  const { download, upload, write } = doorsOf(app, ground)

  download('GET /api/roster/template', { params: none }, async ({ office, now }) =>
    accept({ name: '花名册模板.xlsx', bytes: await rosterWorkbook(now, letterheadOf(office)) }),
  )

  download('GET /api/roster', { params: none }, async (ask, tx) => {
    const problem = permitted(ask)
    if (problem) return reject(problem)
    const today = todayOf(ask.office)
    const rows = rowsFromRoster(await rosterNow(tx, ask.office.id), today)
    const bytes = await rosterWorkbook(ask.now, letterheadOf(ask.office), rows)
    return accept({ name: `花名册-${ask.office.name}-${today}.xlsx`, bytes })
  })

  upload('POST /api/roster/preview', { reply: contract.rosterAnswer }, receiveRoster, async (ask, tx) => {
    const problem = permitted(ask)
    if (problem) return reject(problem)
    return accept(await answerTo(tx, ask, ask.body, await changeFor(tx, ask, ask.body)))
  })

  upload('POST /api/roster/apply', { reply: contract.rosterAnswer }, receiveRoster, async (ask, tx) => {
    const problem = permitted(ask)
    if (problem) return reject(problem)
    await holdPeople(tx, ask.office.id)
    const current = await rosterVersion(tx, ask.office.id)
    const received: ReceivedRoster = ask.body
    if (ask.version !== current) {
      const { seenAt } = received
      const since = seenAt === null ? [] : await rosterChangesSince(tx, ask.office.id, seenAt)
      return versionConflict(ask.version, current, { since })
    }
    const change = await changeFor(tx, ask, received)
    const refused = await applySteps(tx, keeperOf(ask), change.steps)
    if (refused) return reject(refused)
    if (change.steps.length > 0) await noteRoster(tx, keeperOf(ask), received.digest, change.steps.length)
    return accept(await answerTo(tx, ask, received, change))
  })

  write(
    'POST /api/holdings/confirm',
    { body: contract.confirmHoldings, reply: contract.confirmedHoldings },
    async (ask, tx) => {
      const problem = permitted(ask)
      return problem ? reject(problem) : confirmAll(tx, keeperOf(ask), ask.seat, ask.body.holdings)
    },
  )

  slipRoute(app, ground, slipDays)
}
