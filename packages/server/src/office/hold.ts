import type * as contract from '@guatu/contract'
import { lastDuty, officeProblems, overlaps, sideOf, versionOf } from '@guatu/core/office'
import { accept, addDays, type Day, day, type Instant, type Problem, type Result, reject } from '@guatu/core/shared'
import type { z } from 'zod'
import { noteChanged } from '../platform/audit/changed.ts'
import type { Tx } from '../platform/db.ts'
import type { OfficeKind } from '../platform/office.ts'
import { platformProblems } from '../platform/problems.ts'
import { overtakenHolding } from './overtaken-holding.ts'
import {
  addOfficer,
  addPost,
  confirmHolding,
  disabledOf,
  endHolding,
  holdingsOf,
  holdPeople,
  type KeptHolding,
  type KeptPost,
  officerById,
  postsOf,
} from './people-store.ts'
import { addHolding, unitsOf } from './store.ts'

/** Who changes posts and holdings, in which kind of office, when. */
export interface Keeper {
  readonly officeId: string
  readonly officerId: string
  readonly kind: OfficeKind
  readonly now: Instant
}

type NewPost = z.output<typeof contract.newPost>
type NewHolding = z.output<typeof contract.newHolding>

const notFound = (what: string) => reject(platformProblems('request.not_found', { what }))

/** Makes a post in a unit: its duties go together, and its title is the only one of the unit. */
export async function makePost(tx: Tx, { officeId }: Keeper, wanted: NewPost): Promise<Result<string>> {
  await holdPeople(tx, officeId)
  const units = new Map((await unitsOf(tx, officeId)).map((unit) => [unit.id, unit]))
  if (![wanted.unitId, ...wanted.line].every((id) => units.has(id))) return notFound('这个科室（社区）')
  const side = sideOf(wanted.duties)
  if (!side) return reject(officeProblems('office.duties_apart', {}))
  const unit = units.get(wanted.unitId)
  if (unit?.closedOn) return reject(officeProblems('office.closed_already', { what: unit.name, on: unit.closedOn }))
  const posts = await postsOf(tx, officeId)
  if (posts.some((post) => post.unitId === wanted.unitId && post.title === wanted.title))
    return reject(officeProblems('office.post_taken', { post: wanted.title }))
  return accept(await addPost(tx, officeId, { ...wanted, side, position: posts.length }))
}

const whyNot = (post: KeptPost, wanted: NewHolding): Problem | null => {
  if (post.closedOn && (wanted.until === null || wanted.until >= post.closedOn))
    return officeProblems('office.closed_already', { what: post.title, on: post.closedOn })
  if (wanted.until !== null && wanted.until < wanted.from)
    return officeProblems('office.end_before_start', { from: wanted.from, until: wanted.until })
  if (post.side !== 'business' && wanted.kind === 'deputy')
    return officeProblems('office.no_deputy', { post: post.title })
  return null
}

async function officerFor(
  tx: Tx,
  officeId: string,
  post: KeptPost,
  asked: NewHolding['officer'],
): Promise<Result<string>> {
  if ('name' in asked) return accept(await addOfficer(tx, officeId, asked.name, post.side))
  const officer = await officerById(tx, officeId, asked.id)
  if (!officer) return notFound('这位同志')
  return officer.side === post.side
    ? accept(officer.id)
    : reject(officeProblems('office.sides_apart', { name: officer.name, post: post.title }))
}

