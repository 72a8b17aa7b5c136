import type { CodeSlip, ThreeNames } from '@guatu/contract'
import { mlps3 } from '@guatu/core/identity'
import { type Administrator, administrators, dutyLabels, isInForce } from '@guatu/core/office'
import { dayOf, type Instant, instant, type Problem } from '@guatu/core/shared'
import { freeLoginName, hasPassword, issueCode } from '../identity/index.ts'
import { addHolding, addOfficer, addPost, holdingsOf, officersOf, postsOf, unitsOf } from '../office/index.ts'
import type { Tx } from '../platform/db.ts'
import { firstRunProblems } from './problems.ts'

/** One of the three as the first run made them. */
export interface Made {
  readonly side: Administrator
  readonly officerId: string
}

/** Why three names are not three people, or null. */
export function sameIn(names: ThreeNames): Problem | null {
  const [name] = administrators.map((side) => names[side]).filter((one, at, all) => all.indexOf(one) !== at)
  return name === undefined ? null : firstRunProblems('first_run.same_person', { name })
}

/** Why one of the names cannot be an administrator's: somebody of that name is at work in the office. Null where none is. */
export async function atWorkIn(tx: Tx, officeId: string, names: ThreeNames, now: Instant): Promise<Problem | null> {
  const today = dayOf(now)
  const held = new Set(
    (await holdingsOf(tx, officeId)).filter((one) => isInForce(one, today)).map(({ officerId }) => officerId),
  )
  const working = new Set((await officersOf(tx, officeId)).filter(({ id }) => held.has(id)).map(({ name }) => name))
  const name = administrators.map((side) => names[side]).find((one) => working.has(one))
  return name === undefined ? null : firstRunProblems('first_run.at_work', { name })
}

/** Their post: the one there is, or one made in the office's first unit. */
async function postFor(tx: Tx, officeId: string, side: Administrator): Promise<string> {
  const posts = await postsOf(tx, officeId)
  const standing = posts.find((post) => post.side === side)
  if (standing) return standing.id
  const [unit] = await unitsOf(tx, officeId)
  const post = { unitId: unit?.id ?? '', title: dutyLabels[side].zh, duties: [side], side, wholeLine: false }
  return addPost(tx, officeId, { ...post, line: [], position: posts.length })
}

async function makeOne(tx: Tx, officeId: string, side: Administrator, name: string, now: Instant): Promise<Made> {
  const officerId = await addOfficer(tx, officeId, name, side)
  await tx
    .updateTable('officer')
    .set({ loginName: await freeLoginName(tx, officeId, name) })
    .where('officeId', '=', officeId)
    .where('id', '=', officerId)
    .execute()
  const postId = await postFor(tx, officeId, side)
  // Nobody was there before them to apply or to confirm; from here on it takes two.
  const held = { postId, officerId, side, kind: 'holder', fromDay: dayOf(now), at: now } as const
  await addHolding(tx, officeId, { ...held, appliedBy: officerId, confirmedBy: officerId })
  return { side, officerId }
}

/** Makes the three in their posts. They have no password: only a code, which is issued apart. */
export async function makeThree(tx: Tx, officeId: string, names: ThreeNames, now: Instant): Promise<Made[]> {
  const made: Made[] = []
  for (const side of administrators) made.push(await makeOne(tx, officeId, side, names[side], now))
  return made
}

/** Until when the codes work that are issued now. */
export const codesUntilOf = (now: Instant): Instant =>
  instant(new Date(Date.parse(now) + mlps3.signIn.codeDays.value * 86_400_000).toISOString())

/** Issues each of them a code, which makes earlier ones void, and gives what is printed on their slips. */
export async function slipsFor(tx: Tx, officeId: string, made: readonly Made[], now: Instant): Promise<CodeSlip[]> {
  const slips: CodeSlip[] = []
  for (const { side, officerId } of made) {
    const { name, loginName } = await tx
      .selectFrom('officer')
      .where('officeId', '=', officeId)
      .where('id', '=', officerId)
      .select(['name', 'loginName'])
      .executeTakeFirstOrThrow()
    const code = await issueCode(tx, {
      officeId,
      officerId,
      issuedBy: null,
      now,
      validDays: mlps3.signIn.codeDays.value,
    })
    slips.push({ side, post: dutyLabels[side].zh, name, loginName: loginName ?? '', code })
  }
  return slips
}

/** Whether any of them has set a password: then they have begun, and no code is shown again here. */
export async function haveBegun(tx: Tx, officeId: string, made: readonly Made[]): Promise<boolean> {
  for (const { officerId } of made) if (await hasPassword(tx, { officeId, officerId })) return true
  return false
}
