import * as contract from '@guatu/contract'
import type { Register } from '@guatu/core/fact'
import { accept, dayOf, type Result, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Approval, approval, openApprovals, shownLine } from '../../platform/approval.ts'
import type { Tx } from '../../platform/db.ts'
import { type Ask, doorsOf, type Ground } from '../../platform/http.ts'
import { closedTo } from '../access.ts'
import { writerOf } from '../asking.ts'
import type { Registers } from '../registers.ts'
import { addOwnColumn, changeOwnColumn, confirmOwnColumn } from './change.ts'
import { changeRoute, confirmRoute, seeRoute } from './policy.ts'
import { presentOwnColumns, stepAct } from './present.ts'
import { ownProblems } from './problems.ts'
import { chainsOf, ownSteps } from './store.ts'

const byRegister = z.object({ register: z.string().max(60) })
const byColumn = byRegister.extend({ column: z.string().max(60) })

type Asking = Pick<Ask<{ register: string }>, 'office' | 'seat' | 'params'>

/** A register that whoever asks may see rows of. */
async function seen(tx: Tx, { of }: Registers, { office, seat, params }: Asking): Promise<Result<Register>> {
  const register = await of(tx, office.id, params.register)
  if (!register.ok) return register
  const closed = closedTo(register.value, 'read', seat)
  return closed ? reject(closed) : register
}

/** The columns as they stand after a change, or why there is none. */
async function after(tx: Tx, registers: Registers, ask: Asking, done: Result<null>) {
  if (!done.ok) return done
  const register = await seen(tx, registers, ask)
  return register.ok ? accept(await presentOwnColumns(tx, ask, register.value)) : register
}

/** What is required of others is put into force by somebody who did not ask for it. */
export const ownApprovals = (registers: Registers): readonly Approval[] => [
  approval({
    route: confirmRoute,
    params: byColumn,
    body: z.object({}),
    reply: contract.ownColumns,
    seenBy: seeRoute,
    show: async ({ office, params, now }, tx) => {
      const register = await registers.of(tx, office.id, params.register)
      if (!register.ok) return register
      const chain = chainsOf(await ownSteps(tx, office.id, params.register)).find(({ id }) => id === params.column)
      if (!chain) return reject(ownProblems('own_column.unknown', {}))
      const { waiting, steps } = chain
      const { label } = register.value
      const asked = (waiting ?? steps.at(-1))?.content.column
      return accept({
        title: { zh: `${label.zh}的自设列`, en: `a column of ${label.en}` },
        lines: [
          shownLine('列名', 'column', asked?.label ?? ''),
          shownLine('必填', 'required', asked?.required || asked?.requiredWhen ? '是' : '否'),
          shownLine('原因', 'reason', waiting?.because ?? ''),
        ],
        version: steps.length,
        since: dayOf(waiting?.at ?? now),
        things: [],
      })
    },
    work: async (ask, tx) => {
      const register = await seen(tx, registers, ask)
      if (!register.ok) return register
      const which = { id: ask.params.column, version: ask.version }
      return after(tx, registers, ask, await confirmOwnColumn(tx, writerOf(ask), register.value, which))
    },
    acts: ({ params, version }) => [stepAct(params.register, params.column, version + 1)],
  }),
]

/** The columns that an office adds to its registers on a screen. */
export function ownRoutes(
  app: FastifyInstance,
  ground: Ground,
  registers: Registers,
  approvals: readonly Approval[],
): void {
  const doors = doorsOf(app, ground)
  const { read, write } = doors
  openApprovals(doors, approvals)

  read(seeRoute, { params: byRegister, reply: contract.ownColumns }, async (ask, tx) => {
    const register = await seen(tx, registers, ask)
    return register.ok ? accept(await presentOwnColumns(tx, ask, register.value)) : register
  })

  write(
    'POST /api/registers/:register/columns',
    { params: byRegister, body: contract.newOwnColumn, reply: contract.ownColumns, status: 201 },
    async (ask, tx) => {
      const register = await seen(tx, registers, ask)
      if (!register.ok) return register
      return after(tx, registers, ask, await addOwnColumn(tx, writerOf(ask), register.value, ask.body))
    },
  )

  write(
    changeRoute,
    { params: byColumn, body: contract.changeOwnColumn, reply: contract.ownColumns },
    async (ask, tx) => {
      const register = await seen(tx, registers, ask)
      if (!register.ok) return register
      const which = { id: ask.params.column, version: ask.version }
      return after(tx, registers, ask, await changeOwnColumn(tx, writerOf(ask), register.value, which, ask.body))
    },
  )
}
