import { type Duty, type Holding, isInForce } from '@guatu/core/office'
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
  /** The day from which it is no more; null while it stands. */
  readonly closedOn: string | null
}

/** For changes of the office's posts and holdings. */
export const holdPeople = (tx: Tx, officeId: string): Promise<void> => hold(tx, `people ${officeId}`)

export const postsOf = (tx: Tx, officeId: string): Promise<KeptPost[]> =>
  tx
    .selectFrom('post')
    .where('officeId', '=', officeId)
    .select(['id', 'unitId', 'title', 'duties', 'side', 'wholeLine', 'closedOn'])
    .orderBy('position')
    .orderBy('id')
    .execute()

/** All holdings of an office, or the one, or those of a person, that are asked for. */
export async function holdingsOf(
  tx: Tx,
  officeId: string,
  { id, officerId }: { readonly id?: string; readonly officerId?: string } = {},
): Promise<KeptHolding[]> {
  const rows = await tx
    .selectFrom('holding')
    .where('officeId', '=', officeId)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .$if(officerId !== undefined, (query) => query.where('officerId', '=', officerId ?? ''))
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

/** Whose account was stopped. */
export const disabledOf = async (tx: Tx, officeId: string): Promise<ReadonlySet<string>> => {
  const officers = tx.selectFrom('officer').where('officeId', '=', officeId).where('disabledAt', 'is not', null)
  return new Set((await officers.select('id').execute()).map(({ id }) => id))
}

/** Who holds a post with this duty on a day, as holder or deputy, and may sign in. */
export async function holdersOf(tx: Tx, officeId: string, duty: Duty, on: Day): Promise<ReadonlySet<string>> {
  const posts = new Set((await postsOf(tx, officeId)).filter(({ duties }) => duties.includes(duty)).map(({ id }) => id))
  const stopped = await disabledOf(tx, officeId)
  const held = (await holdingsOf(tx, officeId)).filter((one) => posts.has(one.postId) && isInForce(one, on))
  return new Set(held.map(({ officerId }) => officerId).filter((id) => !stopped.has(id)))
}

/** Writes down a new person of the side that the post is of, with a login name where one is given; returns the id. */
export async function addOfficer(
  tx: Tx,
  officeId: string,
  name: string,
  side: string,
  loginName: string | null = null,
): Promise<string> {
  const id = newId()
  const last = await tx
    .selectFrom('officer')
    .where('officeId', '=', officeId)
    .select((eb) => eb.fn.max('position').as('position'))
    .executeTakeFirst()
  await tx
    .insertInto('officer')
    .values({ officeId, id, name, side, loginName, position: (last?.position ?? 0) + 1 })
    .execute()
  return id
}

export async function addPost(
  tx: Tx,
  officeId: string,
  post: Omit<KeptPost, 'id' | 'closedOn'> & { readonly line: readonly string[]; readonly position: number },
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
