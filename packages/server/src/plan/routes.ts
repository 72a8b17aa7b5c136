import { createHash } from 'node:crypto'
import * as contract from '@guatu/contract'
import { checkDecision, type Decision, firstVersion, reviewProblems } from '@guatu/core/plan'
import { accept, day, type Result, reject } from '@guatu/core/shared'
import type { ReportText } from '@guatu/core/text'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Tx } from '../platform/db.ts'
import { type Ask, doorsOf, type Ground, versionConflict } from '../platform/http.ts'
import { newId } from '../platform/ids.ts'
import { platformProblems } from '../platform/problems.ts'
import { readForm } from '../platform/schema.ts'
import { type Adopter, adoptSource, freezeVersion } from './adopt-source.ts'
import { planAsOf } from './plan-store.ts'
import { presentReview, presentSource, type WordsFor } from './present.ts'
import { type Settling, settleTarget } from './settle-target.ts'
import { addDecision, addSource, fileOf, type NewSource, sourcesOf, underReview } from './source-store.ts'

export interface PlanNeeds {
  readonly readFile: (bytes: Uint8Array, name: string) => Promise<Result<ReportText>>
  readonly readWords: (words: string) => ReportText
  readonly wordsFor: WordsFor
}

const byId = z.object({ id: contract.id })
const byYear = z.object({ year: z.coerce.number().int().min(2000).max(2100) })
const versionMade = z.object({ year: z.int(), version: z.int() })

const uploadFields = z.object({
  year: z.coerce.number().int().min(2000).max(2100),
  sourceKind: contract.sourceKind.default('report'),
  title: z.string().max(120).default(''),
  datedOn: contract.day,
  series: z.string().max(120).default(''),
})

type Upload = z.output<typeof uploadFields> & { report: ReportText; fileName: string; bytes: Buffer; sha256: string }

const noFile = () =>
  reject(
    platformProblems('request.invalid', {
      where: '文件',
      whereEn: 'the file',
      why: '没有附文件',
      whyEn: 'there is none',
    }),
  )

/** Reads the parts of an upload and the document in it, before anything is kept. */
async function receive(
  request: FastifyRequest,
  readFile: PlanNeeds['readFile'],
): Promise<Result<{ value: Upload; request: unknown }>> {
  const fields: Record<string, string> = {}
  let file: { name: string; bytes: Buffer } | null = null
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { name: part.filename, bytes: await part.toBuffer() }
    else fields[part.fieldname] = String(part.value)
  }
  if (!file) return noFile()
  const read = readForm(uploadFields, fields)
  if (!read.ok) return read
  const report = await readFile(file.bytes, file.name)
  if (!report.ok) return report
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const value = { ...read.value, report: report.value, fileName: file.name, bytes: file.bytes, sha256 }
  return accept({ value, request: [read.value, file.name, sha256] })
}

const sourceFrom = (upload: Upload, ask: Ask): NewSource => ({
  id: newId(),
  year: upload.year,
  kind: upload.sourceKind,
  title: upload.title || upload.fileName,
  series: upload.series,
  datedOn: day(upload.datedOn),
  fileName: upload.fileName,
  fileSha256: upload.sha256,
  fileBytes: upload.bytes,
  report: upload.report,
  receivedAt: ask.now,
  receivedBy: ask.seat.officerId,
})

const adopterOf = ({ office, seat, now }: Ask): Adopter => ({ officeId: office.id, officerId: seat.officerId, now })

