import { createHash, randomBytes } from 'node:crypto'
import { isOver, isSeenAnew, isStale, mlps3 } from '@guatu/core/identity'
import { administrators } from '@guatu/core/office'
import { type Day, type Instant, instant } from '@guatu/core/shared'
import type { Tx } from './db.ts'
import type { Question } from './glance.ts'
import { isId, newId } from './ids.ts'
import { type Office, type OfficeRow, officeById, officeReached, type Reach, todayOf } from './office.ts'
import { type HeldPost, type Seat, seatOn } from './seat.ts'

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

type SessionRow = Omit<OpenSession, 'signedInBy' | 'awaits' | 'startedAt' | 'lastSeenAt'> & {
  readonly signedInBy: string
  readonly awaits: readonly string[]
  readonly startedAt: Date | string
  readonly lastSeenAt: Date | string
}

const momentOf = (moment: Date | string): Instant => instant(new Date(moment).toISOString())

const openSessionFrom = (row: SessionRow): OpenSession => ({
  ...row,
  signedInBy: row.signedInBy as SignedInBy,
  awaits: row.awaits as Step[],
  startedAt: momentOf(row.startedAt),
  lastSeenAt: momentOf(row.lastSeenAt),
})

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
  return row ? openSessionFrom(row) : null
}

interface Named {
  readonly officeId: string
  readonly token: string
}

/** The office and the secret that a cookie names; null where it is none of ours. */
function namedBy(cookie: string | undefined): Named | null {
  const [officeId = '', token = ''] = cookie?.split('.') ?? []
  return isId(officeId) && token !== '' ? { officeId, token } : null
}

export interface Seated {
  readonly seat: Seat
  readonly office: Office
  readonly session: OpenSession
  /** The number of the office's last record at that moment: whatever changes in it afterwards adds one. */
  readonly lastRecord: string
}

interface SeatRow extends SessionRow, Omit<HeldPost, 'kind' | 'fromDay' | 'name'> {
  readonly asked: string
  readonly heldAs: string | null
  readonly fromDay: string | null
  readonly person: string
  readonly wholeLine: boolean
  readonly line: readonly string[]
  readonly office: string
  readonly officeKind: OfficeRow['kind']
  readonly sampleToday: string | null
  readonly createdAt: string
  readonly lastRecord: string | null
}

// All that a request has to know before it is let in, of as many cookies of one office as ask at the same moment.
const seatQuestion: Question<SeatRow> = {
  name: 'seat_by_cookie',
  text: `select s.token_hash as asked, s.id, s.office_id as "officeId", s.officer_id as "officerId", s.post_id as "postId",
      s.signed_in_by as "signedInBy", s.awaits, s.agent, s.factor_elsewhere as "factorElsewhere",
      s.started_at as "startedAt", s.last_seen_at as "lastSeenAt",
      f.name as office, f.kind as "officeKind", f.sample_today as "sampleToday", f.created_at as "createdAt",
      o.name as person, h.kind as "heldAs", h.from_day as "fromDay", h.until_day as "untilDay",
      h.confirmed_by as "confirmedBy", p.title, p.duties, p.unit_id as "unitId", u.name as unit,
      p.whole_line as "wholeLine",
      array(select l.unit_id::text from post_line l where l.office_id = s.office_id and l.post_id = s.post_id) as line,
      (select a.seq::text from audit_head a where a.office_id = s.office_id) as "lastRecord"
    from session s
    join office f on f.id = s.office_id
    join officer o on o.office_id = s.office_id and o.id = s.officer_id and o.disabled_at is null
    left join holding h on h.office_id = s.office_id and h.officer_id = s.officer_id and h.post_id = s.post_id
    left join post p on p.office_id = s.office_id and p.id = s.post_id
    left join unit u on u.office_id = s.office_id and u.id = p.unit_id
    where s.office_id = $1::uuid and s.token_hash = any ($2::text[]) and s.ended_at is null
    order by s.id, h.kind desc, h.id`,
}

/** The seat of the first of these rows whose post is held on the day: one's own before one that is stood in for. */
function seatAmong(rows: readonly SeatRow[], today: Day): Seat | null {
  for (const row of rows) {
    const { heldAs, fromDay, officeId } = row
    if (heldAs === null || fromDay === null) continue
    const seat = seatOn(officeId, today, { ...row, kind: heldAs, fromDay, name: row.person })
    if (seat) return { ...seat, line: row.wholeLine ? 'all' : row.line }
  }
  return null
}

const sessionIn = (row: SeatRow): OpenSession => {
  const { id, officeId, officerId, postId, signedInBy, awaits, agent, factorElsewhere, startedAt, lastSeenAt } = row
  const own = { id, officeId, officerId, postId, signedInBy, awaits, agent, factorElsewhere, startedAt, lastSeenAt }
  return openSessionFrom(own)
}

const officeIn = ({ officeId, office, officeKind, sampleToday, createdAt }: SeatRow): OfficeRow => ({
  id: officeId,
  name: office,
  kind: officeKind,
  sampleToday,
  createdAt,
})

/**
 * The seat a cookie stands for, or null: unknown, ended, of a post not held today, or of an office that is gone or is
 * not there through this door.
 */
export async function seatOf(reach: Reach, cookie: string | undefined): Promise<Seated | null> {
  const named = namedBy(cookie)
  if (!named) return null
  const rows = await reach.db.glance(named.officeId, seatQuestion, hashOf(named.token))
  const [row] = rows
  const office = row ? officeReached(reach, officeIn(row)) : null
  if (!row || !office) return null
  const session = sessionIn(row)
  if (session.awaits.length > 0) return null
  // A seat that was taken freely while the office tried things out is nobody's once it works in earnest.
  if (office.kind === 'formal' && session.signedInBy === 'seat') return null
  const seat = seatAmong(rows, todayOf(office))
  if (!seat || !(await livesOn(reach, seat, office, session))) return null
  return { seat, office, session, lastRecord: row.lastRecord ?? '0' }
}

const isOfAdministrator = ({ duties }: Seat): boolean => administrators.some((duty) => duties.includes(duty))

/** Whether a session that was signed in to is not over, and notes that it was seen. A free seat and a wall have no end. */
async function livesOn({ db }: Reach, seat: Seat, office: Office, session: OpenSession): Promise<boolean> {
  if (!['password', 'oidc'].includes(session.signedInBy)) return true
  const now = office.clock.now()
  if (isOver(session, now, isOfAdministrator(seat), mlps3)) return false
  if (isSeenAnew(session, now, mlps3))
    await db.inOffice(office.id, (tx) => setSession(tx, session, { lastSeenAt: now }))
  return true
}

/** The sign-in a cookie stands for that has still a step to take, or null. */
export async function signInOf(reach: Reach, cookie: string | undefined): Promise<Found | null> {
  const named = namedBy(cookie)
  const office = named && (await officeById(reach, named.officeId))
  if (!office) return null
  const session = await reach.db.inOffice(office.id, (tx) => sessionWith(tx, office.id, named.token))
  if (!session || session.awaits.length === 0 || isStale(session, office.clock.now(), mlps3)) return null
  return { session, office }
}

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
