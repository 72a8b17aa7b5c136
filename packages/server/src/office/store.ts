import type { Instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Database, Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { builtInPeople, builtInUnits } from './people.ts'

export interface NewOffice {
  readonly name: string
  readonly units: readonly string[]
  /** The day a sample lives on; null for an office of its own. */
  readonly sampleToday: string | null
}

export type UnitKind = 'department' | 'community' | 'centre'

const kindOfName = (name: string): UnitKind =>
  name.endsWith('社区') ? 'community' : name.endsWith('中心') ? 'centre' : 'department'

/** Adds the units that are not there yet; names that are stay as they are. */
export async function addUnits(tx: Tx, officeId: string, names: readonly string[], now: Instant): Promise<void> {
  const fresh = [...new Set(names)].filter((name) => name !== '')
  if (fresh.length === 0) return
  await tx
    .insertInto('unit')
    .values(fresh.map((name) => ({ officeId, id: newId(), name, kind: kindOfName(name), createdAt: now })))
    .onConflict((oc) => oc.columns(['officeId', 'name']).doNothing())
    .execute()
}

export const unitsOf = (tx: Tx, officeId: string) =>
  tx.selectFrom('unit').where('officeId', '=', officeId).select(['id', 'name', 'kind']).orderBy('id').execute()

export const officersOf = (tx: Tx, officeId: string) =>
  tx
    .selectFrom('officer')
    .innerJoin('unit', (join) =>
      join.onRef('unit.officeId', '=', 'officer.officeId').onRef('unit.id', '=', 'officer.unitId'),
    )
    .where('officer.officeId', '=', officeId)
    .select(['officer.id', 'officer.name', 'officer.post', 'officer.duties', 'unit.name as unit'])
    .orderBy('officer.position')
    .execute()

/** Makes an office with its units and built-in people; `name` may stand twice, the id tells them apart. */
export async function makeOffice(db: Database, office: NewOffice, now: Instant): Promise<string> {
  const id = newId()
  await db.inOffice(id, async (tx) => {
    const kind = office.sampleToday ? 'sample' : 'own'
    await tx
      .insertInto('office')
      .values({ id, name: office.name, kind, sampleToday: office.sampleToday, createdAt: now })
      .execute()
    for (const unit of builtInUnits)
      await tx
        .insertInto('unit')
        .values({ officeId: id, id: newId(), ...unit, createdAt: now })
        .execute()
    await addUnits(tx, id, office.units, now)
    const units = new Map((await unitsOf(tx, id)).map((unit) => [unit.name, unit.id]))
    const people = builtInPeople.map(({ unit, duties, ...person }, position) => ({
      officeId: id,
      id: newId(),
      ...person,
      unitId: units.get(unit) ?? '',
      duties: [...duties],
      position,
    }))
    await tx.insertInto('officer').values(people).execute()
  })
  return id
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
