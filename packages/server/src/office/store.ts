import { sideOf } from '@guatu/core/office'
import { assert, type Day, dayOf, type Instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import { noteChanged } from '../platform/audit/changed.ts'
import { writeAudit } from '../platform/audit.ts'
import type { Database, Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { markOf } from '../platform/mark.ts'
import type { OfficeKind } from '../platform/office.ts'
import { seatIn } from '../platform/seat.ts'
import { type BuiltIn, builtInPeople, builtInUnits } from './people.ts'

export interface NewOffice {
  readonly name: string
  readonly units: readonly string[]
  /** The day a sample lives on; null for an office on trial. */
  readonly sampleToday: string | null
  /** People beside those that are built in, such as the handlers of a sample’s departments. */
  readonly people?: readonly BuiltIn[]
  /** A sample that is found only once `openSample` has given it its day. */
  readonly inTheMaking?: true
}

export type UnitKind = 'department' | 'community' | 'centre'

const kindOfName = (name: string): UnitKind =>
  name.endsWith('社区') ? 'community' : name.endsWith('中心') ? 'centre' : 'department'

/** Adds the units that are not there yet; names that are stay as they are. Where nobody says the kind, the name tells it. */
export async function addUnits(
  tx: Tx,
  officeId: string,
  names: readonly string[],
  now: Instant,
  kind?: UnitKind,
): Promise<void> {
  const fresh = [...new Set(names)].filter((name) => name !== '')
  if (fresh.length === 0) return
  await tx
    .insertInto('unit')
    .values(fresh.map((name) => ({ officeId, id: newId(), name, kind: kind ?? kindOfName(name), createdAt: now })))
    .onConflict((oc) => oc.columns(['officeId', 'name']).doNothing())
    .execute()
}

export const unitsOf = (tx: Tx, officeId: string) =>
  tx
    .selectFrom('unit')
    .where('officeId', '=', officeId)
    .select(['id', 'name', 'kind', 'parentId', 'closedOn'])
    .orderBy('id')
    .execute()

export type KeptUnit = Awaited<ReturnType<typeof unitsOf>>[number]

export const isOpenUnit = ({ closedOn }: Pick<KeptUnit, 'closedOn'>, on: Day): boolean =>
  closedOn === null || closedOn > on

/** Everybody there ever was in the office, by name: what they did is told under it. */
export const officersOf = (tx: Tx, officeId: string) =>
  tx.selectFrom('officer').where('officeId', '=', officeId).select(['id', 'name']).orderBy('position').execute()

/** What is written down about the making of an office, in the office itself. */
export interface Making {
  readonly route: string
  readonly at: Instant
}

// Built-in people have always been there: a story may be told of any day.
const sinceEver = '2000-01-01'

/** Each is marked as what they are: people of a sample, or stand-ins of an office on trial. */
async function addOfficers(
  tx: Tx,
  officeId: string,
  mark: '示例' | '试用',
  more: readonly BuiltIn[],
  at: Instant,
): Promise<void> {
  const units = new Map((await unitsOf(tx, officeId)).map((unit) => [unit.name, unit.id]))
  const people = [...builtInPeople.filter(({ sampleOnly }) => !sampleOnly || mark === '示例'), ...more]
  for (const [position, { name, title, unit, duties, wholeLine = false }] of people.entries()) {
    const side = sideOf(duties)
    assert(side, `the duties of ${name} go together`)
    const officer = { officeId, id: newId(), name: `${mark}·${name}`, position, side, standIn: true }
    const post = { officeId, id: newId(), unitId: units.get(unit) ?? '', title, duties: [...duties], position }
    await tx.insertInto('officer').values(officer).execute()
    await tx
      .insertInto('post')
      .values({ ...post, side, wholeLine })
      .execute()
    await addHolding(tx, officeId, {
      postId: post.id,
      officerId: officer.id,
      side,
      kind: 'holder',
      fromDay: sinceEver,
      appliedBy: officer.id,
      confirmedBy: officer.id,
      at,
    })
  }
}

export interface NewHolding {
  readonly postId: string
  readonly officerId: string
  readonly side: string
  readonly kind: 'holder' | 'deputy'
  readonly fromDay: string
  readonly untilDay?: string | null
  readonly appliedBy: string
  /** Null where a second person has still to confirm it. */
  readonly confirmedBy: string | null
  readonly at: Instant
}

/** Puts a person in a post from a day on, and returns the holding's id. */
export async function addHolding(tx: Tx, officeId: string, { at, ...holding }: NewHolding): Promise<string> {
  const id = newId()
  const confirmedAt = holding.confirmedBy === null ? null : at
  noteChanged(tx, null, { id, ...holding, untilDay: holding.untilDay ?? null })
  await tx
    .insertInto('holding')
    .values({ officeId, id, ...holding, appliedAt: at, confirmedAt })
    .execute()
  return id
}

async function recordMaking(tx: Tx, officeId: string, { route, at }: Making): Promise<void> {
  const founder = await seatIn(tx, officeId, dayOf(at), {})
  assert(founder, 'a new office has people')
  await writeAudit(tx, founder, { at, route, object: '/api/offices', outcome: 'done', problemCode: null, detail: {} })
}

/** Writes down an office and its units, without anybody in it, and returns whether it was new. */
export async function insertOffice(
  tx: Tx,
  id: string,
  { name, kind, sampleToday, units }: NewOffice & { readonly kind: OfficeKind },
  at: Instant,
): Promise<boolean> {
  const made = await tx
    .insertInto('office')
    .values({ id, name, kind, sampleToday, createdAt: at })
    .onConflict((oc) => oc.column('id').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return false
  const builtIn = builtInUnits.map((unit) => ({ officeId: id, id: newId(), ...unit, createdAt: at }))
  await tx.insertInto('unit').values(builtIn).execute()
  await addUnits(tx, id, units, at)
  return true
}

/**
 * Makes an office with its units and built-in people, and returns whether it was new. The caller names its id, so that
 * a repeated request finds the office that the first one made.
 */
export const makeOffice = (db: Database, id: string, office: NewOffice, making: Making): Promise<boolean> =>
  db.inOffice(id, async (tx) => {
    const kind = office.sampleToday ? 'sample' : 'trial'
    const sampleToday = office.inTheMaking ? null : office.sampleToday
    if (!(await insertOffice(tx, id, { ...office, kind, sampleToday }, making.at))) return false
    await addOfficers(tx, id, markOf(kind), office.people ?? [], making.at)
    await recordMaking(tx, id, making)
    return true
  })

/** Gives a sample that was in the making its day: from now on it is found, and time passes in it. */
export const openSample = async (tx: Tx, officeId: string, sampleToday: Day): Promise<void> => {
  await tx.updateTable('office').set({ sampleToday }).where('id', '=', officeId).where('kind', '=', 'sample').execute()
}

/** The years for which the office has adopted a plan, newest first. */
export async function yearsOf(tx: Tx, officeId: string): Promise<number[]> {
  const rows = await tx
    .selectFrom('planVersion')
    .where('officeId', '=', officeId)
    .select(sql<number>`distinct year`.as('year'))
    .orderBy('year', 'desc')
    .execute()
  return rows.map((row) => row.year)
}
