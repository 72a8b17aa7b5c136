import type { Tx } from './db.ts'

/** Who is asking, in which office: the officer behind a session. */
export interface Seat {
  readonly officeId: string
  readonly officerId: string
  readonly name: string
  readonly post: string
  readonly unitId: string
  readonly duties: readonly string[]
}

/** The seat an officer of the office has, the first one's where none is named; null where there is no such person. */
export async function seatOfOfficer(tx: Tx, officeId: string, officerId: string | undefined): Promise<Seat | null> {
  const people = await tx
    .selectFrom('officer')
    .where('officeId', '=', officeId)
    .selectAll()
    .orderBy('position')
    .execute()
  const officer = officerId ? people.find((person) => person.id === officerId) : people[0]
  if (!officer) return null
  const { id, name, post, unitId, duties } = officer
  return { officeId, officerId: id, name, post, unitId, duties }
}
