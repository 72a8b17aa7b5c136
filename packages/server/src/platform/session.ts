import { createHash, randomBytes } from 'node:crypto'
import type { Instant } from '@guatu/core/shared'
import type { Tx } from './db.ts'
import { isId, newId } from './ids.ts'
import { type Office, officeById, type Reach, todayOf } from './office.ts'
import { type Seat, seatIn } from './seat.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** By what somebody came into a session: a seat taken freely, a password, the unit's own login system, or a wall's pass. */
export type SignedInBy = 'seat' | 'password' | 'oidc' | 'wall_pass'

/** Opens a session in a post and returns the cookie's value: the office, so that its rows can be reached, and a secret. */
export async function openSession(
  tx: Tx,
  seat: Pick<Seat, 'officeId' | 'officerId' | 'postId'>,
  now: Instant,
  signedInBy: SignedInBy = 'seat',
): Promise<string> {
  const { officeId, officerId, postId } = seat
  const token = randomBytes(32).toString('base64url')
  const kept = { officeId, id: newId(), officerId, postId, tokenHash: hashOf(token), signedInBy }
  await tx
    .insertInto('session')
    .values({ ...kept, startedAt: now, lastSeenAt: now })
    .execute()
  return `${officeId}.${token}`
}

export interface Seated {
  readonly seat: Seat
  readonly office: Office
}

/**
 * The seat a cookie stands for, or null: unknown, ended, of a post not held today, or of an office that is gone or is
 * not there through this door.
 */
export async function seatOf(reach: Reach, cookie: string | undefined): Promise<Seated | null> {
  const [officeId = '', token = ''] = cookie?.split('.') ?? []
  if (!isId(officeId) || token === '') return null
  const office = await officeById(reach, officeId)
  if (!office) return null
  const seat = await reach.db.inOffice(officeId, async (tx) => {
    const session = await tx
      .selectFrom('session')
      .where('officeId', '=', officeId)
      .where('tokenHash', '=', hashOf(token))
      // A seat that was taken freely while the office tried things out is nobody's once it works in earnest.
      .$if(reach.network === 'lan', (query) => query.where('signedInBy', '!=', 'seat'))
      .select(['officerId', 'postId'])
      .executeTakeFirst()
    return session ? seatIn(tx, officeId, todayOf(office), session) : null
  })
  return seat ? { seat, office } : null
}
