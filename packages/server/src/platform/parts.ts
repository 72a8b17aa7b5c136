import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'

/** A form as it was sent: its fields as typed, and its one file. */
export interface Parts {
  readonly fields: Readonly<Record<string, string>>
  readonly file: { readonly name: string; readonly bytes: Buffer } | null
}

/** Takes the parts of a form in, as they arrive. A file that is too long ends at the limit of the application. */
export async function partsOf(request: FastifyRequest): Promise<Parts> {
  const fields: Record<string, string> = {}
  let file: Parts['file'] = null
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { name: part.filename, bytes: await part.toBuffer() }
    else fields[part.fieldname] = String(part.value)
  }
  return { fields, file }
}

/** The hash that a file is known by, in hexadecimal. */
export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
