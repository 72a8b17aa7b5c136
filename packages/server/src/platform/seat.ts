import { isInForce } from '@guatu/core/office'
import { type Day, day } from '@guatu/core/shared'
import type { Tx } from './db.ts'

/** Who is asking, in which office and in which post. */
export interface Seat {
  readonly officeId: string
  readonly officerId: string
  readonly name: string
  readonly postId: string
  /** The post's title, with B角 beside it where the person stands in for another. */
  readonly post: string
  readonly unitId: string
  readonly unit: string
  readonly duties: readonly string[]
  readonly line: readonly string[] | 'all'
  /** Whether it is a screen on a wall, which only looks, rather than a person. */
  readonly isScreen?: true
  /** Whether it is another system, which only reports readings, rather than a person. */
  readonly isSystem?: true
}

const holdingsOf = (tx: Tx, officeId: string) =>
  tx
    .selectFrom('holding')
    .innerJoin('officer', (join) =>
      join.onRef('officer.officeId', '=', 'holding.officeId').onRef('officer.id', '=', 'holding.officerId'),
    )
    .innerJoin('post', (join) =>
      join.onRef('post.officeId', '=', 'holding.officeId').onRef('post.id', '=', 'holding.postId'),
    )
    .innerJoin('unit', (join) => join.onRef('unit.officeId', '=', 'post.officeId').onRef('unit.id', '=', 'post.unitId'))
    .where('holding.officeId', '=', officeId)
    .select([
      'holding.officerId',
      'holding.postId',
      'holding.kind',
      'holding.fromDay',
      'holding.untilDay',
      'holding.confirmedBy',
      'officer.name',
      'post.title',
      'post.duties',
      'post.wholeLine',
      'post.unitId',
      'unit.name as unit',
    ])
    // A post of one's own comes before one that is stood in for.
    .orderBy('officer.position')
    .orderBy('holding.kind', 'desc')
    .orderBy('post.position')
    .orderBy('holding.id')

const lineOf = async (tx: Tx, officeId: string, postId: string): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('postLine')
      .where('officeId', '=', officeId)
      .where('postId', '=', postId)
      .select('unitId')
      .execute()
  ).map((row) => row.unitId)

/** A post that somebody holds, as it is kept. */
export interface HeldPost {
  readonly officerId: string
  readonly postId: string
  readonly kind: string
  readonly fromDay: string
  readonly untilDay: string | null
  readonly confirmedBy: string | null
  readonly name: string
  readonly title: string
  readonly duties: readonly string[]
  readonly unitId: string
  readonly unit: string
}

/** The seat that a held post gives on a day; null where it is not held then. */
export function seatOn(officeId: string, today: Day, held: HeldPost): Omit<Seat, 'line'> | null {
  const { officerId, name, postId, title, unitId, unit, duties } = held
  const kind = held.kind === 'deputy' ? 'deputy' : 'holder'
  const untilDay = held.untilDay === null ? null : day(held.untilDay)
  const { confirmedBy } = held
  if (!isInForce({ kind, fromDay: day(held.fromDay), untilDay, confirmedBy }, today)) return null
  const post = kind === 'deputy' ? `${title}（B角）` : title
  return { officeId, officerId, name, postId, post, unitId, unit, duties }
}

/** Which seat is meant; what is left out is the first there is. */
export interface SeatNamed {
  readonly officerId?: string | undefined
  readonly postId?: string | undefined
}

/** Every seat that can be taken in the office on a day: one for each person in each post held then. */
export async function seatsOf(
  tx: Tx,
  officeId: string,
  today: Day,
  { officerId, postId }: SeatNamed = {},
): Promise<readonly Omit<Seat, 'line'>[]> {
  const rows = await holdingsOf(tx, officeId)
    .$if(officerId !== undefined, (query) => query.where('holding.officerId', '=', officerId ?? ''))
    .$if(postId !== undefined, (query) => query.where('holding.postId', '=', postId ?? ''))
    .execute()
  return rows.flatMap((row) => seatOn(officeId, today, row) ?? [])
}

/** The seat of a person in a post, on a day; null where the person holds no such post then. */
export async function seatIn(tx: Tx, officeId: string, today: Day, named: SeatNamed): Promise<Seat | null> {
  const [found] = await seatsOf(tx, officeId, today, named)
  if (!found) return null
  const post = await tx
    .selectFrom('post')
    .where('officeId', '=', officeId)
    .where('id', '=', found.postId)
    .select('wholeLine')
    .executeTakeFirstOrThrow()
  return { ...found, line: post.wholeLine ? 'all' : await lineOf(tx, officeId, found.postId) }
}
