import { createHash, randomBytes } from 'node:crypto'
import { isOver, isSeenAnew, isStale, mlps3 } from '@guatu/core/identity'
import { administrators } from '@guatu/core/office'
import { type Instant, instant } from '@guatu/core/shared'
import type { Tx } from './db.ts'
import { isId, newId } from './ids.ts'
import { type Office, officeById, type Reach, todayOf } from './office.ts'
import { type Seat, seatIn } from './seat.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** By what somebody came into a session: a seat taken freely, a password, the unit's own login system, or a wall's pass. */
export type SignedInBy = 'seat' | 'password' | 'oidc' | 'wall_pass'

/** A step that a sign-in still asks for. */
export type Step = 'secondFactor' | 'enrolment' | 'password'

export interface NewSession {
  readonly signedInBy: SignedInBy
  /** The steps still to be taken, in order; with any, the session is no seat yet. */
  readonly awaits?: readonly Step[]
  /** The device in two words. */
  readonly agent?: string
  /** Whether the unit's own login says that it asked for a second factor. */
  readonly factorElsewhere?: boolean
  /** When the sign-in was that this session goes on from; now, where left out. */
  readonly startedAt?: Instant
}

type Sitting = Pick<Seat, 'officeId' | 'officerId' | 'postId'>

/** Opens a session in a post and returns the cookie's value: the office, so that its rows can be reached, and a secret. */
export async function openSession(
  tx: Tx,
  { officeId, officerId, postId }: Sitting,
  now: Instant,
  { signedInBy, awaits = [], agent = '', factorElsewhere = false, startedAt = now }: NewSession = {
    signedInBy: 'seat',
  },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const whose = { officeId, id: newId(), officerId, postId, tokenHash: hashOf(token) }
  await tx
    .insertInto('session')
    .values({ ...whose, signedInBy, awaits: [...awaits], agent, factorElsewhere, startedAt, lastSeenAt: now })
    .execute()
  return `${officeId}.${token}`
}

/** A session that a cookie stands for and that nobody has ended, whatever it still awaits. */
export interface OpenSession extends Sitting {
  readonly id: string
  readonly signedInBy: SignedInBy
  readonly awaits: readonly Step[]
  readonly agent: string
  readonly factorElsewhere: boolean
  readonly startedAt: Instant
  readonly lastSeenAt: Instant
}

export interface Found {
  readonly session: OpenSession
  readonly office: Office
}

const sessionWith = async (tx: Tx, officeId: string, token: string): Promise<OpenSession | null> => {
  const row = await tx
    .selectFrom('session')
    .innerJoin('officer', (join) =>
      join.onRef('officer.officeId', '=', 'session.officeId').onRef('officer.id', '=', 'session.officerId'),
    )
    .where('session.officeId', '=', officeId)
    .where('session.tokenHash', '=', hashOf(token))
    .where('session.endedAt', 'is', null)
    .where('officer.disabledAt', 'is', null)
    .selectAll('session')
    .executeTakeFirst()
  return row
    ? {
        ...row,
        signedInBy: row.signedInBy as SignedInBy,
        awaits: row.awaits as Step[],
        startedAt: instant(row.startedAt),
        lastSeenAt: instant(row.lastSeenAt),
      }
    : null
}

/** Looks a cookie up and hands what it stands for to `work`, in one transaction. Null where it stands for nothing. */
async function withSession<T>(
  reach: Reach,
  cookie: string | undefined,
  work: (tx: Tx, found: Found) => Promise<T | null>,
): Promise<T | null> {
  const [officeId = '', token = ''] = cookie?.split('.') ?? []
  if (!isId(officeId) || token === '') return null
  const office = await officeById(reach, officeId)
  if (!office) return null
  return reach.db.inOffice(officeId, async (tx) => {
    const session = await sessionWith(tx, officeId, token)
    return session ? work(tx, { session, office }) : null
  })
}

export interface Seated {
  readonly seat: Seat
  readonly office: Office
  readonly session: OpenSession
}

/**
 * The seat a cookie stands for, or null: unknown, ended, of a post not held today, or of an office that is gone or is
 * not there through this door.
 */
export const seatOf = (reach: Reach, cookie: string | undefined): Promise<Seated | null> =>
  withSession(reach, cookie, async (tx, { session, office }) => {
    if (session.awaits.length > 0) return null
    // A seat that was taken freely while the office tried things out is nobody's once it works in earnest.
    if (office.kind === 'formal' && session.signedInBy === 'seat') return null
    const seat = await seatIn(tx, office.id, todayOf(office), session)
    return seat && (await livesOn(tx, seat, office, session)) ? { seat, office, session } : null
  })

const isOfAdministrator = ({ duties }: Seat): boolean => administrators.some((duty) => duties.includes(duty))

/** Whether a session that was signed in to is not over, and notes that it was seen. A free seat and a wall have no end. */
async function livesOn(tx: Tx, seat: Seat, office: Office, session: OpenSession): Promise<boolean> {
  if (!['password', 'oidc'].includes(session.signedInBy)) return true
  const now = office.clock.now()
  if (isOver(session, now, isOfAdministrator(seat), mlps3)) return false
  if (isSeenAnew(session, now, mlps3)) await setSession(tx, session, { lastSeenAt: now })
  return true
}

/** The sign-in a cookie stands for that has still a step to take, or null. */
export const signInOf = (reach: Reach, cookie: string | undefined): Promise<Found | null> =>
  withSession(reach, cookie, async (_tx, found) =>
    found.session.awaits.length > 0 && !isStale(found.session, found.office.clock.now(), mlps3) ? found : null,
  )

const setSession = (
  tx: Tx,
  { officeId, id }: Pick<OpenSession, 'officeId' | 'id'>,
  what: { readonly lastSeenAt?: Instant; readonly endedAt?: Instant },
) =>
  tx
    .updateTable('session')
    .set(what)
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst()

/** Ends a session and says whether it was this that ended it: of several requests at once only one has it. */
export const endSession = async (tx: Tx, session: Pick<OpenSession, 'officeId' | 'id'>, now: Instant) =>
  (await setSession(tx, session, { endedAt: now })).numUpdatedRows === 1n

/** Ends every session of a person but the named one, at once and for every server process. */
export const endSessions = (tx: Tx, officeId: string, officerId: string, now: Instant, except: string | null = null) =>
  tx
    .updateTable('session')
    .set({ endedAt: now })
    .where('officeId', '=', officeId)
    .where('officerId', '=', officerId)
    .where('endedAt', 'is', null)
    .$if(except !== null, (query) => query.where('id', '!=', except ?? ''))
    .execute()
