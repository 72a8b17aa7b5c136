import * as contract from '@guatu/contract'
import { accept, day, type Result, reject } from '@guatu/core/shared'
import type { ReportText } from '@guatu/core/text'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Ask } from '../platform/http.ts'
import { newId } from '../platform/ids.ts'
import { partsOf, sha256Of } from '../platform/parts.ts'
import { platformProblems } from '../platform/problems.ts'
import { readForm } from '../platform/schema.ts'
import type { NewSource, SourceKind } from './source-store.ts'

export type ReadFile = (bytes: Uint8Array, name: string) => Promise<Result<ReportText>>

const uploadFields = z.object({
  year: z.coerce.number().int().min(2000).max(2100),
  sourceKind: contract.sourceKind.default('report'),
  title: z.string().max(120).default(''),
  datedOn: contract.day,
  series: z.string().max(120).default(''),
})

/** A paper as it came in, with what was said about it and the words read out of it. */
export interface Upload {
  readonly year: number
  readonly sourceKind: SourceKind
  readonly title: string
  readonly datedOn: string
  readonly series: string
  readonly report: ReportText
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
  readFile: ReadFile,
): Promise<Result<{ value: Upload; request: unknown }>> {
  const { fields, file } = await partsOf(request)
  if (!file) return noFile()
  const read = readForm(uploadFields, fields)
  if (!read.ok) return read
  const report = await readFile(file.bytes, file.name)
  if (!report.ok) return report
  const value = { ...read.value, report: report.value, fileName: file.name, bytes: file.bytes }
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
  receivedAt: now,
  receivedBy: seat.officerId,
})
