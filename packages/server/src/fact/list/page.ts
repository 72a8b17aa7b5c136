import { type EntryState, factProblems, type Register } from '@guatu/core/fact'
import type { Within } from '@guatu/core/office'
import { type AsOf, accept, type Result, reject } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { all, anyOf, askedOf, isOpen, type Query, seenWithin } from './asked.ts'
import {
  isRowIn,
  isVersionIn,
  type Looked,
  lastEvent,
  stateOfVersion,
  withFallen,
  withNewest,
  withOvertaken,
} from './states.ts'
import { orderedBy, type Sql } from './values.ts'

export interface Listing {
  readonly officeId: string
  readonly register: Register
  readonly query: Query
  readonly asOf: AsOf
  /** Each of them has to reach a row before it is shown. */
  readonly within: readonly Within[]
  /** The unit that the query names; null where the office has none of that name. */
  readonly unitId: string | null
  /** The versions that a time limit is asked about leaves; null where none is asked about. */
  readonly due: readonly string[] | null
  /** Targets by id, in the order of the plan. */
  readonly targets: readonly string[]
}

export interface Page {
  readonly total: number
  readonly ids: readonly string[]
  /** The last row of this page, where there are more; goes back as `after`. */
  readonly next: string | null
}

/** By what the rows are put in order; null is by when they were entered, the newest first. */
function orderOf({ register, query, targets }: Listing, state: Sql): Result<Sql | null> {
  const { sort } = query
  if (sort === undefined) return accept(null)
  if (sort === 'number') return accept(sql`e.number_year * 1000000000::bigint + e.serial`)
  if (sort === 'trueOn') return accept(sql`e.true_on`)
  if (sort === 'state')
    return accept(sql`array_position(array['submitted','verified','returned','corrected','withdrawn'], ${state})`)
  if (sort === 'status') {
    const states = Object.keys(register.lifecycle?.states ?? {})
    return accept(sql`array_position(${sql.val(states)}::text[], e.status)`)
  }
  const column = Object.hasOwn(register.columns, sort) ? register.columns[sort] : undefined
  return column && isOpen(register, column)
    ? accept(orderedBy(sort, column, targets))
    : reject(factProblems('fact.column_unknown', { column: sort }))
}

/** The rows behind one, in the order of the list; what has no value comes last either way. */
function behind(after: string, way: Query['way'], sorted: boolean): Sql {
  if (!sorted) return sql`f.id < ${after}::uuid`
  const further = way === 'up' ? sql`f.value > l.value` : sql`f.value < l.value`
  return sql`case when l.value is null then f.value is null and f.id < l.id
    else f.value is null or ${further} or (f.value = l.value and f.id < l.id) end`
}

/** What has to be known of the versions of rows: the tables before, how they are joined, and which versions are meant. */
function versionsOf({ each, state, due }: Query, looked: Looked, byState: boolean) {
  // Nothing is due of what was sent back, taken back or overtaken.
  const isIn = (one: EntryState) => (each === 'row' ? isRowIn(one, looked) : isVersionIn(one, looked))
  const standing = due === undefined ? [] : [anyOf([isIn('submitted'), isIn('verified')])]
  if (each === 'row')
    return {
      before: sql`${withFallen(looked)}, ${withNewest(looked)},`,
      joined: sql``,
      // As a question of each row, which is looked up: as a join, a register not counted yet is gone through row by row.
      only: all([
        sql`(e.id in (select id from newest) or e.root_id not in (select root_id from newest))`,
        ...(state ? [isRowIn(state, looked)] : []),
        ...standing,
      ]),
    }
  return byState
    ? {
        before: sql`${withFallen(looked)}, ${withOvertaken(looked)},`,
        joined: sql`left join overtaken o on o.id = e.id`,
        only: all([...(state ? [isVersionIn(state, looked)] : []), ...standing]),
      }
    : { before: sql``, joined: sql``, only: sql`true` }
}

interface Found {
  readonly total: string
  readonly there: boolean
  readonly ids: readonly string[] | null
}

/**
 * One page of a register and how many rows there are. Rows are told apart by their order, not by their place in it: the
 * last row of a page may be verified before the next is asked for. Refuses to go on after a row that is not there for
 * the reader.
 */
export async function pageOf(tx: Tx, listing: Listing): Promise<Result<Page>> {
  const { officeId, register, query, asOf, within, unitId, due } = listing
  const { after, limit, way } = query
  const looked = { officeId, register: register.id, knownAt: asOf.knownAt }
  const asked = askedOf(register, query, unitId)
  if (!asked.ok) return asked
  const order = orderOf(listing, query.each === 'row' ? lastEvent(looked) : stateOfVersion(looked))
  if (!order.ok) return order
  const byState = query.state !== undefined || query.due !== undefined || query.sort === 'state'
  const value = order.value ?? sql`null::int`
  const sorted = order.value !== null
  // Where the newest rows are wanted as they are, an index has them in order: the page does not wait for the count.
  const isCostly = sorted || byState || query.text !== undefined || query.columns !== undefined
  const { before, joined, only } = versionsOf(query, looked, byState)
  const ofRegister = all([
    sql`e.office_id = ${officeId} and e.register = ${register.id}`,
    ...within.map(seenWithin),
    ...(due === null ? [] : [sql`e.id = any(${sql.val([...due])}::uuid[])`]),
  ])
  const inOrder = (ofValue: Sql) =>
    sorted ? sql`${ofValue} ${way === 'up' ? sql`asc` : sql`desc`} nulls last,` : sql``
  const { rows } = await sql<Found>`
    with recursive ${before}
    found as ${isCostly ? sql`materialized` : sql`not materialized`} (
      select e.id, ${value} as value from entry e ${joined}
      where ${ofRegister} and e.known_at <= ${asOf.knownAt} and e.true_on <= ${asOf.on} and ${asked.value} and ${only}
    ),
    last as (select e.id, ${value} as value from entry e ${joined} where e.id = ${after ?? null}::uuid and ${ofRegister}),
    page as (
      select f.id, f.value from found f ${after === undefined ? sql`` : sql`cross join last l where ${behind(after, way, sorted)}`}
      order by ${inOrder(sql`f.value`)} f.id desc
      limit ${limit + 1}
    )
    select (select count(*) from found) as total, exists (select 1 from last) as there,
      (select array_agg(id::text order by ${inOrder(sql`value`)} id desc) from page) as ids`.execute(tx)
  const found = rows[0]
  if (after !== undefined && !found?.there) return reject(factProblems('fact.entry_unknown', {}))
  const ids = found?.ids ?? []
  const shown = ids.slice(0, limit)
  return accept({
    total: Number(found?.total ?? 0),
    ids: shown,
    next: ids.length > limit ? (shown.at(-1) ?? null) : null,
  })
}
