import * as contract from '@guatu/contract'
import { accept, day, type Result, reject } from '@guatu/core/shared'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Ask } from '../platform/http.ts'
import { newId } from '../platform/ids.ts'
import { partsOf, sha256Of } from '../platform/parts.ts'
import { platformProblems } from '../platform/problems.ts'
import { readForm } from '../platform/schema.ts'
import type { PaperRead, ReadPaper } from './read-paper.ts'
import type { NewSource, SourceKind } from './source-store.ts'

const uploadFields = z.object({
  year: z.coerce.number().int().min(2000).max(2100),
  sourceKind: contract.sourceKind.default('report'),
  title: z.string().max(120).default(''),
  datedOn: contract.day,
  series: z.string().max(120).default(''),
})

/** A paper as it came in, with what was said about it and the words read out of it. */
export interface Upload extends PaperRead {
  readonly year: number
  readonly sourceKind: SourceKind
  readonly title: string
  readonly datedOn: string
  readonly series: string
  readonly fileName: string
  readonly bytes: Buffer
}

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
export async function receive(
  request: FastifyRequest,
  readPaper: ReadPaper,
): Promise<Result<{ value: Upload; request: unknown }>> {
  const { fields, file } = await partsOf(request)
  if (!file) return noFile()
  const read = readForm(uploadFields, fields)
  if (!read.ok) return read
  const paper = await readPaper(file.bytes, file.name)
  if (!paper.ok) return paper
  const value = { ...read.value, ...paper.value, fileName: file.name, bytes: file.bytes }
  return accept({ value, request: [read.value, file.name, sha256Of(file.bytes)] })
}

/** The source that a paper becomes: received now, by whoever asks. */
export const sourceFrom = (upload: Upload, { now, seat }: Pick<Ask, 'now' | 'seat'>): NewSource => ({
  id: newId(),
  year: upload.year,
  kind: upload.sourceKind,
  title: upload.title || upload.fileName,
  series: upload.series,
  datedOn: day(upload.datedOn),
  fileName: upload.fileName,
  fileSha256: sha256Of(upload.bytes),
  fileBytes: upload.bytes,
  report: upload.report,
  reading: upload.reading,
  receivedAt: now,
  receivedBy: seat.officerId,
})