/** Applies for a person to hold a post, or to stand in for its holder. It gives nothing until it is confirmed. */
export async function applyForHolding(tx: Tx, keeper: Keeper, wanted: NewHolding): Promise<Result<string>> {
  const { officeId } = keeper
  await holdPeople(tx, officeId)
  const post = (await postsOf(tx, officeId)).find((one) => one.id === wanted.postId)
  if (!post) return notFound('这个岗位')
  const problem = whyNot(post, wanted)
  if (problem) return reject(problem)
  const officer = await officerFor(tx, officeId, post, wanted.officer)
  if (!officer.ok) return officer
  const held = (await holdingsOf(tx, officeId, { officerId: officer.value })).some(
    (one) => one.postId === post.id && overlaps(one, wanted.from, wanted.until),
  )
  const name = (await officerById(tx, officeId, officer.value))?.name ?? ''
  if (held) return reject(officeProblems('office.holds_already', { name, post: post.title }))
  return accept(
    await addHolding(tx, officeId, {
      postId: post.id,
      officerId: officer.value,
      side: post.side,
      kind: wanted.kind,
      fromDay: wanted.from,
      untilDay: wanted.until,
      appliedBy: keeper.officerId,
      confirmedBy: null,
      at: keeper.now,
    }),
  )
}

async function standing(tx: Tx, keeper: Keeper, id: string, version: number): Promise<Result<KeptHolding>> {
  await holdPeople(tx, keeper.officeId)
  const [holding] = await holdingsOf(tx, keeper.officeId, { id })
  if (!holding) return notFound('这项任职')
  const current = versionOf(holding)
  return version === current ? accept(holding) : overtakenHolding(tx, keeper, holding, version)
}

/** Confirms a holding. In earnest a second person does it; an office on trial may do without, and it shows. */
export async function confirm(tx: Tx, keeper: Keeper, id: string, version: number): Promise<Result<string>> {
  const holding = await standing(tx, keeper, id, version)
  if (!holding.ok) return holding
  const { appliedBy, officerId, confirmedBy } = holding.value
  if (confirmedBy !== null) return overtakenHolding(tx, keeper, holding.value, version)
  if (keeper.kind === 'formal' && [appliedBy, officerId].includes(keeper.officerId))
    return reject(officeProblems('office.needs_second', {}))
  noteChanged(tx, holding.value, { ...holding.value, confirmedBy: keeper.officerId })
  await confirmHolding(tx, keeper.officeId, id, keeper.officerId, keeper.now)
  return accept(id)
}

export interface Ended {
  readonly leaving: string
  readonly successor: string | null
}

/** Ends a holding on a day and applies for its successor from the next day on. */
export async function end(
  tx: Tx,
  keeper: Keeper,
  id: string,
  version: number,
  { until, to }: z.output<typeof contract.endHolding>,
): Promise<Result<Ended>> {
  const found = await standing(tx, keeper, id, version)
  if (!found.ok) return found
  const holding = found.value
  if (until < holding.fromDay)
    return reject(officeProblems('office.end_before_start', { from: holding.fromDay, until }))
  if (holding.untilDay !== null) return overtakenHolding(tx, keeper, holding, version)
  const posts = await postsOf(tx, keeper.officeId)
  const disabled = await disabledOf(tx, keeper.officeId)
  const holdings = (await holdingsOf(tx, keeper.officeId)).filter(({ officerId }) => !disabled.has(officerId))
  const next = addDays(day(until), 1)
  const isFormal = keeper.kind === 'formal'
  // On trial a successor is in the post at once; in earnest only when a second person has confirmed it.
  const lost = to === null || isFormal ? lastDuty(isFormal, holding, next, posts, holdings) : null
  if (lost) return reject(officeProblems('office.last_one', { duty: lost }))
  noteChanged(tx, holding, { ...holding, untilDay: until })
  await endHolding(tx, keeper.officeId, id, day(until))
  if (to === null) return accept({ leaving: holding.officerId, successor: null })
  return handOver(tx, keeper, holding, next, to)
}

async function handOver(tx: Tx, keeper: Keeper, holding: KeptHolding, from: Day, to: string): Promise<Result<Ended>> {
  const wanted = { postId: holding.postId, officer: { id: to }, kind: holding.kind, from, until: null }
  const applied = await applyForHolding(tx, keeper, wanted)
  if (!applied.ok) return applied
  if (keeper.kind !== 'formal') await confirmHolding(tx, keeper.officeId, applied.value, keeper.officerId, keeper.now)
  return accept({ leaving: holding.officerId, successor: applied.value })
}
