import { readFile } from 'node:fs/promises'
import * as contract from '@guatu/contract'
import { accept, day, type Result, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { downloads, evidenceById } from '../evidence/index.ts'
import type { Approval } from '../platform/approval.ts'
import type { Tx } from '../platform/db.ts'
import type { FileStore } from '../platform/files.ts'
import { type Ask, doorsOf, type Ground, versionConflict } from '../platform/http.ts'
import { todayOf } from '../platform/office.ts'
import { mayUse } from '../platform/policy.ts'
import { seatsOf } from '../platform/seat.ts'
import { changedSince } from './changed.ts'
import { confirmPaper, whyNotTheirs } from './confirm-paper.ts'
import { enterPaper, holdPaper } from './enter-paper.ts'
import { mayDo, presentPapers } from './present.ts'
import { approvalProblems } from './problems.ts'
import { type Declared, declaredBy, readApproval } from './read-approval.ts'
import { isSeen, paperUnseen } from './seeing.ts'
import { addEnd, type KeptPaper, paperById, papersOf, stateOf, versionOf } from './store.ts'

const byId = z.object({ id: contract.id })
const shownMax = 200

type Looking = Pick<Ask, 'office' | 'seat' | 'now'>

async function seen(tx: Tx, declared: Declared, { office, seat }: Looking, id: string): Promise<Result<KeptPaper>> {
  const paper = await paperById(tx, office.id, id)
  return paper && isSeen(declared, seat)(paper) ? accept(paper) : reject(paperUnseen())
}

async function detail(
  tx: Tx,
  declared: Declared,
  ask: Looking,
  paper: KeptPaper,
): Promise<Result<z.input<typeof contract.paperDetail>>> {
  const [shown] = await presentPapers(tx, ask.office.id, declared, ask.seat, [paper])
  if (!shown) return reject(paperUnseen())
  const read = readApproval(declared, paper)
  const changed = paper.end === null && read.ok ? await changedSince(tx, ask, read.value, paper.shown) : accept([])
  const { params, body, version: seenVersion } = paper
  return accept({
    ...shown,
    params: { ...params },
    body,
    seenVersion,
    changed: changed.ok
      ? changed.value
      : [{ label: { zh: '内容', en: 'the thing' }, was: paper.shown.title, now: changed.problem.says }],
  })
}

/** The paper that a change is about, when it still stands as the caller saw it and is in a state that lets the caller. */
async function standing(
  tx: Tx,
  declared: Declared,
  ask: Looking & Pick<Ask, 'permit' | 'version'>,
  id: string,
): Promise<Result<KeptPaper>> {
  await holdPaper(tx, id)
  const paper = await seen(tx, declared, ask, id)
  if (!paper.ok) return paper
  const thing = { unitId: null, enteredBy: paper.value.enteredBy }
  const forbidden = ask.permit(thing)
  if (forbidden) return reject(forbidden)
  const current = versionOf(paper.value)
  if (ask.version !== current) {
    const [now] = await presentPapers(tx, ask.office.id, declared, ask.seat, [paper.value])
    return versionConflict(ask.version, current, { standing: now })
  }
  const problem = ask.permit({ ...thing, state: stateOf(paper.value) })
  return problem ? reject(problem) : paper
}

async function shownAgain(tx: Tx, declared: Declared, ask: Looking, id: string) {
  const paper = await paperById(tx, ask.office.id, id)
  return paper ? detail(tx, declared, ask, paper) : reject(paperUnseen())
}

/** Approvals that were signed on paper: entered by one person, confirmed by another, carried out as the signer's act. */
export function approvalRoutes(
  app: FastifyInstance,
  ground: Ground,
  approvals: readonly Approval[],
  files: FileStore,
): void {
  const declared = declaredBy(approvals, ground)
  const { read, write } = doorsOf(app, ground)

  read(
    'GET /api/paper-approvals',
    { query: contract.papersQuery, reply: contract.papers },
    async ({ office, seat, query }, tx) => {
      const found = (await papersOf(tx, office.id, query.state)).filter(isSeen(declared, seat))
      const waiting = query.state === 'waiting' ? found : await papersOf(tx, office.id, 'waiting')
      const toConfirm = waiting.filter((paper) => mayDo(declared, seat, paper).includes('confirm')).length
      const papers = await presentPapers(tx, office.id, declared, seat, found.slice(0, shownMax))
      return accept({ papers, toConfirm })
    },
  )

  read('GET /api/paper-approvals/:id', { params: byId, reply: contract.paperDetail }, async (ask, tx) => {
    const paper = await seen(tx, declared, ask, ask.params.id)
    return paper.ok ? detail(tx, declared, ask, paper.value) : paper
  })

  downloads(app, ground, ({ download }) =>
    download('GET /api/paper-approvals/:id/scan', { params: byId }, async (ask, tx) => {
      const paper = await seen(tx, declared, ask, ask.params.id)
      if (!paper.ok) return paper
      const [scan] = await evidenceById(tx, ask.office.id, [paper.value.scanId])
      if (!scan) return reject(paperUnseen())
      return accept({ name: scan.name, bytes: await readFile(files.pathOf(scan.sha256)) })
    }),
  )

  read('GET /api/paper-signers', { query: contract.signersQuery, reply: contract.signers }, async (ask, tx) => {
    const { route, on = todayOf(ask.office) } = ask.query
    if (route && !declared.approvalOf(route)) return reject(approvalProblems('approval.not_declared', { route }))
    const opening = approvals.filter((one) => !route || one.route === route).map((one) => declared.rowOf(one.route))
    const seats = await seatsOf(tx, ask.office.id, day(on))
    const signers = seats.filter(({ duties }) => opening.some((row) => mayUse(row, duties)))
    return accept({
      signers: signers.map(({ officerId, postId, name, post, unit }) => ({ officerId, postId, name, post, unit })),
    })
  })

  write(
    'POST /api/paper-approvals',
    { body: contract.newPaper, reply: contract.paperDetail, status: 201 },
    async (ask, tx) => {
      const id = await enterPaper(tx, ask, declared, ask.body)
      return id.ok ? shownAgain(tx, declared, ask, id.value) : id
    },
  )

  write(
    'POST /api/paper-approvals/:id/confirm',
    { params: byId, body: z.strictObject({}), reply: contract.paperDetail },
    async (ask, tx) => {
      const paper = await standing(tx, declared, ask, ask.params.id)
      if (!paper.ok) return paper
      const done = await confirmPaper(tx, ask, declared, paper.value)
      return done.ok ? shownAgain(tx, declared, ask, ask.params.id) : done
    },
  )

  const because = { params: byId, body: contract.returnPaper, reply: contract.paperDetail }
  const ending =
    (kind: 'returned' | 'withdrawn') => async (ask: Ask<{ id: string }, unknown, { because: string }>, tx: Tx) => {
      const paper = await standing(tx, declared, ask, ask.params.id)
      if (!paper.ok) return paper
      const theirs = kind === 'returned' ? whyNotTheirs(declared, ask.seat, paper.value) : null
      if (theirs) return reject(theirs)
      const end = { kind, at: ask.now, by: ask.seat.officerId, because: ask.body.because }
      await addEnd(tx, ask.office.id, ask.params.id, end)
      return shownAgain(tx, declared, ask, ask.params.id)
    }
  write('POST /api/paper-approvals/:id/return', because, ending('returned'))
  write('POST /api/paper-approvals/:id/withdraw', because, ending('withdrawn'))
}
