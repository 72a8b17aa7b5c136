import type * as contract from '@guatu/contract'
import { factProblems, type Register } from '@guatu/core/fact'
import {
  accept,
  addDays,
  type Day,
  day,
  dayOf,
  type Instant,
  instant,
  type Problem,
  type Result,
  reject,
  type Words,
} from '@guatu/core/shared'
import { sql } from 'kysely'
import { officersOf } from '../office/index.ts'
import { versionsOf } from '../plan/index.ts'
import { noteChanged } from '../platform/audit/changed.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/db.ts'
import { hold, holdTogether } from '../platform/hold.ts'
import { isWaitingAt, withFallen } from './list/states.ts'

/** The month of a day, `2023-06`. */
export const monthOf = (on: Day): string => on.slice(0, 7)

const held = (officeId: string): string => `months of ${officeId}`

/** Keeps the months still that are locked, until this transaction ends: a row is late or not, and stays so. */
export const holdLocks = (tx: Tx, officeId: string): Promise<void> => holdTogether(tx, held(officeId))

/** When each month was locked that is, kept still. */
export async function locksByMonth(tx: Tx, officeId: string): Promise<ReadonlyMap<string, Instant>> {
  await holdLocks(tx, officeId)
  const rows = await tx.selectFrom('monthLock').where('officeId', '=', officeId).select(['month', 'lockedAt']).execute()
  return new Map(rows.map(({ month, lockedAt }) => [month, instant(new Date(lockedAt).toISOString())]))
}

/** The months that are locked, kept still. */
export const lockedMonths = async (tx: Tx, officeId: string): Promise<ReadonlySet<string>> =>
  new Set((await locksByMonth(tx, officeId)).keys())

const firstDay = (month: string): Day => day(`${month}-01`)
const lastDay = (month: string): Day => addDays(firstDay(nextMonth(month)), -1)

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** Whether the row called `e` is of a month: by its own day, or by that of a fact it says. */
const isOf = (month: ReturnType<typeof sql>): ReturnType<typeof sql> => sql`
  (to_char(e.true_on, 'YYYY-MM') = ${month}
    or exists (select 1 from fact f where f.office_id = e.office_id and f.entry_id = e.id
      and to_char(f.true_on, 'YYYY-MM') = ${month}))`

/** Every lock, the latest month first, with what came late for it. */
async function locksOf(tx: Tx, officeId: string): Promise<contract.MonthLock[]> {
  const { rows } = await sql<Omit<contract.MonthLock, 'lockedBy'> & { readonly lockedBy: string }>`
    select m.month, m.locked_by, m.locked_at,
      (select count(*)::int from entry e where e.office_id = m.office_id and e.late and e.known_at >= m.locked_at
        and ${isOf(sql`m.month`)}) as late
    from month_lock m where m.office_id = ${officeId} order by m.month desc`.execute(tx)
  const people = new Map((await officersOf(tx, officeId)).map(({ id, name }) => [id, name]))
  return rows.map((row) => ({ ...row, lockedBy: people.get(row.lockedBy) ?? '' }))
}

/** Months of adopted plans that are over by a day and not locked, the earliest first. */
async function openMonths(tx: Tx, officeId: string, today: Day, locked: ReadonlySet<string>): Promise<string[]> {
  const years = (await versionsOf(tx, officeId)).map(({ year }) => year)
  const months = [...new Set(years)].flatMap((year) =>
    Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`),
  )
  return months.filter((month) => month < monthOf(today) && !locked.has(month)).toSorted()
}

/** Which months are locked and which may be. */
export async function monthsOf(tx: Tx, officeId: string, today: Day): Promise<contract.MonthLocks> {
  const months = await locksOf(tx, officeId)
  return { months, open: await openMonths(tx, officeId, today, new Set(months.map(({ month }) => month))) }
}

interface Waiting {
  readonly register: string
  readonly unit: string | null
  readonly rows: number
}

/** What a lock would leave out of a month as it is known now; refuses a month that may not be locked. */
export async function monthPreview(
  tx: Tx,
  { officeId, now, today }: Pick<Locking, 'officeId' | 'now' | 'today'>,
  registers: readonly Register[],
  month: string,
): Promise<Result<contract.MonthPreview>> {
  const unfit = await whyNot(tx, officeId, today, month)
  if (unfit) return reject(unfit)
  const looked = { officeId, register: '', knownAt: now }
  const { rows } = await sql<Waiting>`
    with ${withFallen(looked)}
    select e.register, u.name as unit, count(*)::int as rows from entry e
      left join unit u on u.office_id = e.office_id and u.id = e.unit_id
    where e.office_id = ${officeId} and e.known_at <= ${now} and ${isOf(sql`${month}`)} and ${isWaitingAt(looked)}
    group by 1, 2 order by u.name nulls last, e.register`.execute(tx)
  const [counted] = (
    await sql<{ rows: number }>`
      select coalesce(sum(verified_rows), 0)::int as rows from fact_delta
      where office_id = ${officeId} and known_at <= ${now}
        and true_on between ${firstDay(month)}::date and ${lastDay(month)}::date`.execute(tx)
  ).rows
  const labelOf = (id: string): Words => registers.find((one) => one.id === id)?.label ?? { zh: id, en: id }
  return accept({
    month,
    verified: counted?.rows ?? 0,
    waiting: rows.map(({ register, unit, rows: count }) => ({
      unit: unit ?? '',
      register,
      label: labelOf(register),
      rows: count,
    })),
  })
}

/** Why a month is not to be locked, or null: it runs still, or is locked. */
async function whyNot(tx: Tx, officeId: string, today: Day, month: string): Promise<Problem | null> {
  if (monthOf(today) <= month) return factProblems('fact.month_running', { month })
  const known = await tx
    .selectFrom('monthLock')
    .where('officeId', '=', officeId)
    .where('month', '=', month)
    .select('month')
    .executeTakeFirst()
  return known ? factProblems('fact.month_locked', { month }) : null
}

export interface Locking {
  readonly officeId: string
  readonly officerId: string
  readonly now: Instant
  readonly today: Day
}

/** Locks a month for good, at the moment when no row is just coming in: it has to be over, and is locked once. */
export async function lockMonth(
  tx: Tx,
  { officeId, officerId, clock }: Pick<Locking, 'officeId' | 'officerId'> & { readonly clock: Clock },
  month: string,
): Promise<Result<null>> {
  await hold(tx, held(officeId))
  const now = clock.now()
  const today = dayOf(now)
  const unfit = await whyNot(tx, officeId, today, month)
  if (unfit) return reject(unfit)
  const lock = { month, lockedBy: officerId, lockedAt: now }
  noteChanged(tx, null, lock)
  await tx
    .insertInto('monthLock')
    .values({ officeId, ...lock })
    .execute()
  return accept(null)
}
