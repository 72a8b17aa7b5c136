import { addDays, type Day, endOfDay } from '@guatu/core/shared'
import { type Expression, type ExpressionBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import { bothLogs, entryOf, wholeLog } from '../platform/audit/entries.ts'
import type { Tables, Tx } from '../platform/db.ts'
import type { Audit } from '../platform/tables.gen.ts'

/** What is looked for; what is left out is not asked for. */
export interface Sought {
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly person?: string | undefined
  /** A part of a route, or of what the policy table calls it. */
  readonly route?: string | undefined
  readonly object?: string | undefined
  readonly outcome?: string | undefined
  readonly problem?: string | undefined
}

/** The routes whose label has these words; handed in, because the policy table knows them. */
export type RoutesCalled = (words: string) => readonly string[]

export const pageSize = 50

const containing = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
const idPattern = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

type Named = 'officer_name' | 'route' | 'problem_code'

/**
 * The different values of a column, each found by one step in its index: names and routes are few, records are many.
 */
async function valuesOf(tx: Tx, officeId: string, column: Named): Promise<string[]> {
  const name = sql.ref(column)
  const { rows } = await sql<{ value: string }>`
    with recursive step as (
      (select ${name} as value from ${bothLogs} as log where office_id = ${officeId} and ${name} is not null order by ${name} limit 1)
      union all
      select (select ${name} from ${bothLogs} as log where office_id = ${officeId} and ${name} > step.value order by ${name} limit 1)
      from step where step.value is not null
    ) select value from step where value is not null`.execute(tx)
  return rows.map(({ value }) => value)
}

const having = (values: readonly string[], text: string): string[] => {
  const wanted = text.toLowerCase()
  return values.filter((value) => value.toLowerCase().includes(wanted))
}

type Searched = Tables & { readonly log: Selectable<Audit> }
type Condition = (eb: ExpressionBuilder<Searched, 'log'>) => Expression<SqlBool>

// An id leads to its records through an index; any other words have to be looked for in each.
function ofObject(text: string): Condition {
  const id = new RegExp(idPattern).exec(text.toLowerCase())?.[0]
  if (!id) return (eb) => eb('object', 'ilike', containing(text))
  return (eb) => eb.and([eb('thing', '=', id), eb('object', 'ilike', containing(text))])
}

/** The conditions of a search, worked out once for its page and its count. */
async function conditionsOf(tx: Tx, officeId: string, sought: Sought, called: RoutesCalled): Promise<Condition[]> {
  const { from, to, person, route, object, outcome, problem } = sought
  const conditions: Condition[] = [(eb) => eb('officeId', '=', officeId), (eb) => eb('seq', 'is not', null)]
  const among = async (column: 'officerName' | 'route' | 'problemCode', name: Named, text: string) => {
    const values = having(await valuesOf(tx, officeId, name), text)
    return [...values, ...(column === 'route' ? called(text) : [])]
  }
  if (from) conditions.push((eb) => eb('at', '>', endOfDay(addDays(from, -1))))
  if (to) conditions.push((eb) => eb('at', '<=', endOfDay(to)))
  if (outcome) conditions.push((eb) => eb('outcome', '=', outcome))
  if (object) conditions.push(ofObject(object))
  for (const [column, name, text] of [
    ['officerName', 'officer_name', person],
    ['route', 'route', route],
    ['problemCode', 'problem_code', problem],
  ] as const) {
    if (!text) continue
    const values = await among(column, name, text)
    conditions.push((eb) => eb(column, '=', eb.fn.any(eb.val(values))))
  }
  return conditions
}

/** A search of one office's records, the newest first. */
export async function searchOf(tx: Tx, officeId: string, sought: Sought, called: RoutesCalled) {
  const conditions = await conditionsOf(tx, officeId, sought, called)
  const fitting = wholeLog(tx).where((eb) => eb.and(conditions.map((one) => one(eb))))
  return {
    /** So many records that fit, the newest first, those before number `before` only. */
    page: async (limit: number, before?: number) => {
      const rows = await fitting
        .$if(before !== undefined, (query) => query.where('seq', '<', String(before)))
        .selectAll()
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute()
      return rows.map(entryOf)
    },
    count: async (): Promise<number> => {
      const { count } = await fitting.select((eb) => eb.fn.countAll().as('count')).executeTakeFirstOrThrow()
      return Number(count)
    },
  }
}
