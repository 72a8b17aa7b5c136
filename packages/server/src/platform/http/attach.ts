import type { FastifyReply } from 'fastify'
import { marked } from '../mark.ts'
import type { Office } from '../office.ts'

/**
 * Makes an answer a file of the office. It goes out as an attachment, always: nothing that was brought in runs in our
 * pages. Its name says when the office does not work in earnest.
 */
export const attach = (reply: FastifyReply, { kind }: Pick<Office, 'kind'>, name: string): FastifyReply =>
  reply
    .header('content-type', 'application/octet-stream')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(marked(kind, name))}`)
    .header('x-content-type-options', 'nosniff')
