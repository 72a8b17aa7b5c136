import * as contract from '@guatu/contract'
import { checkDecision, type Decision, reviewProblems, wrongDatedDay } from '@guatu/core/plan'
import { accept, type Result, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Tx } from '../platform/db.ts'
import { type Ask, doorsOf, type Ground } from '../platform/http.ts'
import { todayOf } from '../platform/office.ts'
import { platformProblems } from '../platform/problems.ts'
import { holdPlans } from './plan-store.ts'
import { presentReview, presentSource, type WordsFor } from './present.ts'
import type { ReadPaper } from './read-paper.ts'
import { receive, sourceFrom } from './receive.ts'
import { byId, found, overtaken } from './reviewing.ts'
import { addDecision, addSource, fileOf, sourcesUnderReview, type UnderReview } from './source-store.ts'

const sourcesQuery = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() })

/** Takes a decision down where it fits the review that its maker had seen. */
async function decide(tx: Tx, ask: Ask, under: UnderReview, asked: Decision): Promise<Result<UnderReview>> {
  const { review, source, adoptedAs } = under
  if (adoptedAs) return reject(reviewProblems('review.adopted', { version: adoptedAs }))
  if (ask.version !== review.version) return overtaken(tx, ask, under)
  const decision = checkDecision(review, asked, source.report.text.length)
  if (!decision.ok) return decision
  const by = { officerId: ask.seat.officerId, at: ask.now }
  await addDecision(tx, ask.office.id, source.id, review.version + 1, decision.value, by)
  return found(tx, ask.office.id, source.id)
}

/** Papers as they come in, and the review of each. */
export function sourceRoutes(
  app: FastifyInstance,
  ground: Ground,
  { readPaper, wordsFor }: { readonly readPaper: ReadPaper; readonly wordsFor: WordsFor },
): void {
  const { read, write, upload, download } = doorsOf(app, ground)

  read(
    'GET /api/sources',
    { query: sourcesQuery, reply: z.object({ sources: z.array(contract.sourceRow) }) },
    async ({ office, query }, tx) => {
      const listed = await sourcesUnderReview(tx, office.id, query.year)
      if (!listed.ok) return listed
      const rows = listed.value.map(({ source, review, adoptedAs }) => presentSource(source, review, adoptedAs))
      return accept({ sources: rows })
    },
  )

  upload(
    'POST /api/sources',
    { reply: contract.sourceRow },
    (request) => receive(request, readPaper),
    async (ask, tx) => {
      const source = sourceFrom(ask.body, ask)
      const wrong = wrongDatedDay(source.datedOn, todayOf(ask.office))
      if (wrong) return reject(wrong)
      await addSource(tx, ask.office.id, source)
      const under = await found(tx, ask.office.id, source.id)
      return under.ok ? accept(presentSource(source, under.value.review, null)) : under
    },
  )

  read('GET /api/sources/:id', { params: byId, reply: contract.review }, async ({ office, params }, tx) => {
    const under = await found(tx, office.id, params.id)
    return under.ok ? accept(presentReview(under.value, wordsFor)) : under
  })

  download('GET /api/sources/:id/file', { params: byId }, async ({ office, params }, tx) => {
    const file = await fileOf(tx, office.id, params.id)
    return file
      ? accept({ name: file.fileName, bytes: file.fileBytes })
      : reject(platformProblems('request.not_found', { what: '这份原件' }))
  })

  write(
    'POST /api/sources/:id/decisions',
    { params: byId, body: contract.decision, reply: contract.review },
    async (ask, tx) => {
      await holdPlans(tx, ask.office.id)
      const under = await found(tx, ask.office.id, ask.params.id)
      if (!under.ok) return under
      const after = await decide(tx, ask as Ask, under.value, ask.body as Decision)
      return after.ok ? accept(presentReview(after.value, wordsFor)) : after
    },
  )
}
