import { accept, type Result, reject } from '@guatu/core/shared'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { FileStore } from '../../platform/files.ts'
import { partsOf } from '../../platform/parts.ts'
import { readForm } from '../../platform/schema.ts'
import { fileBytesMax } from '../../text/index.ts'
import { importProblems } from './problems.ts'
import type { BroughtFile } from './store.ts'

/** A sheet as it came in, in its place in the file store. */
export interface ReceivedSheet {
  readonly register: string
  readonly file: BroughtFile
}

const fields = z.strictObject({ register: z.string().max(60) })

const mediaTypes: Readonly<Record<string, string>> = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xls': 'application/vnd.ms-excel',
}

const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** The name that the file is shown by; it becomes part of no path. */
const shownName = (received: string): string => {
  const last = received.replaceAll('\\', '/').split('/').at(-1) ?? ''
  return [...last.replace(unseen, '').trim()].slice(-120).join('') || '表格.xlsx'
}

/** Takes an uploaded sheet to its place in the store, by what it holds: brought twice, it lies there once. */
export async function receiveSheet(
  request: FastifyRequest,
  files: FileStore,
): Promise<Result<{ value: ReceivedSheet; request: unknown }>> {
  const parts = await partsOf(request)
  const said = readForm(fields, parts.fields)
  if (!said.ok) return said
  if (!parts.file || parts.file.bytes.length === 0) return reject(importProblems('import.no_file', {}))
  const { bytes } = parts.file
  const name = shownName(parts.file.name)
  const ending = /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? ''
  const incoming = await files.receive(onePiece(bytes), fileBytesMax)
  if (!incoming) return reject(importProblems('import.no_file', {}))
  await incoming.keep()
  const { sha256 } = incoming
  const file = { name, sha256, bytes: bytes.length, mediaType: mediaTypes[ending] ?? 'application/octet-stream' }
  return accept({ value: { register: said.value.register, file }, request: [said.value.register, sha256] })
}

async function* onePiece(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
