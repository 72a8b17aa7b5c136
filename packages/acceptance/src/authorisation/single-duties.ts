import { randomUUID } from 'node:crypto'
import type { openOffice, Story } from '../support/open-office.ts'
import { query } from '../support/query.ts'
import { allDuties, type Duty } from './matrix.ts'

/** Puts a person of this one duty in a post of their own, in the named unit or the office's first, and gives the id. */
export async function personIn(
  office: Pick<Story, 'database'> & { readonly id: string },
  duty: Duty,
  position: number,
  unitId?: string,
): Promise<string> {
  const [id, post] = [randomUUID(), randomUUID()]
  const side = ['systemAdmin', 'securityAdmin', 'auditAdmin'].includes(duty) ? duty : 'business'
  const where = `office_id = '${office.id}' ${unitId ? `and id = '${unitId}'` : ''}`
  await query(
    office.database.root,
    `insert into officer (office_id, id, name, position, side) values ('${office.id}', '${id}', '只任${duty}', ${position}, '${side}')`,
    `insert into post (office_id, id, unit_id, title, duties, side, position)
     select office_id, '${post}', id, '${duty}${position}', array['${duty}'], '${side}', ${position} from unit where ${where} order by id limit 1`,
    `insert into holding (office_id, id, post_id, officer_id, side, kind, from_day, applied_by, applied_at, confirmed_by, confirmed_at)
     values ('${office.id}', '${randomUUID()}', '${post}', '${id}', '${side}', 'holder', '2000-01-01', '${id}', now(), '${id}', now())`,
  )
  return id
}

/**
 * A session for one person of each duty and no other. The office's own people hold some duties together, and a matrix of
 * them would not see a row that lets the wrong one of two in.
 */
export async function sessionsOfSingleDuties(
  office: Awaited<ReturnType<typeof openOffice>>,
): Promise<Map<Duty, string>> {
  const sessions = new Map<Duty, string>()
  for (const [position, duty] of allDuties.entries()) {
    const id = await personIn(office, duty, 100 + position)
    sessions.set(duty, await office.sessionOf(id))
  }
  return sessions
}
