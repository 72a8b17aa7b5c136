import { createHash, randomBytes } from 'node:crypto'
import type { Instant } from '@guatu/core/shared'
import type { Database, Tx } from './db.ts'
import { isId } from './ids.ts'
import { type Seat, seatOfOfficer } from './seat.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Opens a session and returns the cookie's value: the office, so that its rows can be reached, and a secret. */
export async function openSession(tx: Tx, officeId: string, officerId: string, now: Instant): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx
    .insertInto('session')
    .values({ officeId, officerId, tokenHash: hashOf(token), startedAt: now })
    .execute()
  return `${officeId}.${token}`
}

/** The seat a cookie stands for, or null: unknown, ended, or of an office that is gone. */
export async function seatOf(db: Database, cookie: string | undefined): Promise<Seat | null> {
  const [officeId = '', token = ''] = cookie?.split('.') ?? []
  if (!isId(officeId) || token === '') return null
  return db.inOffice(officeId, async (tx) => {
    const session = await tx
      .selectFrom('session')
      .where('officeId', '=', officeId)
      .where('tokenHash', '=', hashOf(token))
      .select('officerId')
      .executeTakeFirst()
    return session ? seatOfOfficer(tx, officeId, session.officerId) : null
  })
}
