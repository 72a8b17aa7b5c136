import type pg from 'pg'
import { query } from './query.ts'

/** The cookie of a session by both of its names, the one of plain http and the one where people sign in. */
export const onLan = (cookie: string): string => `${cookie}; __Host-${cookie}`

/**
 * Lets an office work in earnest, or try things out again, with the sessions that people have: as if each of them had
 * signed in. From then on it is behind the other door.
 */
export async function turnInto(kind: 'formal' | 'trial', root: pg.PoolConfig, officeId: string): Promise<void> {
  const how = kind === 'formal' ? 'password' : 'seat'
  await query(
    root,
    `update office set kind = '${kind}' where id = '${officeId}'`,
    `update session set signed_in_by = '${how}' where office_id = '${officeId}'`,
  )
}
