import { createHash, randomBytes } from 'node:crypto'
import type { Instant } from '@guatu/core/shared'
import type { Database, Tx } from './db.ts'
import { isId } from './ids.ts'

/** Who is asking, in which office: the officer behind a session. */
export interface Seat {
  readonly officeId: string
  readonly officerId: string
  readonly name: string
  readonly post: string
  readonly unitId: string
  readonly duties: readonly string[]
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Opens a session and returns the cookie's value: the office, so that its rows can be reached, and a secret. */
export async function openSession(tx: Tx, officeId: string, officerId: string, now: Instant): Promise<string> {
  const token = randomBytes(24).toString('base64url')
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
    const row = await tx
      .selectFrom('session')
      .innerJoin('officer', (join) =>
        join.onRef('officer.officeId', '=', 'session.officeId').onRef('officer.id', '=', 'session.officerId'),
      )
      .where('session.officeId', '=', officeId)
      .where('session.tokenHash', '=', hashOf(token))
      .select(['officer.id', 'officer.name', 'officer.post', 'officer.unitId', 'officer.duties'])
      .executeTakeFirst()
    return row
      ? { officeId, officerId: row.id, name: row.name, post: row.post, unitId: row.unitId, duties: row.duties }
      : null
  })
}

export const endSession = (tx: Tx, officeId: string, cookie: string): Promise<unknown> =>
  tx
    .deleteFrom('session')
    .where('officeId', '=', officeId)
    .where('tokenHash', '=', hashOf(cookie.split('.')[1] ?? ''))
    .execute()
