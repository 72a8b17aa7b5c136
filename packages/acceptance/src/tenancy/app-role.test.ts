import { type FreshDatabase, freshDatabase } from '@guatu/server/platform/testing/fresh-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { query, refusalOf } from '../support/query.ts'

const denied = '42501'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const onlyAdded = [
  'area',
  'audit',
  'binding',
  'checkpoint',
  'community_map',
  'entry',
  'entry_event',
  'entry_evidence',
  'evidence',
  'fact',
  'fact_delta',
  'fact_sum',
  'holding',
  'month_lock',
  'office',
  'office_area',
  'office_export',
  'oidc_link',
  'oidc_provider',
  'officer',
  'one_time_code',
  'own_column_step',
  'paper_approval',
  'paper_behind',
  'paper_outcome',
  'plan_item',
  'plan_version',
  'post',
  'post_line',
  'read_count',
  'refused_reading',
  'review_decision',
  'roster_change',
  'second_factor',
  'sheet_import',
  'sheet_import_row',
  'sheet_import_step',
  'sheet_mapping',
  'source',
  'source_key',
  'source_reading',
  'source_series',
  'source_system',
  'target',
  'task',
  'unit',
  'wall_pass',
]

test('应用的角色不是超级用户，不能绕过行级安全，也不拥有任何表', async () => {
  const [role] = await query(
    database.root,
    `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
       pg_has_role('guatu_app', 'guatu_owner', 'member') as is_owner,
       (select count(*)::int from pg_class where relowner = r.oid) as owns
     from pg_roles r where rolname = 'guatu_app'`,
  )
  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreatedb: false,
    rolcreaterole: false,
    is_owner: false,
    owns: 0,
  })
})

test('除登录、口令、幂等键、审计链的末端、请求计数、存着的台账视图和检索索引以外，应用的角色在每张表上只能查看和添加', async () => {
  const rights = await query<{ name: string; rights: string }>(
    database.root,
    `select table_name as name, string_agg(lower(privilege_type), ' ' order by privilege_type) as rights
     from information_schema.role_table_grants where grantee in ('guatu_app', 'PUBLIC') and table_schema = 'public'
     group by table_name order by table_name`,
  )
  expect(Object.fromEntries(rights.map((row) => [row.name, row.rights]))).toEqual({
    ...Object.fromEntries(onlyAdded.map((name) => [name, 'insert select'])),
    audit_archive: 'select',
    witness: 'select',
    audit_head: 'insert select update',
    idempotency: 'delete insert select update',
    oidc_attempt: 'delete insert select',
    password: 'delete insert select',
    rate: 'delete insert select update',
    saved_view: 'delete insert select',
    search_cursor: 'delete insert select',
    search_version: 'delete insert select',
    search_word: 'delete insert select',
    session: 'delete insert select',
    sign_in_failure: 'delete insert select update',
  })
})

test.each(onlyAdded)('%s：应用的角色改不了、删不了、清不空', async (table) => {
  const column = table === 'office' ? 'id' : 'office_id'
  const { app } = database.connections
  expect(await refusalOf(app, `update ${table} set ${column} = ${column}`)).toBe(denied)
  expect(await refusalOf(app, `delete from ${table}`)).toBe(denied)
  expect(await refusalOf(app, `truncate ${table}`)).toBe(denied)
})

test.each(['audit_archive', 'witness'])('%s：应用的角色只能查看，加不进、改不了、删不了、清不空', async (table) => {
  const { app } = database.connections
  expect(await refusalOf(app, `insert into ${table} (office_id) select office_id from ${table}`)).toBe(denied)
  expect(await refusalOf(app, `update ${table} set office_id = office_id`)).toBe(denied)
  expect(await refusalOf(app, `delete from ${table}`)).toBe(denied)
  expect(await refusalOf(app, `truncate ${table}`)).toBe(denied)
})

test('应用的角色不能改表、关掉行级安全、换成别的角色或建新表', async () => {
  const { app } = database.connections
  for (const statement of [
    'alter table entry disable row level security',
    'alter table entry no force row level security',
    'drop policy of_office on entry',
    'drop table entry',
    'create table mine (id int)',
    'set role guatu_owner',
    'set session authorization postgres',
  ])
    expect(await refusalOf(app, statement), statement).toBe(denied)
})
