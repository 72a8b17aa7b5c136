import type { Problem } from '@guatu/core/shared'
import type { FastifyReply } from 'fastify'
import { statusOf } from '../problems.ts'

export const sendProblem = (reply: FastifyReply, problem: Problem) =>
  reply
    .code(statusOf[problem.kind])
    .header('content-type', 'application/json; charset=utf-8')
    .send(JSON.stringify(problem))
