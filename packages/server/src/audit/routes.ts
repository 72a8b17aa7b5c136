import * as contract from '@guatu/contract'
import { type AuditEntry, type Checkpoint, inGroups } from '@guatu/core/audit'
import { accept, type Day } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { writeAudit } from '../platform/audit.ts'
import { lastCheckpoint } from '../platform/audit/checkpoints.ts'
import { beforeChainOf } from '../platform/audit/entries.ts'
import { headOf } from '../platform/audit/head.ts'
import { runCommand } from '../platform/command.ts'
import { doorsOf, type Ground, keyOf, letIn, sendProblem } from '../platform/http.ts'
import { platformProblems } from '../platform/problems.ts'
import { exportLog } from './export.ts'
import { pageSize, type Sought, searchAudit } from './search.ts'

// What was looked for goes on record, with nothing that was left out.
const said = (sought: Sought): Record<string, string | number> =>
  Object.fromEntries(Object.entries(sought).filter((one): one is [string, string | number] => one[1] !== undefined))

const searchRoute = 'GET /api/audit'
const exportRoute = 'POST /api/audit/export'

const shown = ({ policy }: Ground, entry: AuditEntry): contract.AuditRow => {
  const { seq, at, officerId, officerName, post, address, requestId, route, object, outcome, problemCode } = entry
  const label = policy.get(route)?.label ?? { zh: route, en: route }
  const { detail } = entry
  return {
    seq,
    at,
    officerId,
    officerName,
    post,
    address,
    requestId,
    route,
    label,
    object,
    outcome,
    problemCode,
    detail,
  }
}

function searching(app: FastifyInstance, ground: Ground): void {
  const { read } = doorsOf(app, ground)
  read(searchRoute, { query: contract.auditQuery, reply: contract.auditPage }, async (ask, tx) => {
    const sought: Sought = { ...ask.query, from: ask.query.from as Day, to: ask.query.to as Day }
    const found = await searchAudit(tx, ask.office.id, sought)
    const rows = found.slice(0, pageSize).map((entry) => shown(ground, entry))
    const beforeChain = await beforeChainOf(tx, ask.office.id)
    const record = { route: searchRoute, object: '/api/audit', outcome: 'read', problemCode: null } as const
    await writeAudit(tx, ask.seat, { ...record, at: ask.now, detail: said(sought) })
    return accept({ rows, before: found.length > pageSize ? (rows.at(-1)?.seq ?? null) : null, beforeChain })
  })
}

const printed = ({ size, at, suite, root, head }: Checkpoint) => ({
  size,
  at,
  suite,
  root: inGroups(root),
  head: inGroups(head),
})

function checkpoint(app: FastifyInstance, ground: Ground): void {
  const { read } = doorsOf(app, ground)
  read('GET /api/audit/checkpoint', { reply: contract.auditCheckpoint }, async ({ office }, tx) => {
    const { seq } = await headOf(tx, office.id)
    const last = await lastCheckpoint(tx, office.id)
    return accept({ office: office.name, records: seq, checkpoint: last ? printed(last.checkpoint) : null })
  })
}

/** The file goes out as it is read; who repeats the request gets the same records again. */
function exporting(app: FastifyInstance, ground: Ground): void {
  app.post('/api/audit/export', async (request, reply) => {
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
    const name = encodeURIComponent(`${office.name}审计日志-${through}.jsonl`)
    return reply
      .header('content-type', 'application/octet-stream')
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .header('x-content-type-options', 'nosniff')
      .send(exportLog(ground.db, office.id, through))
  })
}

/** Search, checkpoint and export of the audit log. To look at it is an act of its own, and goes on record. */
export function auditRoutes(app: FastifyInstance, ground: Ground): void {
  searching(app, ground)
  checkpoint(app, ground)
  exporting(app, ground)
}
