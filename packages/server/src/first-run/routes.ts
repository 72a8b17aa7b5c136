import * as contract from '@guatu/contract'
import { accept, type Result, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { doorsOf, type Ground, keyOf, sendProblem } from '../platform/http.ts'
import { idOfKey } from '../platform/ids.ts'
import type { LanDoor } from '../platform/network.ts'
import { officesOfMachine } from '../platform/office.ts'
import { platformProblems } from '../platform/problems.ts'
import { sameIn } from './administrators.ts'
import { begin } from './begin.ts'
import { firstRunProblems } from './problems.ts'

const officeNotFound = () => platformProblems('request.not_found', { what: '这个单位' })

export function firstRunRoutes(app: FastifyInstance, ground: Ground, lan: LanDoor): void {
  const { db, clock } = ground
  const { read } = doorsOf(app, ground)

  app.get('/api/first-run', { schema: { response: { 200: contract.firstRun } } }, async () => {
    const formal = (await officesOfMachine(db, clock)).filter(({ kind }) => kind === 'formal')
    return { formal: formal.length > 0, formalNames: formal.map(({ name }) => name), lan: lan.state() }
  })

  read('GET /api/lan', { reply: contract.lanState }, async () => accept(lan.state()))

  /** The office that is meant, with its name; a name that another has is refused. */
  async function meant(asked: contract.NewFormalOffice, key: string): Promise<Result<{ id: string; name: string }>> {
    const offices = await officesOfMachine(db, clock)
    if ('officeId' in asked) {
      const office = offices.find(({ id }) => id === asked.officeId)
      if (!office) return reject(officeNotFound())
      return office.sample ? reject(firstRunProblems('first_run.sample_stays', {})) : accept(office)
    }
    const id = idOfKey(key)
    const { name } = asked
    const taken = offices.some((office) => office.name === name && office.id !== id)
    return taken ? reject(platformProblems('office.name_taken', { name })) : accept({ id, name })
  }

  app.route({
    method: 'POST',
    url: '/api/formal-offices',
    schema: { body: contract.newFormalOffice, response: { 201: contract.formalOffice } },
    handler: async (request, reply) => {
      const key = keyOf(request)
      if (!key) return sendProblem(reply, platformProblems('request.key_missing', {}))
      const asked = request.body as contract.NewFormalOffice
      const wrong = sameIn(asked.administrators)
      if (wrong) return sendProblem(reply, wrong)
      const office = await meant(asked, key)
      if (!office.ok) return sendProblem(reply, office.problem)
      const { id: officeId, name } = office.value
      const begun = await begin(db, { officeId, asked, key, now: clock.now() })
      if (!begun.ok) return sendProblem(reply, begun.problem)
      await lan.open()
      return reply.code(201).send({ officeId, name, ...begun.value, lan: lan.state() })
    },
  })

  // Whoever is to trust it has to be able to fetch it before they do.
  app.get('/ca.crt', async (request, reply) => {
    const authority = lan.authority()
    if (authority === null) return sendProblem(reply, platformProblems('request.not_found', { what: request.url }))
    return reply
      .header('content-type', 'application/x-x509-ca-cert')
      .header('content-disposition', 'attachment; filename="guatu-ca.crt"')
      .header('cache-control', 'no-store')
      .send(authority)
  })
}
