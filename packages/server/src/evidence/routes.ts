import { readFile } from 'node:fs/promises'
import * as contract from '@guatu/contract'
import { factProblems, stateOf } from '@guatu/core/fact'
import { accept, type Result, reject } from '@guatu/core/shared'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { chainOf, closedTo, type KeptEntry, keepStatesStill, type Registers, refusedBy } from '../fact/index.ts'
import { officersOf } from '../office/index.ts'
import type { Tx } from '../platform/db.ts'
import type { FileStore } from '../platform/files.ts'
import { type Ask, doorsOf, type Ground } from '../platform/http.ts'
import { evidenceBytesMax, filesMax } from './limits.ts'
import { evidenceProblems } from './problems.ts'
import { addEvidence, attach, entriesWith, evidenceById, evidenceOfEntry, presentEvidence } from './store.ts'
import { sweepDaily } from './sweep.ts'
import { type Outcome, takeIn } from './take-in.ts'

/** Opens doors out of which brought files come. Our own pages' rules are not these files' rules: whatever a browser makes of one, it runs nothing and loads nothing. */
export function downloads(
  app: FastifyInstance,
  ground: Ground,
  open: (doors: Pick<ReturnType<typeof doorsOf>, 'download'>) => void,
): void {
  void app.register(async (apart) => {
    apart.addHook('onSend', async (_request, reply, payload) => {
      void reply.header('content-security-policy', "sandbox; default-src 'none'").header('cache-control', 'no-store')
      return payload
    })
    open(doorsOf(apart, ground))
  })
}

const byId = z.object({ id: contract.id })
const partLimits = { fileSize: evidenceBytesMax + 1, files: filesMax, fields: 0 }

/** Brings every file of a request to the disk, one after the other as they arrive. Nothing names them yet. */
async function bring(request: FastifyRequest, files: FileStore) {
  const outcomes: Outcome[] = []
  for await (const part of request.files({ limits: partLimits }))
    outcomes.push(...(await takeIn(files, part.filename ?? '', part.file)))
  if (outcomes.length === 0) return reject(evidenceProblems('evidence.none', {}))
  const told = outcomes.map(({ name, taken }) => [name, taken.ok ? taken.value.sha256 : taken.problem.code])
  return accept({ value: outcomes, request: told })
}

const bringingOf = ({ office, seat, now }: Pick<Ask, 'office' | 'seat' | 'now'>) => ({
  officeId: office.id,
  officerId: seat.officerId,
  now,
})

/** The routes of evidence: files come in, are put to rows, and go out again only as attachments. */
export function evidenceRoutes(app: FastifyInstance, ground: Ground, files: FileStore, registers: Registers): void {
  sweepDaily(app, files, ground.db, ground.clock)
  const { read, write, upload } = doorsOf(app, ground)

  const entryOf = async (tx: Tx, ask: Pick<Ask, 'office' | 'now'>, id: string) => {
    const rows = await chainOf(tx, ask.office.id, id)
    const entry = rows.find((row) => row.id === id)
    return entry ? { entry, state: stateOf(entry, rows, ask.now) } : null
  }
  const thingOf = ({ unitId, enteredBy }: KeptEntry) => ({ unitId, enteredBy })
  /** Why the register of a row keeps it from whoever asks, or null. */
  const keptBack = async (tx: Tx, { office, seat }: Pick<Ask, 'office' | 'seat'>, entry: KeptEntry) => {
    const register = await registers.of(tx, office.id, entry.register)
    return register.ok ? refusedBy(register.value, 'read', seat, thingOf(entry)) : register.problem
  }
  const listOf = async (tx: Tx, officeId: string, entryId: string): Promise<Result<contract.EvidenceList>> => {
    const present = presentEvidence(await officersOf(tx, officeId))
    return accept({ evidence: (await evidenceOfEntry(tx, officeId, entryId)).map(present) })
  }

  upload(
    'POST /api/evidence',
    { reply: contract.evidenceBrought },
    (request) => bring(request, files),
    async (ask, tx) => {
      const brought: readonly Outcome[] = ask.body
      const present = presentEvidence(await officersOf(tx, ask.office.id))
      const told: contract.EvidenceBrought['files'] = []
      for (const { name, taken } of brought) {
        const isThere = taken.ok && files.touch(taken.value.sha256)
        if (isThere) {
          const kept = await addEvidence(tx, bringingOf(ask), taken.value)
          told.push({ name, evidence: present(kept), problem: null })
        } else {
          told.push({
            name,
            evidence: null,
            problem: taken.ok ? evidenceProblems('evidence.unknown', {}) : taken.problem,
          })
        }
      }
      return accept({ files: told })
    },
  )

  write(
    'POST /api/entries/:id/evidence',
    { params: byId, body: contract.attachEvidence, reply: contract.evidenceList },
    async (ask, tx) => {
      // A row that somebody is just verifying takes no evidence any more: they have not looked at it.
      await keepStatesStill(tx, ask.office.id)
      const found = await entryOf(tx, ask, ask.params.id)
      if (!found) return reject(factProblems('fact.entry_unknown', {}))
      const register = await registers.of(tx, ask.office.id, found.entry.register)
      if (!register.ok) return register
      const closed = closedTo(register.value, 'read', ask.seat)
      const forbidden = closed ?? ask.permit({ ...thingOf(found.entry), state: found.state })
      if (forbidden) return reject(forbidden)
      const ids = [...new Set(ask.body.ids)]
      const known = await evidenceById(tx, ask.office.id, ids)
      // What somebody else has brought and put nowhere yet is theirs to put.
      const isTheirs = known.every(({ addedBy }) => addedBy === ask.seat.officerId)
      if (known.length < ids.length || !isTheirs) return reject(evidenceProblems('evidence.unknown', {}))
      await attach(tx, bringingOf(ask), found.entry.id, ids)
      return listOf(tx, ask.office.id, found.entry.id)
    },
  )

  read('GET /api/entries/:id/evidence', { params: byId, reply: contract.evidenceList }, async (ask, tx) => {
    const found = await entryOf(tx, ask, ask.params.id)
    if (!found) return reject(factProblems('fact.entry_unknown', {}))
    const forbidden = ask.permit(thingOf(found.entry)) ?? (await keptBack(tx, ask, found.entry))
    return forbidden ? reject(forbidden) : listOf(tx, ask.office.id, found.entry.id)
  })

  /** Whether somebody may see a file: who brought it, and whoever sees a row that it stands behind. */
  const isSeen = async (tx: Tx, ask: Ask, evidence: { readonly id: string; readonly addedBy: string }) => {
    const reach = ask.reach()
    if (evidence.addedBy === ask.seat.officerId) return true
    for (const entryId of await entriesWith(tx, ask.office.id, evidence.id)) {
      const found = await entryOf(tx, ask, entryId)
      if (found && reach(thingOf(found.entry)) && (await keptBack(tx, ask, found.entry)) === null) return true
    }
    return false
  }

  downloads(app, ground, ({ download }) =>
    download('GET /api/evidence/:id', { params: byId }, async (ask, tx) => {
      const [evidence] = await evidenceById(tx, ask.office.id, [ask.params.id])
      const isOpen = evidence !== undefined && (await isSeen(tx, ask as Ask, evidence))
      if (!isOpen) return reject(evidenceProblems('evidence.unknown', {}))
      return accept({ name: evidence.name, bytes: await readFile(files.pathOf(evidence.sha256)) })
    }),
  )
}
