import type pg from 'pg'
import { query } from '../support/query.ts'

// Refusals leave their own record, a session is no state of the office, and reads are counted by and by.
const besides = ['audit', 'audit_head', 'session', 'rate_limit', 'read_count', 'schema_migration']

/** One line for each table of the database, with all it holds: two are alike where nothing has changed. */
export async function digestOf(root: pg.PoolConfig): Promise<unknown> {
  const tables = await query<{ name: string }>(
    root,
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
     and relname <> all (array['${besides.join("','")}']) order by 1`,
  )
  const all = ({ name }: { name: string }) =>
    `select '${name}' as name, count(*)::int as n, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as held from ${name} t`
  return query(root, `${tables.map(all).join(' union all ')} order by 1`)
}
