import type * as contract from '@guatu/contract'
import { type IdentityProfile, isOver } from '@guatu/core/identity'
import { administrators } from '@guatu/core/office'
import { type Instant, instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { Seated, SignedInBy } from '../platform/session.ts'

const open = (tx: Tx, officeId: string, officerId: string) =>
  tx
    .selectFrom('session')
    .innerJoin('post', (join) =>
      join.onRef('post.officeId', '=', 'session.officeId').onRef('post.id', '=', 'session.postId'),
    )
    .where('session.officeId', '=', officeId)
    .where('session.officerId', '=', officerId)
    .where('session.endedAt', 'is', null)
    .where(sql<boolean>`session.awaits = '{}'`)

const listedMax = 100

/** The sessions in which a person is signed in now, the one last seen first; those that are over by their times are not. */
export async function sessionsOf(
  tx: Tx,
  { seat, session: current }: Seated,
  now: Instant,
  profile: IdentityProfile,
): Promise<contract.MySessions['sessions']> {
  const rows = await open(tx, seat.officeId, seat.officerId)
    .select(['session.id', 'session.startedAt', 'session.lastSeenAt', 'session.agent', 'session.signedInBy'])
    .select(['post.title', 'post.duties'])
    .orderBy('session.lastSeenAt', 'desc')
    .limit(listedMax)
    .execute()
  return rows
    .map((row) => ({ ...row, startedAt: instant(row.startedAt), lastSeenAt: instant(row.lastSeenAt) }))
    .filter((row) => {
      const ofAdministrator = administrators.some((duty) => row.duties.includes(duty))
      return (row.signedInBy as SignedInBy) === 'seat' || !isOver(row, now, ofAdministrator, profile)
    })
    .map((row) => ({
      id: row.id,
      post: row.title,
      since: row.startedAt,
      lastSeenAt: row.lastSeenAt,
      device: row.agent,
      current: row.id === current.id,
    }))
}

/** Whether an open session is this person's own. */
export const isOwnSession = async (tx: Tx, { seat }: Seated, id: string): Promise<boolean> =>
  (await open(tx, seat.officeId, seat.officerId)
    .where('session.id', '=', id)
    .select('session.id')
    .executeTakeFirst()) !== undefined
