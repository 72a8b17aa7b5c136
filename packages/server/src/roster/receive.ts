import { instant } from '@guatu/contract'
import { loginNameOf } from '@guatu/core/identity'
import { type RosterFile, rosterCellsMax, rosterFromSheets, rosterProblems } from '@guatu/core/office'
import { accept, type Result, reject } from '@guatu/core/shared'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { partsOf, sha256Of } from '../platform/parts.ts'
import { readForm } from '../platform/schema.ts'
import { readSheets } from '../text/index.ts'

/** A roster as it came in. Only what was read of its rows goes on from here: the file itself is kept nowhere. */
export interface ReceivedRoster {
  readonly digest: string
  /** When the preview was made that it is applied by; null where none is named. */
  readonly seenAt: string | null
  readonly file: RosterFile
}

const fields = z.strictObject({
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/, '预览时给的摘要\nthe digest of the preview')
    .optional(),
  seenAt: instant.optional(),
})

/** Reads an uploaded roster; one that names a digest has to be the very file that was previewed. */
export async function receiveRoster(
  request: FastifyRequest,
): Promise<Result<{ value: ReceivedRoster; request: unknown }>> {
  const parts = await partsOf(request)
  const said = readForm(fields, parts.fields)
  if (!said.ok) return said
  if (!parts.file) return reject(rosterProblems('roster.no_file', {}))
  const digest = sha256Of(parts.file.bytes)
  if (said.value.digest !== undefined && said.value.digest !== digest)
    return reject(rosterProblems('roster.other_file', {}))
  const sheets = await readSheets(parts.file.bytes, parts.file.name, rosterCellsMax)
  if (!sheets.ok) return sheets
  const file = rosterFromSheets(sheets.value, loginNameOf)
  return file.ok
    ? accept({ value: { digest, seenAt: said.value.seenAt ?? null, file: file.value }, request: digest })
    : file
}
