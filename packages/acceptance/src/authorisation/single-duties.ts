import { randomUUID } from 'node:crypto'
import type { openOffice } from '../support/open-office.ts'
import { query } from '../support/query.ts'
import { allDuties, type Duty } from './matrix.ts'

/**
 * A session for one person of each duty and no other. The office's own people hold some duties together, and a matrix of
 * them would not see a row that lets the wrong one of two in.
 */
export async function sessionsOfSingleDuties(
  office: Awaited<ReturnType<typeof openOffice>>,
): Promise<Map<Duty, string>> {
  const sessions = new Map<Duty, string>()
  for (const [position, duty] of allDuties.entries()) {
    const id = randomUUID()
    await query(
      office.database.root,
      `insert into officer (office_id, id, name, post, unit_id, duties, position)
       select office_id, '${id}', '只任${duty}', '${duty}', id, array['${duty}'], ${100 + position}
       from unit where office_id = '${office.id}' limit 1`,
    )
    sessions.set(duty, await office.sessionOf(id))
  }
  return sessions
}
