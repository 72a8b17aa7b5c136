import { type FreshDatabase, freshDatabase } from '@guatu/server/platform/testing/fresh-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { query } from '../support/query.ts'

// What the database itself says of our tables. A new table is held to all of it without being named here.
const shared = ['office', 'rate', 'schema_migration']
const outsideShared = `c.relnamespace = 'public'::regnamespace and c.relname not in ('${shared.join("','")}')`

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const named = async (sql: string): Promise<string[]> =>
  (await query<{ name: string }>(database.root, sql)).map((row) => row.name)

test('每张单位的表都有 office_id，且不能为空', async () => {
  const tables = await named(
    `select relname as name from pg_class c where relkind in ('r', 'p') and ${outsideShared} order by 1`,
  )
  expect(tables.length).toBeGreaterThanOrEqual(15)
  const keyed = await named(`
    select relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where relkind in ('r', 'p') and ${outsideShared} and attname = 'office_id' and attnotnull and atttypid = 'uuid'::regtype
    order by 1`)
  expect(keyed).toEqual(tables)
})

test('每个主键和唯一键都含 office_id', async () => {
  const open = await named(`
    select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
    where i.indisunique and ${outsideShared} and not exists (
      select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'office_id' and a.attnum = any (i.indkey))`)
  expect(open).toEqual([])
  const withoutKey = await named(`
    select relname as name from pg_class c where relkind in ('r', 'p') and ${outsideShared}
      and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary)`)
  expect(withoutKey).toEqual([])
})

test('每个外键都不跨单位：office_id 对 office_id，或指向单位本身', async () => {
  const crossing = await named(`
    select conrelid::regclass || '.' || conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
    where contype = 'f' and ${outsideShared} and not exists (
      select 1 from unnest(conkey, confkey) as pair (own, other)
      join pg_attribute a on a.attrelid = conrelid and a.attnum = pair.own and a.attname = 'office_id'
      join pg_attribute b on b.attrelid = confrelid and b.attnum = pair.other
        and (b.attname = 'office_id' or (confrelid = 'office'::regclass and b.attname = 'id')))`)
  expect(crossing).toEqual([])
})

test('每张单位的表都强制行级安全，读写用同一条规则', async () => {
  const open = await named(`
    select relname as name from pg_class c where relkind in ('r', 'p') and ${outsideShared}
      and not (relrowsecurity and relforcerowsecurity)`)
  expect(open).toEqual([])
  const rules = await query<{ table: string; read: string; write: string; command: string; roles: string }>(
    database.root,
    `select c.relname as table, pg_get_expr(polqual, polrelid) as read, pg_get_expr(polwithcheck, polrelid) as write,
       polcmd::text as command, polroles::text as roles
     from pg_class c left join pg_policy p on p.polrelid = c.oid where relkind in ('r', 'p') and ${outsideShared}`,
  )
  const rule = "(office_id = (NULLIF(current_setting('app.office'::text, true), ''::text))::uuid)"
  for (const row of rules)
    expect(row).toEqual({ table: row.table, read: rule, write: rule, command: '*', roles: '{0}' })
  expect(new Set(rules.map((row) => row.table)).size).toBe(rules.length)
})

test('没有触发器、视图、序列、越权函数：它们会绕开或打破单位的边界', async () => {
  const triggers = await named('select tgname as name from pg_trigger where not tgisinternal')
  const others = await named(
    `select relname as name from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('v', 'm', 'S', 'f')`,
  )
  const functions = await named(`select proname as name from pg_proc where pronamespace = 'public'::regnamespace`)
  expect([...triggers, ...others, ...functions]).toEqual([])
})
