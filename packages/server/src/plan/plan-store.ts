import { type PlannedTarget, type PlannedTask, type PlanVersion, whyUncheckable } from '@guatu/core/plan'
import { type Day, type Due, decimal, type Instant, spanOf } from '@guatu/core/shared'
import { type Selectable, sql } from 'kysely'
import type { Tables, Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

/** A version as it was frozen, with who adopted it and when it came to be known. */
export interface Adopted {
  readonly year: number
  readonly version: number
  readonly sourceId: string
  readonly says: string
  readonly adoptedOn: Day
  readonly adoptedAt: Instant
  readonly adoptedBy: string
  readonly paperNumber: string
}

export interface AdoptedPlan extends Adopted {
  readonly plan: PlanVersion
}

const versions = (tx: Tx, officeId: string, year: number) =>
  tx.selectFrom('planVersion').where('officeId', '=', officeId).where('year', '=', year)

export async function historyOf(tx: Tx, officeId: string, year: number): Promise<Adopted[]> {
  const rows = await versions(tx, officeId, year).selectAll().orderBy('version').execute()
  return rows as unknown as Adopted[]
}

type TaskRow = Selectable<Tables['task']>
type TargetRow = Selectable<Tables['target']>

const spanOrNull = (start: number | null, end: number | null) =>
  start === null || end === null ? null : spanOf(start, end)

function targetFromRow(row: TargetRow): PlannedTarget {
  const due = row.due as Due | null
  const words =
    row.kind === 'target' && row.comparator && row.value && row.basis
      ? {
          comparator: row.comparator as NonNullable<PlannedTarget['words']>['comparator'],
          value: decimal(row.value),
          valueTo: row.valueTo === null ? null : decimal(row.valueTo),
          unit: row.unit,
          printedUnit: row.printedUnit,
          basis: row.basis as NonNullable<PlannedTarget['words']>['basis'],
          stretch: row.stretch,
          down: row.down,
          due,
        }
      : null
  return {
    key: row.id,
    code: row.code,
    kind: row.kind as PlannedTarget['kind'],
    subject: row.subject,
    at: spanOrNull(row.atStart, row.atEnd),
    words,
    event: row.event as PlannedTarget['event'],
    due,
  }
}

function taskFromRow(row: TaskRow, rows: readonly TargetRow[]): PlannedTask {
  const targets = rows.filter((target) => target.taskId === row.id).map(targetFromRow)
  return {
    key: row.id,
    number: row.number,
    area: row.areaNumber,
    title: row.title,
    sentence: row.sentence,
    at: spanOrNull(row.atStart, row.atEnd),
    sourceId: row.sourceId,
    lead: row.lead,
    support: row.support,
    leaders: row.leaders,
    due: row.due as Due | null,
    // Worked out anew: versions adopted earlier hold a code without its reason.
    uncheckable: whyUncheckable(targets),
    targets,
  }
}

/** The plan as it was known at a moment: the latest version adopted by then. Keys are the ids of the database. */
export async function planAsOf(tx: Tx, officeId: string, year: number, knownAt: Instant): Promise<AdoptedPlan | null> {
  const found = await versions(tx, officeId, year)
    .where('adoptedAt', '<=', knownAt)
    .selectAll()
    .orderBy('version', 'desc')
    .executeTakeFirst()
  if (!found) return null
  const ofVersion = <T extends 'area' | 'task' | 'target'>(table: T) =>
    sql<Selectable<Tables[T]>>`select * from ${sql.table(table)}
      where office_id = ${officeId} and year = ${year} and version = ${found.version}
      order by ${sql.ref(table === 'area' ? 'number' : 'position')}`
      .execute(tx)
      .then((result) => result.rows)
  const areas = await ofVersion('area')
  const tasks = await ofVersion('task')
  const targets = await ofVersion('target')
  const plan: PlanVersion = {
    areas: areas.map(({ number, title, short }) => ({ number, title, short })),
    tasks: tasks.map((task) => taskFromRow(task, targets)),
    announced: { areas: found.announcedAreas, tasks: found.announcedTasks },
    missing: found.missing,
  }
  return { ...(found as unknown as Adopted), plan }
}

/** Ids for what a version brings: what came before keeps its own, the rest gets new ones. */
function idsFor(plan: PlanVersion, before: PlanVersion | null): Map<string, string> {
  const held = (before?.tasks ?? []).flatMap((task) => [task.key, ...task.targets.map((target) => target.key)])
  const ids = new Map(held.map((id) => [id, id]))
  for (const task of plan.tasks) for (const { key } of [task, ...task.targets]) if (!ids.has(key)) ids.set(key, newId())
  return ids
}

const kindsOf = (plan: PlanVersion) =>
  plan.tasks.flatMap((task) => [
    { key: task.key, kind: 'task' },
    ...task.targets.map((target) => ({ key: target.key, kind: target.kind })),
  ])

/** Freezes a version. `before` is the one it follows; tasks and targets that were in it keep their ids. */
export async function addVersion(
  tx: Tx,
  officeId: string,
  adopted: Adopted,
  plan: PlanVersion,
  before: PlanVersion | null,
): Promise<void> {
  const { year, version } = adopted
  const ids = idsFor(plan, before)
  const id = (key: string) => ids.get(key) ?? ''
  const of = { officeId, year, version }
  await tx
    .insertInto('planVersion')
    .values({
      ...adopted,
      officeId,
      announcedAreas: plan.announced.areas,
      announcedTasks: plan.announced.tasks,
      missing: [...plan.missing],
    })
    .execute()
  if (plan.areas.length)
    await tx
      .insertInto('area')
      .values(plan.areas.map((area) => ({ ...of, ...area })))
      .execute()
  const items = kindsOf(plan).map(({ key, kind }) => ({ officeId, id: id(key), year, kind }))
  if (items.length)
    await tx
      .insertInto('planItem')
      .values(items)
      .onConflict((oc) => oc.columns(['officeId', 'id']).doNothing())
      .execute()
  const tasks = plan.tasks.map((task, position) => ({
    ...of,
    id: id(task.key),
    position,
    number: task.number,
    areaNumber: task.area,
    title: task.title,
    sentence: task.sentence,
    atStart: task.at?.start ?? null,
    atEnd: task.at?.end ?? null,
    sourceId: task.sourceId,
    lead: [...task.lead],
    support: [...task.support],
    leaders: [...task.leaders],
    due: task.due,
    uncheckable: task.uncheckable,
  }))
  if (tasks.length) await tx.insertInto('task').values(tasks).execute()
  const targets = plan.tasks.flatMap((task) => task.targets.map((target) => ({ task, target })))
  if (targets.length)
    await tx
      .insertInto('target')
      .values(
        targets.map(({ task, target }, position) => ({
          ...of,
          id: id(target.key),
          taskId: id(task.key),
          position,
          ...targetColumns(target),
        })),
      )
      .execute()
}

const targetColumns = ({ code, kind, subject, at, words, event, due }: PlannedTarget) => ({
  code,
  kind,
  subject,
  atStart: at?.start ?? null,
  atEnd: at?.end ?? null,
  comparator: words?.comparator ?? null,
  value: words?.value ?? null,
  valueTo: words?.valueTo ?? null,
  unit: words?.unit ?? '',
  printedUnit: words?.printedUnit ?? '',
  basis: words?.basis ?? null,
  event,
  stretch: words?.stretch ?? false,
  down: words?.down ?? false,
  due,
})
