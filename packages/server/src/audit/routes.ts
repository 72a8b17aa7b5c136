import * as contract from '@guatu/contract'
import type { AuditEntry } from '@guatu/core/audit'
import { accept, type Day, dayOf, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { unitsOf } from '../office/index.ts'
import { beforeChainOf } from '../platform/audit/entries.ts'
import { headOf } from '../platform/audit/head.ts'
import { runCommand } from '../platform/command.ts'
import type { Tx } from '../platform/db.ts'
import { attach, doorsOf, type Ground, keyOf, letIn, sendProblem } from '../platform/http.ts'
import { letterheadOf } from '../platform/mark.ts'
import { platformProblems } from '../platform/problems.ts'
import { checkpointRoutes, type Kept } from './checkpoint-routes.ts'
import { exportLog } from './export.ts'
import { presentEntry, routesCalled } from './present.ts'
import { auditorProblems } from './problems.ts'
import { readsOn } from './reads.ts'
import { pageSize, type Sought, searchOf } from './search.ts'
import { sheetOf, sheetRowsMax } from './sheet.ts'

const exportRoute = 'POST /api/audit/export'

const unitNamesOf = async (tx: Tx, officeId: string): Promise<ReadonlyMap<string, string>> =>
  new Map((await unitsOf(tx, officeId)).map(({ id, name }) => [id, name]))

type Query = Pick<z.output<typeof contract.auditQuery>, keyof Sought>
const soughtIn = (query: Query): Sought => ({ ...query, from: query.from as Day, to: query.to as Day })

function searching(app: FastifyInstance, ground: Ground): void {
  const { read, download } = doorsOf(app, ground)
  const called = routesCalled(ground.policy)
  const presenter = async (tx: Tx, officeId: string) => {
    const names = await unitNamesOf(tx, officeId)
    return (entry: AuditEntry) => presentEntry(ground.policy, names, entry)
  }

  read('GET /api/audit', { query: contract.auditQuery, reply: contract.auditPage }, async ({ office, query }, tx) => {
    const search = await searchOf(tx, office.id, soughtIn(query), called)
    const found = await search.page(pageSize + 1, query.before)
    const rows = found.slice(0, pageSize).map(await presenter(tx, office.id))
    return accept({
      rows,
      before: found.length > pageSize ? (rows.at(-1)?.seq ?? null) : null,
      total: query.before === undefined ? await search.count() : null,
      beforeChain: await beforeChainOf(tx, office.id),
    })
  })

  download(
    'GET /api/audit/sheet',
    { params: z.object({}), query: contract.auditSheetQuery },
    async ({ office, query }, tx) => {
      const search = await searchOf(tx, office.id, soughtIn(query), called)
      const total = await search.count()
      if (total > sheetRowsMax) return reject(auditorProblems('audit.too_many_rows', { total, most: sheetRowsMax }))
      const rows = (await search.page(sheetRowsMax)).map(await presenter(tx, office.id))
      return accept({
        name: `${office.name}审计日志.${query.format}`,
        bytes: await sheetOf(query.format, letterheadOf(office), rows),
      })
    },
  )

  read('GET /api/audit/reads', { query: contract.readsQuery, reply: contract.readsPage }, async (ask, tx) => {
    await ground.reads.flush()
    const on = ask.query.on ?? dayOf(ask.now)
    const rows = await readsOn(tx, ask.office.id, on)
    const labelOf = (route: string) => ground.policy.get(route)?.label ?? { zh: route, en: route }
    return accept({ on, rows: rows.map(({ route, count }) => ({ route, label: labelOf(route), count })) })
  })
}

/** The file goes out as it is read; who repeats the request gets the same records again. */
function exporting(app: FastifyInstance, ground: Ground): void {
  app.post('/api/audit/export', { config: { givesFile: true } }, async (request, reply) => {
    const found = await letIn(request, ground, exportRoute)
    if (!found.ok) return sendProblem(reply, found.problem)
    const { seat, office } = found.value
    const idempotencyKey = keyOf(request)
    if (!idempotencyKey) return sendProblem(reply, platformProblems('request.key_missing', {}))
    const command = { seat, route: exportRoute, object: '/api/audit/export', idempotencyKey, request: null, detail: {} }
    const done = await runCommand({ db: ground.db, clock: office.clock }, command, async (tx) =>
      accept({ through: (await headOf(tx, office.id)).seq }),
    )
    if (!done.ok) return sendProblem(reply, done.problem)
    const { through } = done.value.body as { readonly through: number }
    const name = `${office.name}审计日志-${through}.jsonl`
    return attach(reply, office, name).send(exportLog(ground.db, office.id, through))
  })
}

/** Search, checkpoints and export of the audit log. To look at it is an act of its own, and goes on record. */
export function auditRoutes(app: FastifyInstance, ground: Ground, kept: Kept): void {
  searching(app, ground)
  checkpointRoutes(app, ground, kept)
  exporting(app, ground)
}
