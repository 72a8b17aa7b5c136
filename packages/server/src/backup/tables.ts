import { assert } from '@guatu/core/shared'
import pg from 'pg'

/** A table as the database's own catalogue tells it. */
export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  /** What its rows are sorted by, the same on every machine. */
  readonly order: readonly string[]
  /** Whether each office sees only its own rows. */
  readonly ofOffice: boolean
}

/**
 * Their rows are for this machine alone: who was signed in signs in again, no pass and no key
 * that was taken back and no code that was used returns, and the file of an export lies here only.
 * The index of a search is made anew from the rows.
 */
export const leftOut: readonly string[] = [
  'session',
  'rate',
  'oidc_attempt',
  'one_time_code',
  'wall_pass',
  'source_key',
  'office_export',
  'search_cursor',
  'search_version',
  'search_word',
]

const ownBook = 'schema_migration'

interface Row extends Table {
  readonly after: readonly string[]
  readonly guarded: boolean
}

const catalogue = `
  select c.relname as name, c.relrowsecurity as guarded,
    exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'office_id') as "ofOffice",
    (select array_agg(attname::text order by attnum) from pg_attribute
      where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
    coalesce((select array_agg(quote_ident(attname) || case when attcollation <> 0 then ' collate "C"' else '' end
        order by array_position(i.indkey::int[], attnum::int))
      from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
      where i.indrelid = c.oid and i.indisprimary), '{}') as "order",
    coalesce((select array_agg(distinct f.relname::text) from pg_constraint k join pg_class f on f.oid = k.confrelid
      where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), '{}') as after
  from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by c.relname`

// A table comes after those it points at, so that its rows find theirs when they are loaded.
function sorted(rows: readonly Row[]): Row[] {
  const placed = new Set<string>()
  const waiting = [...rows]
  const done: Row[] = []
  while (waiting.length > 0) {
    const at = waiting.findIndex((row) => row.after.every((name) => placed.has(name)))
    assert(at >= 0, `tables point at each other in a circle: ${waiting.map(({ name }) => name).join(', ')}`)
    for (const row of waiting.splice(at, 1)) {
      placed.add(row.name)
      done.push(row)
    }
  }
  return done
}

/** Whoever can put a question to the database: a client, or a transaction of the application. */
export interface Asked {
  query(sql: string): Promise<{ readonly rows: unknown[] }>
}

/** Every table that a backup holds, in the order in which their rows can be loaded. */
export async function tablesOf(asked: Asked): Promise<Table[]> {
  const rows = (await asked.query(catalogue)).rows as Row[]
  for (const { name, guarded, ofOffice, order } of rows) {
    assert(!guarded || ofOffice, `the rows of ${name} are guarded, but not by office: a backup would miss some`)
    assert(order.length > 0, `the table ${name} has no primary key to sort a backup by`)
  }
  return sorted(rows).filter(({ name }) => name !== ownBook && !leftOut.includes(name))
}

export const quoted = (names: readonly string[]): string => names.map((name) => pg.escapeIdentifier(name)).join(', ')
