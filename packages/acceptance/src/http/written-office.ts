import { randomUUID } from 'node:crypto'
import type { Me } from '@guatu/contract'
import { type PolicyRow, unsafeRows } from '../authorisation/matrix.ts'
import { probeOf } from '../authorisation/probes.ts'
import { personIn } from '../authorisation/single-duties.ts'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { personOf } from '../support/person.ts'
import { connect } from '../support/systems.ts'

export type WrittenOffice = Awaited<ReturnType<typeof writtenOffice>>

/** An office with a plan and a row in it, and sessions of people who between them may use every route. */
export async function writtenOffice() {
  const office = await openOffice()
  const read = await office.bringIn({ text: smallReport })
  await office.adopt({ text: smallReport, name: 'again.txt' })
  const entry = await office.report('T1.1', '2023-06-20 6')
  const me = await (await office.as('督查专员')).get<Me>('/api/me')
  const cookies = await Promise.all(me.officers.map((officer) => office.sessionOf(officer.id)))
  const admin = async (duty: 'systemAdmin' | 'securityAdmin', at: number) =>
    personOf(office.app, duty, await office.sessionOf(await personIn(office, duty, at)))
  const { key } = await connect(await admin('systemAdmin', 80), await admin('securityAdmin', 81))
  return { ...office, read, entry, cookies, systemKey: key }
}

/** A request that would do something, sent as something else than a page of ours would send it. */
export interface Forged {
  readonly type?: string | null
  readonly headers?: Readonly<Record<string, string>>
  readonly payload?: string
}

const isUpload = ({ route }: PolicyRow): boolean => probeOf(route).form !== undefined

/** Every unsafe route with its own valid JSON body, where its own type is JSON. */
export const jsonRoutes = unsafeRows.filter((row) => !isUpload(row))

/** Sends a well-formed request of a route in somebody's name, forged in the way said; gives the status and the code. */
export async function forge(
  { app, entry, read, systemKey }: WrittenOffice,
  cookie: string,
  { route, bySystemKey }: PolicyRow,
  forged: Forged,
) {
  const id = route.includes('/sources/') ? read.id : entry.id
  const { method, path, body, version = 0 } = probeOf(route, id)
  const type = forged.type === undefined ? 'application/json' : forged.type
  const reply = await app.inject({
    method,
    url: path,
    headers: {
      cookie,
      'idempotency-key': randomUUID(),
      'if-match': String(version),
      // A browser never holds the key of a system; with one in hand the guard has to hold all the same.
      ...(bySystemKey ? { authorization: `Bearer ${systemKey}` } : {}),
      ...(type === null ? {} : { 'content-type': type }),
      ...forged.headers,
    },
    payload: forged.payload ?? JSON.stringify(body ?? {}),
  })
  const code = /"code":"([^"]+)"/.exec(reply.body)?.[1] ?? ''
  return { status: reply.statusCode, code }
}
