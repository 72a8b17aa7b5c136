import { type Due, dueOf, type Register, type RowValues } from '@guatu/core/fact'
import { type AsOf, addDays, dayOf, type Instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { Query } from './asked.ts'
import type { Sql } from './values.ts'

interface Standing {
  readonly corrects: string | null
  readonly status: string | null
  readonly knownAt: Instant
}

interface Version extends Standing {
  readonly id: string
  readonly status: string
  readonly content: RowValues
}

/** The states from which a time limit bids a next step. */
export const timedStates = ({ lifecycle }: Pick<Register, 'lifecycle'>): readonly string[] => [
  ...new Set(
    Object.values(lifecycle?.moves ?? {}).flatMap(({ within, because, from }) => (within && !because ? from : [])),
  ),
]

/**
 * When a version came to where it stands: through those that it came from and that stood there already. A move that waits
 * or was returned has taken it nowhere.
 */
export function cameThere(version: Standing, byId: ReadonlyMap<string, Standing>): Instant {
  let since = version.knownAt
  const before = ({ corrects }: Standing) => (corrects === null ? undefined : byId.get(corrects))
  for (let row = before(version); row?.status === version.status; row = before(row)) since = row.knownAt
  return since
}

interface DueLooked {
  readonly officeId: string
  readonly register: Register
  readonly asOf: AsOf
  /** Which of the rows called `e`; left out, all of them. */
  readonly seen?: Sql
}

/**
 * The next step that a time limit bids of each version of a register, as it stands at a moment. Limits count in working
 * days and by conditions of the row, so they are worked out here, of the rows that stand under one.
 */
export async function duesOf(
  tx: Tx,
  { officeId, register, asOf, seen = sql`true` }: DueLooked,
): Promise<ReadonlyMap<string, Due>> {
  const { rows } = await sql<Version>`
    select e.id, e.corrects, e.status, e.known_at, e.content from entry e
    where e.office_id = ${officeId} and e.register = ${register.id} and e.known_at <= ${asOf.knownAt}
      and e.status = any(${sql.val([...timedStates(register)])}::text[]) and ${seen}`.execute(tx)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return new Map(
    rows.flatMap((row) => {
      const since = dayOf(cameThere(row, byId))
      const due = dueOf(register, { values: row.content, state: row.status, since, now: asOf.knownAt })
      return due ? [[row.id, due] as const] : []
    }),
  )
}

/** The versions of a register whose next step is overdue, or due within so many days. */
export async function versionsDue(
  tx: Tx,
  looked: DueLooked,
  asked: NonNullable<Query['due']>,
): Promise<readonly string[]> {
  const lastDay = asked === 'late' ? null : addDays(dayOf(looked.asOf.knownAt), asked)
  return [...(await duesOf(tx, looked))].flatMap(([id, { to, late, on }]) => {
    if (to !== null) return []
    return (lastDay === null ? late : !late && on <= lastDay) ? [id] : []
  })
}
