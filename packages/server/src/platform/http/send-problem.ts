import type { Problem } from '@guatu/core/shared'
import type { FastifyReply } from 'fastify'
import { statusOf } from '../problems.ts'

/** Answers with a problem; where it passes by itself, also says when in the header that programs read. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { seconds } = problem.facts
  if (problem.kind === 'tooMany' && typeof seconds === 'number') reply.header('retry-after', String(seconds))
  return reply
    .code(statusOf[problem.kind])
    .header('content-type', 'application/json; charset=utf-8')
    .send(JSON.stringify(problem))
}
