import { type PersonRef, type PostLine, plainName, type RosterStep, type UnitLine } from '@guatu/core/office'
import { assert, type Problem } from '@guatu/core/shared'
import {
  addOfficer,
  addUnits,
  applyForHolding,
  confirm,
  end,
  type Keeper,
  makePost,
  postsOf,
  unitsOf,
} from '../office/index.ts'
import type { Tx } from '../platform/db.ts'

/** Where the steps have got to: what they name, by id. */
interface Made {
  readonly units: Map<string, string>
  readonly posts: Map<string, string>
  readonly people: Map<string, string>
}

const postKey = (unitId: string, title: string): string => `${unitId} ${plainName(title)}`

const idIn = (map: ReadonlyMap<string, string>, key: string): string => {
  const id = map.get(key)
  assert(id, 'a step names what is there or an earlier one has made')
  return id
}

const unitId = (made: Made, name: string): string => idIn(made.units, plainName(name))

const addUnit = async (tx: Tx, { officeId, now }: Keeper, made: Made, { name }: UnitLine): Promise<void> => {
  await addUnits(tx, officeId, [name], now)
  const unit = (await unitsOf(tx, officeId)).find((one) => one.name === name)
  made.units.set(plainName(name), unit?.id ?? '')
}

const setUnit = (tx: Tx, { officeId }: Keeper, made: Made, { name, kind, parent }: UnitLine) =>
  tx
    .updateTable('unit')
    .set({ kind, parentId: parent === null ? null : unitId(made, parent) })
    .where('officeId', '=', officeId)
    .where('id', '=', unitId(made, name))
    .execute()

const giveAccount = (tx: Tx, { officeId }: Keeper, id: string, loginName: string) =>
  tx.updateTable('officer').set({ loginName }).where('officeId', '=', officeId).where('id', '=', id).execute()

async function addPost(tx: Tx, keeper: Keeper, made: Made, post: PostLine): Promise<Problem | null> {
  const unit = unitId(made, post.unit)
  const line = post.line === 'all' ? [] : post.line.map((name) => unitId(made, name))
  const wanted = { unitId: unit, title: post.title, duties: [...post.duties], line, wholeLine: post.line === 'all' }
  const done = await makePost(tx, keeper, wanted)
  if (!done.ok) return done.problem
  made.posts.set(postKey(unit, post.title), done.value)
  return null
}

const officerId = (made: Made, person: PersonRef): string =>
  'id' in person ? person.id : idIn(made.people, person.account)

async function addHolding(
  tx: Tx,
  keeper: Keeper,
  made: Made,
  step: Extract<RosterStep, { do: 'addHolding' }>,
): Promise<Problem | null> {
  const postId = idIn(made.posts, postKey(unitId(made, step.unit), step.post))
  const { kind, from, until } = step
  const officer = { id: officerId(made, step.person) }
  const applied = await applyForHolding(tx, keeper, { postId, officer, kind, from, until })
  if (!applied.ok) return applied.problem
  if (keeper.kind === 'formal') return null
  const confirmed = await confirm(tx, keeper, applied.value, until === null ? 1 : 2)
  return confirmed.ok ? null : confirmed.problem
}

async function take(tx: Tx, keeper: Keeper, made: Made, step: RosterStep): Promise<Problem | null> {
  if (step.do === 'addHolding') return addHolding(tx, keeper, made, step)
  if (step.do === 'addPost') return addPost(tx, keeper, made, step.post)
  if (step.do === 'endHolding') {
    const ended = await end(tx, keeper, step.id, step.version, { until: step.until, to: null })
    return ended.ok ? null : ended.problem
  }
  if (step.do === 'addPerson')
    made.people.set(step.account, await addOfficer(tx, keeper.officeId, step.name, step.side, step.account))
  if (step.do === 'giveAccount') await giveAccount(tx, keeper, step.id, step.account)
  if (step.do === 'addUnit') await addUnit(tx, keeper, made, step.unit)
  return null
}

/**
 * Takes the steps of a roster one after the other, each by the use case of a single change. The first that is refused
 * ends it, and with the transaction everything before it is as it was.
 */
export async function applySteps(tx: Tx, keeper: Keeper, steps: readonly RosterStep[]): Promise<Problem | null> {
  const made: Made = {
    units: new Map((await unitsOf(tx, keeper.officeId)).map(({ id, name }) => [plainName(name), id])),
    posts: new Map((await postsOf(tx, keeper.officeId)).map(({ id, unitId, title }) => [postKey(unitId, title), id])),
    people: new Map(),
  }
  for (const step of steps) {
    const problem = await take(tx, keeper, made, step)
    if (problem) return problem
  }
  // A new unit may come before the one above it: what belongs to which is written once all are there.
  for (const step of steps)
    if (step.do === 'addUnit' || step.do === 'changeUnit') await setUnit(tx, keeper, made, step.unit)
  return null
}
