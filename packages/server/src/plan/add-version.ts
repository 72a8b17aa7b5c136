import type { PlanVersion } from '@guatu/core/plan'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { targetColumns, taskColumns } from './plan-rows.ts'
import type { Adopted } from './plan-store.ts'

/** Ids for what a version brings: what came before keeps its own, the rest gets new ones. */
function idsFor(plan: PlanVersion, before: PlanVersion | null): (key: string) => string {
  const held = (before?.tasks ?? []).flatMap((task) => [task.key, ...task.targets.map((target) => target.key)])
  const ids = new Map(held.map((id) => [id, id]))
  for (const task of plan.tasks) for (const { key } of [task, ...task.targets]) if (!ids.has(key)) ids.set(key, newId())
  return (key) => ids.get(key) ?? ''
}

const kindsOf = (plan: PlanVersion) =>
  plan.tasks.flatMap((task) => [
    { key: task.key, kind: 'task' },
    ...task.targets.map((target) => ({ key: target.key, kind: target.kind })),
  ])

const addHead = (tx: Tx, officeId: string, adopted: Adopted, { announced, missing }: PlanVersion) =>
  tx
    .insertInto('planVersion')
    .values({
      ...adopted,
      officeId,
      announcedAreas: announced.areas,
      announcedTasks: announced.tasks,
      missing: [...missing],
    })
    .execute()

/** The version that rows belong to, and the ids of what it holds. */
interface Place {
  readonly of: { readonly officeId: string; readonly year: number; readonly version: number }
  readonly id: (key: string) => string
}

async function addAreas(tx: Tx, { of }: Place, { areas }: PlanVersion): Promise<void> {
  const rows = areas.map((area) => ({ ...of, ...area }))
  if (rows.length > 0) await tx.insertInto('area').values(rows).execute()
}

/** What tasks and targets are called over all versions; those of an earlier version are there already. */
async function addItems(tx: Tx, { of: { officeId, year }, id }: Place, plan: PlanVersion): Promise<void> {
  const rows = kindsOf(plan).map(({ key, kind }) => ({ officeId, id: id(key), year, kind }))
  if (rows.length === 0) return
  const insert = tx.insertInto('planItem').values(rows)
  await insert.onConflict((oc) => oc.columns(['officeId', 'id']).doNothing()).execute()
}

async function addTasks(tx: Tx, { of, id }: Place, { tasks }: PlanVersion): Promise<void> {
  const rows = tasks.map((task, position) => ({ ...of, id: id(task.key), position, ...taskColumns(task) }))
  if (rows.length > 0) await tx.insertInto('task').values(rows).execute()
}

async function addTargets(tx: Tx, { of, id }: Place, { tasks }: PlanVersion): Promise<void> {
  const targets = tasks.flatMap((task) => task.targets.map((target) => ({ task, target })))
  const rows = targets.map(({ task, target }, position) => ({
    ...of,
    id: id(target.key),
    taskId: id(task.key),
    position,
    ...targetColumns(target),
  }))
  if (rows.length > 0) await tx.insertInto('target').values(rows).execute()
}

/** Freezes a version. `before` is the one it follows; tasks and targets that were in it keep their ids. */
export async function addVersion(
  tx: Tx,
  officeId: string,
  adopted: Adopted,
  plan: PlanVersion,
  before: PlanVersion | null,
): Promise<void> {
  const { year, version } = adopted
  const place: Place = { of: { officeId, year, version }, id: idsFor(plan, before) }
  await addHead(tx, officeId, adopted, plan)
  await addAreas(tx, place, plan)
  await addItems(tx, place, plan)
  await addTasks(tx, place, plan)
  await addTargets(tx, place, plan)
}
