import { type Meant, nameColumnOf, namesIn, type Register, type RowRead, statesOf } from '@guatu/core/fact'
import type { Instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import { isId } from '../platform/ids.ts'
import { entriesWithCorrections } from './store.ts'

interface Named {
  readonly rootId: string
  readonly unitId: string | null
}

/** The rows of other registers that rows name. */
export interface RowNames {
  meant(register: string, name: string): Meant
  /** Whether a row of that id is there. */
  has(register: string, id: string): boolean
  /** The unit of a row, null where it has none or is not there. */
  unitOf(register: string, id: string): string | null
}

interface Found {
  readonly id: string
  readonly rootId: string
  readonly unitId: string | null
  readonly names: readonly (string | null)[]
}

const keySeparator = '\u001f'

/** Rows of a register whose id, natural key, part of it or name is one of these. */
async function candidates(
  tx: Tx,
  officeId: string,
  register: string,
  names: readonly string[],
  nameColumn: string | null,
): Promise<Found[]> {
  const ids = names.filter(isId)
  const words = names.filter((name) => !isId(name))
  const byId = ids.length === 0 ? sql`false` : sql`e.id = any(${sql.val(ids)}::uuid[])`
  const called = sql`e.content ->> ${nameColumn ?? ''}`
  const byName =
    words.length === 0
      ? sql`false`
      : sql`string_to_array(e.natural_key, ${keySeparator}) && ${sql.val(words)}::text[] or ${called} = any(${sql.val(words)}::text[])`
  const { rows } = await sql<Found>`
    select e.id, e.root_id, e.unit_id,
      array_append(string_to_array(e.natural_key, ${keySeparator}), ${called}) as names
    from entry e where e.office_id = ${officeId} and e.register = ${register} and (${byId} or ${byName})`.execute(tx)
  return rows
}

/** Those of the rows that stand: no version of them was returned or withdrawn with nothing in its place. */
async function standing(tx: Tx, officeId: string, now: Instant, found: readonly Found[]): Promise<Found[]> {
  if (found.length === 0) return []
  const all = await entriesWithCorrections(
    tx,
    officeId,
    found.map(({ id }) => id),
  )
  const states = statesOf(all, now)
  const roots = new Set(
    all.filter(({ id }) => ['submitted', 'verified'].includes(states.get(id) ?? '')).map(({ rootId }) => rootId),
  )
  // A name that a correction has given up is no name of the row any more, but its id stays one.
  return found.filter(({ rootId }) => roots.has(rootId))
}

/** Looks up all that rows name in other registers, one query for each register named. */
export async function namesOf(
  tx: Tx,
  officeId: string,
  now: Instant,
  register: Register,
  registerOf: (id: string) => Register | undefined,
  rows: readonly RowRead[],
): Promise<RowNames> {
  const asked = new Map<string, Set<string>>()
  for (const { values } of rows)
    for (const { register: of, names } of namesIn(register, values)) {
      if (of === null) continue
      const known = asked.get(of) ?? new Set()
      for (const name of names) known.add(name)
      asked.set(of, known)
    }
  const byName = new Map<string, Map<string, Named>>()
  const byId = new Map<string, Named>()
  const put = (key: string, row: Named) => byName.set(key, (byName.get(key) ?? new Map()).set(row.rootId, row))
  for (const [of, names] of asked) {
    const nameColumn = nameColumnOf(registerOf(of))
    const found = await standing(tx, officeId, now, await candidates(tx, officeId, of, [...names], nameColumn))
    for (const { id, rootId, unitId, names: said } of found) {
      byId.set(`${of} ${rootId}`, { rootId, unitId })
      if (names.has(id)) put(`${of} ${id}`, { rootId, unitId })
      for (const name of said) if (name !== null && names.has(name)) put(`${of} ${name}`, { rootId, unitId })
    }
  }
  return {
    meant: (of, name) => {
      const [first, ...others] = byName.get(`${of} ${name}`)?.values() ?? []
      if (!first) return null
      return others.length > 0 ? { several: others.length + 1 } : { id: first.rootId }
    },
    has: (of, id) => byId.has(`${of} ${id}`),
    unitOf: (of, id) => byId.get(`${of} ${id}`)?.unitId ?? null,
  }
}
