import * as contract from '@guatu/contract'
import { deviceOf, identityProblems } from '@guatu/core/identity'
import { type Problem, type Result, reject } from '@guatu/core/shared'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodType, z } from 'zod'
import { sessionCookieOf, setSessionCookie } from '../platform/cookies.ts'
import { type Ground, keyOf, sendProblem } from '../platform/http.ts'
import { type Office, officeById } from '../platform/office.ts'
import { platformProblems } from '../platform/problems.ts'
import { signInOf } from '../platform/session.ts'
import type { Caller, Claimed, Desk, Entered } from './desk.ts'
import { firstPassword } from './first-password.ts'
import { signIn } from './sign-in.ts'
import { beginEnrolment, confirmEnrolment, duePassword, type Midway, secondStep } from './steps.ts'

const busySeconds = 5

/** Says when to come again, to people in words and to programs in the header. */
const refused = (reply: FastifyReply, problem: Problem) => {
  const { seconds } = problem.facts
  if (problem.kind === 'tooMany') reply.header('retry-after', String(seconds))
  if (problem.kind === 'unavailable') reply.header('retry-after', String(busySeconds))
  return sendProblem(reply, problem)
}

const schemaOf = (body: ZodType, reply: ZodType) => ({ body, response: { 200: reply } })

const callerOf = (request: FastifyRequest, route: string): Caller => ({
  route,
  address: request.ip,
  device: deviceOf(request.headers['user-agent'] ?? ''),
})

/**
 * The doors through which people come who have no seat yet. None of them answers twice with what it answered once: a
 * secret is not kept to be sent again, so a repeated request is a try of its own.
 */
export function entranceRoutes(app: FastifyInstance, desk: Desk, ground: Ground): void {
  function door<B extends ZodType, R extends ZodType, T>(
    url: string,
    shapes: { readonly body: B; readonly reply: R },
    work: (request: FastifyRequest, body: z.output<B>, route: string) => Promise<Result<T>>,
    answer: (request: FastifyRequest, reply: FastifyReply, value: T) => FastifyReply,
  ) {
    app.route({
      method: 'POST',
      url,
      schema: schemaOf(shapes.body, shapes.reply),
      handler: async (request, reply) => {
        if (!keyOf(request)) return sendProblem(reply, platformProblems('request.key_missing', {}))
        const done = await work(request, request.body as z.output<B>, `POST ${url}`)
        reply.header('cache-control', 'no-store')
        return done.ok ? answer(request, reply, done.value) : refused(reply, done.problem)
      },
    })
  }

  const letOn = (request: FastifyRequest, reply: FastifyReply, { cookie, next }: Entered) =>
    setSessionCookie(request, reply, cookie).send({ next })

  async function formalOffice(id: string): Promise<Result<Office>> {
    const office = await officeById(ground, id)
    if (!office) return reject(platformProblems('request.not_found', { what: '这个单位' }))
    return office.kind === 'formal' ? { ok: true, value: office } : reject(identityProblems('identity.not_formal', {}))
  }

  /** A door for somebody who says who they are. */
  const claiming = <B extends ZodType<{ officeId: string; loginName: string }>>(
    url: string,
    body: B,
    work: (claimed: Claimed, body: z.output<B>) => Promise<Result<Entered>>,
  ) =>
    door(
      url,
      { body, reply: contract.signInStep },
      async (request, asked, route) => {
        const office = await formalOffice(asked.officeId)
        if (!office.ok) return office
        return work({ ...callerOf(request, route), office: office.value, loginName: asked.loginName }, asked)
      },
      letOn,
    )

  /** A door for somebody in the middle of a sign-in. */
  const midway = <B extends ZodType, R extends ZodType, T>(
    url: string,
    shapes: { readonly body: B; readonly reply: R },
    work: (midway: Midway, body: z.output<B>) => Promise<Result<T>>,
    answer: (request: FastifyRequest, reply: FastifyReply, value: T) => FastifyReply,
  ) =>
    door(
      url,
      shapes,
      async (request, body, route) => {
        const found = await signInOf(ground, sessionCookieOf(request))
        if (!found) return reject(identityProblems('identity.steps_over', {}))
        return work({ ...found, ...callerOf(request, route) }, body)
      },
      answer,
    )

  const step = { reply: contract.signInStep }
  claiming('/api/sign-in', contract.signIn, (claimed, { password }) => signIn(desk, claimed, password))
  claiming('/api/sign-in/first', contract.firstPassword, (claimed, body) => firstPassword(desk, claimed, body))
  midway(
    '/api/sign-in/second-factor',
    { body: contract.factorStep, ...step },
    (at, { code }) => secondStep(desk, at, code),
    letOn,
  )
  midway(
    '/api/sign-in/enrolment',
    { body: contract.noBody, reply: contract.enrolment },
    (at) => beginEnrolment(desk, at),
    (_request, reply, factor) => reply.send(factor),
  )
  midway(
    '/api/sign-in/enrolment/confirm',
    { body: contract.factorStep, ...step },
    (at, { code }) => confirmEnrolment(desk, at, code),
    letOn,
  )
  midway(
    '/api/sign-in/password',
    { body: contract.passwordStep, ...step },
    (at, { password }) => duePassword(desk, at, password),
    letOn,
  )
}
