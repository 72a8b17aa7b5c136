import { type Holding, isInForce } from '@guatu/core/office'
import { type Day, day, type Instant, instant } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'
import { hold } from '../platform/hold.ts'
import { newId } from '../platform/ids.ts'

export interface KeptHolding extends Holding {
  readonly id: string
  readonly postId: string
  readonly officerId: string
  readonly appliedBy: string
  readonly appliedAt: Instant
}

export interface KeptPost {
  readonly id: string
  readonly unitId: string
  readonly title: string
  readonly duties: readonly string[]
  readonly side: string
  readonly wholeLine: boolean
}

/** For changes of the office's posts and holdings. */
export const holdPeople = (tx: Tx, officeId: string): Promise<void> => hold(tx, `people ${officeId}`)

export const postsOf = (tx: Tx, officeId: string): Promise<KeptPost[]> =>
  tx
    .selectFrom('post')
    .where('officeId', '=', officeId)
    .select(['id', 'unitId', 'title', 'duties', 'side', 'wholeLine'])
    .orderBy('position')
    .orderBy('id')
    .execute()

export async function holdingsOf(tx: Tx, officeId: string): Promise<KeptHolding[]> {
  const rows = await tx
    .selectFrom('holding')
    .where('officeId', '=', officeId)
    .select(['id', 'postId', 'officerId', 'kind', 'fromDay', 'untilDay', 'appliedBy', 'appliedAt', 'confirmedBy'])
    .orderBy('fromDay')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind === 'deputy' ? 'deputy' : 'holder',
    fromDay: day(row.fromDay),
    untilDay: row.untilDay === null ? null : day(row.untilDay),
    appliedAt: instant(row.appliedAt as unknown as string),
  }))
}

export const linesOf = (tx: Tx, officeId: string) =>
  tx.selectFrom('postLine').where('officeId', '=', officeId).select(['postId', 'unitId']).execute()

export const officerById = (tx: Tx, officeId: string, id: string) =>
  tx
    .selectFrom('officer')
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .select(['id', 'name', 'side'])
    .executeTakeFirst()

/** Writes down a new person of the side that the post is of, and returns the id. */
export async function addOfficer(tx: Tx, officeId: string, name: string, side: string): Promise<string> {
  const id = newId()
  const last = await tx
    .selectFrom('officer')
    .where('officeId', '=', officeId)
    .select((eb) => eb.fn.max('position').as('position'))
    .executeTakeFirst()
  await tx
    .insertInto('officer')
    .values({ officeId, id, name, side, position: (last?.position ?? 0) + 1 })
    .execute()
  return id
}

export async function addPost(
  tx: Tx,
  officeId: string,
  post: Omit<KeptPost, 'id'> & { readonly line: readonly string[]; readonly position: number },
): Promise<string> {
  const id = newId()
  const { line, duties, ...rest } = post
  await tx
    .insertInto('post')
    .values({ officeId, id, ...rest, duties: [...duties] })
    .execute()
  const units = line.map((unitId) => ({ officeId, postId: id, unitId }))
  if (units.length > 0) await tx.insertInto('postLine').values(units).execute()
  return id
}

export const confirmHolding = (tx: Tx, officeId: string, id: string, by: string, at: string) =>
  tx
    .updateTable('holding')
    .set({ confirmedBy: by, confirmedAt: at })
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .execute()

export const endHolding = (tx: Tx, officeId: string, id: string, until: Day) =>
  tx.updateTable('holding').set({ untilDay: until }).where('officeId', '=', officeId).where('id', '=', id).execute()

/** Whether somebody else will still hold a post with this duty after a day. */
export function staysHeld(
  duty: string,
  after: Day,
  leaving: KeptHolding,
  posts: readonly KeptPost[],
  holdings: readonly KeptHolding[],
): boolean {
  const ids = posts.filter((post) => post.duties.includes(duty)).map((post) => post.id)
  return holdings.some((one) => one.id !== leaving.id && ids.includes(one.postId) && isInForce(one, after))
}
