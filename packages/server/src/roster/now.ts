import type { RosterNow, RosterUnitKind } from '@guatu/core/office'
import { sql } from 'kysely'
import { holdingsOf, linesOf, postsOf, unitsOf } from '../office/index.ts'
import type { Tx } from '../platform/db.ts'

async function peopleOf(tx: Tx, officeId: string): Promise<RosterNow['people']> {
  const rows = await tx
    .selectFrom('officer')
    .where('officeId', '=', officeId)
    .select(['id', 'name', 'side', 'loginName as account', 'disabledAt'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ disabledAt, ...person }) => ({ ...person, disabled: disabledAt !== null }))
}

/** An office's units, posts, people and holdings, as a roster is compared with them. */
export async function rosterNow(tx: Tx, officeId: string): Promise<RosterNow> {
  const lines = await linesOf(tx, officeId)
  return {
    units: (await unitsOf(tx, officeId)).map((unit) => ({ ...unit, kind: unit.kind as RosterUnitKind })),
    posts: (await postsOf(tx, officeId)).map((post) => ({
      ...post,
      line: lines.filter(({ postId }) => postId === post.id).map(({ unitId }) => unitId),
    })),
    people: await peopleOf(tx, officeId),
    holdings: await holdingsOf(tx, officeId),
  }
}

/** Counts what has become of all that a roster speaks of. Nothing of it is ever taken back, so it only grows. */
export async function rosterVersion(tx: Tx, officeId: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select (
      (select count(*) + count(closed_on) from unit where office_id = ${officeId})
      + (select count(*) + count(closed_on) from post where office_id = ${officeId})
      + (select count(*) from post_line where office_id = ${officeId})
      + (select count(*) + count(login_name) from officer where office_id = ${officeId})
      + (select count(*) + count(confirmed_by) + count(until_day) from holding where office_id = ${officeId})
      + (select count(*) from roster_change where office_id = ${officeId})
    )::int as version`.execute(tx)
  return rows[0]?.version ?? 0
}
