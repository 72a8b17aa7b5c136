import { duty, type Officer } from '@guatu/contract'
import { policyRows } from '@guatu/server'
import { policyTable } from '@guatu/server/platform/policy'
import type { FastifyInstance } from 'fastify'
import { type Asked, ask } from '../support/person.ts'
import { probeOf } from './probes.ts'

export type PolicyRow = (typeof policyRows)[number]
export type Duty = Officer['duties'][number]
export const allDuties: readonly Duty[] = duty.options

/** The duties that open a row, whatever the thing. */
export const dutiesOf = ({ grants }: PolicyRow): readonly Duty[] => grants.flatMap((grant) => grant.duties)

export const isUnsafe = ({ route }: PolicyRow): boolean => !route.startsWith('GET ')
export const isGuarded = ({ open }: PolicyRow): boolean => !open
export const guardedRows = policyRows.filter(isGuarded)
/** Rows for other systems with their key; all other guarded ones are for people. */
export const systemRows = policyRows.filter(({ bySystemKey }) => bySystemKey === true)
export const unsafeRows = policyRows.filter(isUnsafe)

/** A policy table of which a row may stand otherwise for a while; the application reads it at every request. */
export function changeableTable() {
  const table = new Map(policyTable(policyRows))
  const whileChanged = async <T>(row: PolicyRow, work: () => Promise<T>): Promise<T> => {
    const declared = table.get(row.route)
    if (!declared) throw new Error(`no row for ${row.route}`)
    table.set(row.route, row)
    try {
      return await work()
    } finally {
      table.set(row.route, declared)
    }
  }
  return { table: table as ReadonlyMap<string, PolicyRow>, whileChanged }
}

interface Outcome {
  readonly status: number
  readonly code: string
}

/** Sends a request and gives what became of it. The live channel stays open, so only its head is waited for. */
export async function outcomeOf(app: FastifyInstance, cookie: string | null, asked: Asked): Promise<Outcome> {
  if (asked.path !== '/api/live') {
    const { status, body } = await ask<{ code?: string } | null>(app, cookie, asked)
    return { status, code: body?.code ?? '' }
  }
  const reply = await app.inject({
    method: 'GET',
    url: asked.path,
    headers: cookie ? { cookie } : {},
    payloadAsStream: true,
  })
  reply.stream().destroy()
  return { status: reply.statusCode, code: reply.statusCode === 403 ? 'request.forbidden' : '' }
}

const verdictOf = ({ status, code }: Outcome): string => {
  // Routes for other systems ask for their key, whoever else comes.
  if (status === 401 && code === 'source_system.key_missing') return 'refused'
  if (status === 403 && code === 'request.forbidden') return 'refused'
  // Nobody's ids and an empty plan: whoever is let in is served, or told that there is no such thing.
  return [200, 201, 404, 409].includes(status) ? 'allowed' : `${status} ${code}`
}

export interface Mismatch {
  readonly route: string
  readonly duty: Duty
  readonly declared: string
  readonly found: string
}

// An open row looks at no seat, and making the sample over again takes seconds: one of each kind will do.
const openTo: readonly Duty[] = ['viewer', 'auditAdmin']

/** Tries every row as a person of each single duty and compares with what the row declares. */
export async function mismatches(app: FastifyInstance, seats: ReadonlyMap<Duty, string>, rows: readonly PolicyRow[]) {
  const wrong: Mismatch[] = []
  for (const row of rows)
    for (const [duty, cookie] of [...seats].filter(([duty]) => !row.open || openTo.includes(duty))) {
      const { route } = row
      const declared = row.open || dutiesOf(row).includes(duty) ? 'allowed' : 'refused'
      const found = verdictOf(await outcomeOf(app, cookie, probeOf(route)))
      if (found !== declared) wrong.push({ route, duty, declared, found })
    }
  return wrong
}