export function planRoutes(app: FastifyInstance, ground: Ground, { readFile, readWords, wordsFor }: PlanNeeds): void {
  const { read, write, upload, download } = doorsOf(app, ground)
  const found = async (tx: Tx, officeId: string, id: string) => {
    const source = await underReview(tx, officeId, id)
    return source ? accept(source) : reject(platformProblems('request.not_found', { what: '这份材料' }))
  }

  read(
    'GET /api/sources',
    {
      query: z.object({ year: byYear.shape.year.optional() }),
      reply: z.object({ sources: z.array(contract.sourceRow) }),
    },
    async ({ office, query }, tx) => {
      const rows: contract.SourceRow[] = []
      for (const source of await sourcesOf(tx, office.id, query.year)) {
        const under = await underReview(tx, office.id, source.id)
        if (under) rows.push(presentSource(source, under.review.tasks.length, under.review.version, under.adoptedAs))
      }
      return accept({ sources: rows })
    },
  )

  upload(
    'POST /api/sources',
    { reply: contract.sourceRow },
    (request) => receive(request, readFile),
    async (ask, tx) => {
      const source = sourceFrom(ask.body, ask)
      await addSource(tx, ask.office.id, source)
      const under = await underReview(tx, ask.office.id, source.id)
      return accept(presentSource(source, under?.review.tasks.length ?? 0, 0, null))
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
      const under = await found(tx, ask.office.id, ask.params.id)
      if (!under.ok) return under
      const { review, source } = under.value
      if (under.value.adoptedAs) return reject(reviewProblems('review.adopted', { version: under.value.adoptedAs }))
      if (ask.version !== review.version) return versionConflict(ask.version, review.version)
      const decision = checkDecision(review, ask.body as Decision, source.report.text.length)
      if (!decision.ok) return decision
      await addDecision(tx, ask.office.id, source.id, review.version + 1, decision.value, {
        officerId: ask.seat.officerId,
        at: ask.now,
      })
      const after = await found(tx, ask.office.id, source.id)
      return after.ok ? accept(presentReview(after.value, wordsFor)) : after
    },
  )

  write('POST /api/sources/:id/adopt', { params: byId, body: contract.adopt, reply: versionMade }, async (ask, tx) => {
    const under = await found(tx, ask.office.id, ask.params.id)
    if (!under.ok) return under
    const { review } = under.value
    if (ask.version !== review.version) return versionConflict(ask.version, review.version)
    const { adoptedOn, paperNumber, withOpen } = ask.body
    return adoptSource(tx, adopterOf(ask as Ask), under.value, { adoptedOn: day(adoptedOn), paperNumber, withOpen })
  })

  read('GET /api/plans', { reply: z.object({ years: z.array(versionMade) }) }, async ({ office }, tx) => {
    const years = await tx
      .selectFrom('planVersion')
      .where('officeId', '=', office.id)
      .select(['year', 'version'])
      .orderBy('year', 'desc')
      .orderBy('version', 'desc')
      .execute()
    return accept({ years: years.filter((row, i) => years[i - 1]?.year !== row.year) })
  })

  write(
    'POST /api/plans/:year/tasks',
    { params: byYear, body: contract.addTask, reply: versionMade, status: 201 },
    async (ask, tx) => {
      const before = await planAsOf(tx, ask.office.id, ask.params.year, ask.now)
      if (!before) return reject(reviewProblems('plan.version_unknown', { year: ask.params.year }))
      if (ask.version !== before.version) return versionConflict(ask.version, before.version)
      const { body } = ask
      if (before.plan.tasks.some((task) => task.number === body.number))
        return reject(reviewProblems('plan.number_taken', { number: body.number }))
      const report = readWords(`${body.number}.${body.words}`)
      const bytes = Buffer.from(body.words, 'utf8')
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const source = sourceFrom(
        {
          ...body,
          year: ask.params.year,
          title: body.sourceTitle,
          series: '',
          report,
          fileName: '手工录入.txt',
          bytes,
          sha256,
        },
        ask as Ask,
      )
      await addSource(tx, ask.office.id, source)
      const under = await found(tx, ask.office.id, source.id)
      if (!under.ok) return under
      if (under.value.review.tasks.length === 0) return reject(reviewProblems('review.nothing_read', {}))
      const fresh = firstVersion(under.value.reading, under.value.review, report.text, source.id)
      const placed = {
        ...fresh,
        tasks: fresh.tasks.map((task) => ({ ...task, number: body.number, area: body.area })),
        areas: before.plan.areas,
      }
      const about = { adoptedOn: day(body.datedOn), paperNumber: '' }
      return accept(await freezeVersion(tx, adopterOf(ask as Ask), source, placed, about))
    },
  )

  write(
    'POST /api/targets/:id/settle',
    { params: byId, body: contract.settle, reply: versionMade },
    async (ask, tx) => {
      const { to, because, adoptedOn, paperNumber } = ask.body
      const settling = {
        targetId: ask.params.id,
        to: to as Settling['to'],
        because,
        adoptedOn: day(adoptedOn),
        paperNumber,
      }
      return settleTarget(tx, adopterOf(ask as Ask), { ...settling, version: ask.version })
    },
  )
}
