import { officeProblems } from '@guatu/core/office'
import { accept, type Day, type Result, reject, type Words } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'
import { platformProblems } from '../platform/problems.ts'
import type { Keeper } from './hold.ts'
import { holdingsOf, holdPeople, type KeptPost, officerById, postsOf } from './people-store.ts'
import { unitsOf } from './store.ts'

/** What a unit has begun and not ended; handed in, because it lies in later stages. */
export type OpenOfUnit = (tx: Tx, officeId: string, unitId: string, keeper: Keeper) => Promise<readonly Words[]>

const notFound = (what: string) => reject(platformProblems('request.not_found', { what }))

/** Who holds one of the posts on a day or later, or has been proposed for it. */
async function heldAfter(tx: Tx, officeId: string, posts: readonly KeptPost[], on: Day): Promise<Words[]> {
  const ids = new Map(posts.map((post) => [post.id, post.title]))
  const held = (await holdingsOf(tx, officeId)).filter(
    ({ postId, untilDay }) => ids.has(postId) && (untilDay === null || untilDay >= on),
  )
  const said: Words[] = []
  for (const { postId, officerId } of held) {
    const name = (await officerById(tx, officeId, officerId))?.name ?? ''
    const title = ids.get(postId) ?? ''
    said.push({ zh: `${name}任${title}`, en: `${name} holds ${title}` })
  }
  return said
}

const stillOpen = (what: string, open: readonly Words[]) =>
  reject(
    officeProblems('office.still_open', {
      what,
      open: open.map(({ zh }) => zh).join('；'),
      openEn: open.map(({ en }) => en).join('; '),
    }),
  )

/** Closes a post from a day on. Refused while somebody holds it then, or is to hold it. */
export async function closePost(tx: Tx, { officeId }: Keeper, id: string, on: Day): Promise<Result<string>> {
  await holdPeople(tx, officeId)
  const post = (await postsOf(tx, officeId)).find((one) => one.id === id)
  if (!post) return notFound('这个岗位')
  if (post.closedOn) return reject(officeProblems('office.closed_already', { what: post.title, on: post.closedOn }))
  const held = await heldAfter(tx, officeId, [post], on)
  if (held.length > 0) return stillOpen(post.title, held)
  await tx.updateTable('post').set({ closedOn: on }).where('officeId', '=', officeId).where('id', '=', id).execute()
  return accept(id)
}

/** Closes a unit with its posts from a day on. Refused while a post of it is held or rows of it wait to be verified. */
export async function closeUnit(
  tx: Tx,
  keeper: Keeper,
  id: string,
  on: Day,
  openOfUnit: OpenOfUnit,
): Promise<Result<string>> {
  const { officeId } = keeper
  await holdPeople(tx, officeId)
  const unit = (await unitsOf(tx, officeId)).find((one) => one.id === id)
  if (!unit) return notFound('这个科室（社区）')
  if (unit.closedOn) return reject(officeProblems('office.closed_already', { what: unit.name, on: unit.closedOn }))
  const posts = (await postsOf(tx, officeId)).filter((post) => post.unitId === id && post.closedOn === null)
  const open = [...(await heldAfter(tx, officeId, posts, on)), ...(await openOfUnit(tx, officeId, id, keeper))]
  if (open.length > 0) return stillOpen(unit.name, open)
  for (const post of posts)
    await tx
      .updateTable('post')
      .set({ closedOn: on })
      .where('officeId', '=', officeId)
      .where('id', '=', post.id)
      .execute()
  await tx.updateTable('unit').set({ closedOn: on }).where('officeId', '=', officeId).where('id', '=', id).execute()
  return accept(id)
}
