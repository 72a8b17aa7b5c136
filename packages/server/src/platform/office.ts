import { type AsOf, type Day, day, dayOf, endOfDay, type Instant, instant } from '@guatu/core/shared'
import type { Clock } from './clock.ts'
import type { Database } from './db.ts'
import { type Network, reaches } from './network.ts'

/** Made-up; trying it out with few people and no administrators; or in earnest. */
export type OfficeKind = 'sample' | 'trial' | 'formal'

/** The office a request is for, with the clock it lives by. */
export interface Office {
  readonly id: string
  readonly name: string
  readonly sample: boolean
  readonly kind: OfficeKind
  readonly clock: Clock
}

export interface OfficeRow {
  readonly id: string
  readonly name: string
  readonly kind: OfficeKind
  readonly sampleToday: string | null
  readonly createdAt: Date | string
}

// A sample lives on a day of its own: nine in the morning of it when it was made, and time passes from there.
const sampleClock = (start: string, createdAt: string, clock: Clock): Clock => {
  const offset = Date.parse(`${start}T01:00:00Z`) - Date.parse(createdAt)
  return { now: () => instant(new Date(Date.parse(clock.now()) + offset).toISOString()) }
}

export const officeFromRow = (row: OfficeRow, clock: Clock): Office => ({
  id: row.id,
  name: row.name,
  sample: row.kind === 'sample',
  kind: row.kind,
  clock: row.sampleToday ? sampleClock(row.sampleToday, new Date(row.createdAt).toISOString(), clock) : clock,
})

/** Through which door offices are looked for: those of the other one are not there. */
export interface Reach {
  readonly db: Database
  readonly clock: Clock
  readonly network: Network
}

/** A sample that still lives through its year has no day yet, and nobody finds it. */
const isInTheMaking = ({ kind, sampleToday }: OfficeRow): boolean => kind === 'sample' && sampleToday === null

/** Every office of this machine, whatever its door: for what belongs to no request. */
export async function officesOfMachine(db: Database, clock: Clock): Promise<Office[]> {
  const rows = (await db.reference
    .selectFrom('office')
    .selectAll()
    .orderBy('createdAt')
    .execute()) as unknown as OfficeRow[]
  return rows.filter((row) => !isInTheMaking(row)).map((row) => officeFromRow(row, clock))
}

export const allOffices = async ({ db, clock, network }: Reach): Promise<Office[]> =>
  (await officesOfMachine(db, clock)).filter((office) => reaches(network, office.kind))

export async function officeById({ db, clock, network }: Reach, id: string): Promise<Office | null> {
  const row = await db.reference.selectFrom('office').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? officeReached({ clock, network }, row as unknown as OfficeRow) : null
}

/** An office where it is there through this door. */
export function officeReached({ clock, network }: Pick<Reach, 'clock' | 'network'>, row: OfficeRow): Office | null {
  if (isInTheMaking(row)) return null
  const office = officeFromRow(row, clock)
  return reaches(network, office.kind) ? office : null
}

export const todayOf = (office: Office): Day => dayOf(office.clock.now())

/** What a request asks to see: any past day as it was known at its end, and today as it is known now. */
export function asOfFrom(query: { on?: string | undefined; known?: string | undefined }, now: Instant): AsOf {
  const today = dayOf(now)
  const on = query.on === undefined ? today : day(query.on)
  // As moments are kept, to the millisecond: they are compared as text.
  if (query.known !== undefined) return { on, knownAt: instant(new Date(query.known).toISOString()) }
  return { on, knownAt: on < today ? endOfDay(on) : now }
}
