import type { Problem } from '@guatu/core/shared'
import type { FastifyError } from 'fastify'
import { isOutOfConnections } from '../platform/db.ts'
import { platformProblems } from '../platform/problems.ts'

/** What the server itself found wrong with a request before any route saw it; null where the fault is our own. */
export function faultOf(error: FastifyError): Problem | null {
  const { statusCode = 500, message } = error
  if (isOutOfConnections(error)) return platformProblems('request.busy', {})
  if (statusCode === 413) return platformProblems('request.too_large', {})
  if (statusCode === 415 || statusCode === 406) return platformProblems('request.type_unknown', {})
  if (statusCode >= 500) return null
  return platformProblems('request.invalid', { where: '写法', whereEn: 'the form', why: message, whyEn: message })
}
