import type { Problem } from '@guatu/core/shared'
import type { FastifyError } from 'fastify'
import { platformProblems } from '../platform/problems.ts'

/** What the server itself found wrong with a request before any route saw it; null where the fault is our own. */
export function faultOf({ statusCode = 500, message }: FastifyError): Problem | null {
  if (statusCode === 413) return platformProblems('request.too_large', {})
  if (statusCode === 415 || statusCode === 406) return platformProblems('request.type_unknown', {})
  if (statusCode >= 500) return null
  return platformProblems('request.invalid', { where: '写法', whereEn: 'the form', why: message, whyEn: message })
}
