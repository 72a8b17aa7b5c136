import { type PlanVersion, reviewProblems } from '@guatu/core/plan'
import { accept, type Day, dayOf, type Instant, type Result, reject } from '@guatu/core/shared'
import { type Selectable, sql } from 'kysely'
import type { Tables, Tx } from '../platform/db.ts'
import { hold } from '../platform/hold.ts'
import { taskFromRow } from './plan-rows.ts'

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

/** The plan as it was known at a moment: the latest version adopted by then. Keys are the ids of the database. */
export async function planAsOf(tx: Tx, officeId: string, year: number, knownAt: Instant): Promise<AdoptedPlan | null> {
  const known = versions(tx, officeId, year).where('adoptedAt', '<=', knownAt)
  const found = await known.selectAll().orderBy('version', 'desc').executeTakeFirst()
  return found ? wholePlan(tx, officeId, found) : null
}

/** The version that the next one follows, whatever the clocks said of those who made it. */
export async function newestPlan(tx: Tx, officeId: string, year: number): Promise<AdoptedPlan | null> {
  const found = await versions(tx, officeId, year).selectAll().orderBy('version', 'desc').executeTakeFirst()
  return found ? wholePlan(tx, officeId, found) : null
}

/** When a version came to be known: never before the one that it follows. */
export const knownAfter = (before: Adopted | null, now: Instant): Instant =>
  before && before.adoptedAt > now ? before.adoptedAt : now

async function wholePlan(tx: Tx, officeId: string, found: Selectable<Tables['planVersion']>): Promise<AdoptedPlan> {
  const { year } = found
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

/** The plan as it was known at a moment, or why there is none: never adopted, or adopted only later than that. */
export async function planKnown(
  tx: Tx,
  officeId: string,
  year: number,
  knownAt: Instant,
): Promise<Result<AdoptedPlan>> {
  const adopted = await planAsOf(tx, officeId, year, knownAt)
  if (adopted) return accept(adopted)
  const [first] = await historyOf(tx, officeId, year)
  return reject(
    first
      ? reviewProblems('plan.not_known_then', { year, on: dayOf(knownAt), since: dayOf(first.adoptedAt) })
      : reviewProblems('plan.version_unknown', { year }),
  )
}

/** For changes of the office's papers and plans: a review is not adopted twice, nor decided on while it is adopted. */
export const holdPlans = (tx: Tx, officeId: string): Promise<void> => hold(tx, `plans ${officeId}`)

/** The newest version of each year that has a plan, latest year first. */
export async function versionsOf(tx: Tx, officeId: string): Promise<{ year: number; version: number }[]> {
  const rows = await tx
    .selectFrom('planVersion')
    .where('officeId', '=', officeId)
    .select(['year', 'version'])
    .orderBy('year', 'desc')
    .orderBy('version', 'desc')
    .execute()
  return rows.filter((row, i) => rows[i - 1]?.year !== row.year)
}

/** The year of the plans in which a target or milestone stands; null where none has it. */
export async function planYearOf(tx: Tx, officeId: string, targetId: string): Promise<number | null> {
  const item = await tx
    .selectFrom('planItem')
    .where('officeId', '=', officeId)
    .where('id', '=', targetId)
    .where('kind', 'in', ['target', 'milestone'])
    .select('year')
    .executeTakeFirst()
  return item?.year ?? null
}
