import * as contract from '@guatu/contract'
import { lineOf } from '@guatu/core/audit'
import { accept, type Day, dayOf, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { archivedRecords, type CapacityLimits, freeMegabytes, logMegabytes } from '../platform/audit/capacity.ts'
import { checkpointIfDue, checkpointsThrough, lastCheckpoint } from '../platform/audit/checkpoints.ts'
import { headOf } from '../platform/audit/head.ts'
import { keepLine } from '../platform/audit/keep-checkpoints.ts'
import { lastWitnessed, waitingSince, witnessOf, witnessStop } from '../platform/audit/witness.ts'
import type { Tx } from '../platform/db.ts'
import { type Ask, doorsOf, type Ground } from '../platform/http.ts'
import { checkpointsBefore, notePrinted } from './checkpoint-store.ts'
import { printed } from './present.ts'
import { auditorProblems } from './problems.ts'

const pageSize = 50
const bySize = z.object({ size: z.coerce.number().int().positive() })

async function witnessState({ witnessHours }: Ground, tx: Tx, { office, now }: Ask) {
  const witness = await witnessOf(tx, office.id)
  const hoursMax = witnessHours(dayOf(now))
  return {
    folder: witness?.folder ?? null,
    since: witness?.since ?? null,
    lastAt: (await lastWitnessed(tx, office.id))?.at ?? null,
    waitingSince: await waitingSince(tx, office.id),
    hoursMax,
    stopped: (await witnessStop(tx, office, now, hoursMax)) !== null,
  }
}

async function capacityState(tx: Tx, officeId: string, on: Day, { limitsOn, dataFolder }: Kept) {
  const limits = limitsOn(on)
  return {
    logMegabytes: await logMegabytes(tx),
    logMegabytesMax: limits.logMegabytes,
    archivedRecords: await archivedRecords(tx, officeId),
    diskMegabytes: dataFolder === null ? null : await freeMegabytes(dataFolder),
    diskMegabytesMin: limits.diskMegabytes,
  }
}

/** Where the checkpoints are kept beside the database, and what the log may take up. */
export interface Kept {
  readonly dataFolder: string | null
  readonly limitsOn: (on: Day) => CapacityLimits
}

/** The checkpoints of the log: their list, one made now, one noted as printed, and all of them as a file to carry away. */
export function checkpointRoutes(app: FastifyInstance, ground: Ground, kept: Kept): void {
  const { dataFolder } = kept
  const { read, write, download } = doorsOf(app, ground)

  read('GET /api/audit/checkpoint', { reply: contract.auditCheckpoint }, async ({ office }, tx) => {
    const { seq } = await headOf(tx, office.id)
    const last = await lastCheckpoint(tx, office.id)
    return accept({ office: office.name, records: seq, checkpoint: last ? printed(last.checkpoint) : null })
  })

  read(
    'GET /api/audit/checkpoints',
    { query: contract.checkpointsQuery, reply: contract.auditCheckpoints },
    async (ask, tx) => {
      const found = await checkpointsBefore(tx, ask.office.id, pageSize + 1, ask.query.before)
      const checkpoints = found.slice(0, pageSize)
      const { seq } = await headOf(tx, ask.office.id)
      const before = found.length > pageSize ? (checkpoints.at(-1)?.size ?? null) : null
      const witness = await witnessState(ground, tx, ask as Ask)
      const capacity = await capacityState(tx, ask.office.id, dayOf(ask.now), kept)
      return accept({ office: ask.office.name, records: seq, checkpoints, before, witness, capacity })
    },
  )

  write(
    'POST /api/audit/checkpoints',
    { body: z.strictObject({}), reply: contract.checkpointMade, status: 201 },
    async ({ office, now }, tx) => {
      const keep = (line: string) => (dataFolder ? keepLine(dataFolder, office.id, line) : Promise.resolve())
      const made = await checkpointIfDue(tx, office.id, now, { records: 1, milliseconds: 0 }, keep)
      return accept({ size: made?.size ?? null })
    },
  )

  write(
    'POST /api/audit/checkpoints/:size/printed',
    { params: bySize, body: z.strictObject({}), reply: z.object({ size: z.int() }) },
    async ({ office, seat, now, params: { size } }, tx) => {
      const noted = await notePrinted(tx, office.id, size, seat.officerId, now)
      if (noted === 'unknown') return reject(auditorProblems('audit.checkpoint_unknown', { size }))
      if (noted === 'taken') return reject(auditorProblems('audit.checkpoint_taken', { size }))
      return accept({ size })
    },
  )

  download('GET /api/audit/checkpoints/file', { params: z.object({}) }, async ({ office }, tx) => {
    const { seq } = await headOf(tx, office.id)
    const lines = (await checkpointsThrough(tx, office.id, seq)).map((value) => lineOf({ kind: 'checkpoint', value }))
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
    return accept({ name: `${office.name}审计检查点.jsonl`, bytes })
  })
}
