import { me, type Officer, officeRow } from '@guatu/contract'
import { dutyLabels } from '@guatu/core/office'
import { z } from 'zod'
import { cliProblems } from '../problems.ts'
import { Stop } from '../stop.ts'
import type { Client } from './client.ts'

type OfficeRow = z.infer<typeof officeRow>
type Duty = Officer['duties'][number]

export const listOffices = async (client: Client): Promise<OfficeRow[]> =>
  (await client.get('/api/offices', z.object({ offices: z.array(officeRow) }))).offices

const namesOf = (named: readonly { readonly name: string }[]) => named.map(({ name }) => name).join('、')

/** The office of this name or id; where none is named, the only one there is. */
export async function officeNamed(client: Client, name: string | undefined): Promise<OfficeRow> {
  const offices = await listOffices(client)
  if (name === undefined && offices.length > 1)
    throw new Stop(cliProblems('cli.office_unnamed', { offices: namesOf(offices) }))
  const office = offices.find((row) => name === undefined || row.name === name || row.id === name)
  if (!office) throw new Stop(cliProblems('cli.office_unknown', { office: name ?? '', offices: namesOf(offices) }))
  return office
}

/**
 * Takes the seat of an officer of an office: the one of this name or, where none is named, the first who holds the duty.
 * From here on the client acts as that person; what they may do is decided by the server.
 */
export async function sitDown(client: Client, office: OfficeRow, duty: Duty, name?: string): Promise<Officer> {
  const ok = z.object({ ok: z.literal(true) })
  await client.post('/api/session', { officeId: office.id }, ok)
  const { officers } = await client.get('/api/me', me)
  const officer = officers.find((one) => (name === undefined ? one.duties.includes(duty) : one.name === name))
  if (!officer && name !== undefined)
    throw new Stop(cliProblems('cli.person_unknown', { office: office.name, name, people: namesOf(officers) }))
  if (!officer)
    throw new Stop(cliProblems('cli.office_without_duty', { office: office.name, duty: dutyLabels[duty].zh }))
  await client.post('/api/session', { officeId: office.id, officerId: officer.id }, ok)
  return officer
}
