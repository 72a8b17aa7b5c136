import { platformProblems } from '@guatu/server/platform/problems'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openOfficeIn, type StoryOffice } from '../support/office.ts'
import { openStory, type Story } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { type Asked, type Person, send } from '../support/person.ts'
import { query } from '../support/query.ts'

// Words that only the database says here. None may reach whoever asks, nor the lines about requests in the log.
const canary = '机密值'
const told = [
  canary,
  'canary',
  'relation',
  'column',
  'violates',
  'permission denied',
  'SQLSTATE',
  'insert into',
  'select "',
]

let story: Story
let office: StoryOffice
let plan: string
const lines: string[] = []
beforeAll(async () => {
  vi.stubEnv('GUATU_LOG', 'info')
  story = await openStory('2023-07-01', { logPlace: { write: (line) => lines.push(line) } })
  office = await openOfficeIn(story.app, '青禾街道', ['城管办'])
  plan = (await office.adopt({ text: smallReport })).tasks[0]?.targets[0]?.id ?? ''
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await story.close()
})

const asRoot = (statement: string) => query(story.database.root, statement)
const get = (path: string): Asked => ({ method: 'GET', path })
const post = (path: string, body: unknown, version?: number): Asked => ({
  method: 'POST',
  path,
  body,
  ...(version === undefined ? {} : { version }),
})

let made = 0
const entry = () => {
  made += 1
  const values = { on: '2023-06-20', target: 'T1.1', unit: '公共事务中心', quantity: '1', note: '', paper: `${made}号` }
  return post('/api/registers/progress/entries', { values })
}
const unit = () => {
  made += 1
  return post('/api/units', { name: `第${made}科`, kind: 'department' })
}
const newOffice = () => {
  made += 1
  return post('/api/offices', { name: `第${made}街道`, units: ['城管办'] })
}

interface Fault {
  readonly name: string
  readonly by: '督查专员' | '经办人'
  readonly asked: () => Asked
  readonly broken: string
  readonly mended: string
  /** The SQLSTATE by which the operator finds it in the log. */
  readonly code: string | undefined
}

// What is looked at is renamed, has lost a column, or may not be looked at any more.
const reads: readonly (readonly [table: string, column: string, path: string])[] = [
  ['unit', 'name', '/api/me'],
  ['holding', 'kind', '/api/people'],
  ['session', 'token_hash', '/api/plans'],
  ['plan_version', 'version', '/api/plans'],
  ['source', 'title', '/api/sources'],
  ['target', 'office_id', '/api/plans/2023'],
  ['fact_delta', 'true_on', '/api/plans/2023'],
  ['entry', 'register', '/api/registers/progress/entries'],
  ['entry_event', 'kind', '/api/registers/progress/entries'],
  ['post', 'title', '/api/people'],
]
const structural: readonly Fault[] = reads.flatMap(([table, column, path]) => {
  const fault = { by: '督查专员', asked: () => get(path) } as const
  return [
    {
      ...fault,
      name: `没有了表 ${table}：GET ${path}`,
      broken: `alter table ${table} rename to canary_${table}`,
      mended: `alter table canary_${table} rename to ${table}`,
      code: '42P01',
    },
    {
      ...fault,
      name: `没有了列 ${table}.${column}：GET ${path}`,
      broken: `alter table ${table} rename column ${column} to canary_${column}`,
      mended: `alter table ${table} rename column canary_${column} to ${column}`,
      code: '42703',
    },
    {
      ...fault,
      name: `不许看 ${table}：GET ${path}`,
      broken: `revoke select on ${table} from guatu_app`,
      mended: `grant select on ${table} to guatu_app`,
      code: '42501',
    },
  ]
})

const writes: readonly (readonly [table: string, by: Fault['by'], asked: () => Asked])[] = [
  ['unit', '督查专员', unit],
  ['entry', '经办人', entry],
  ['office', '督查专员', newOffice],
  ['audit', '督查专员', unit],
  ['idempotency', '经办人', entry],
  ['session', '督查专员', () => post('/api/session', { officeId: office.id })],
]

/** The table refuses every new row by a trigger that does this. */
const byTrigger = (
  name: string,
  code: string | undefined,
  does: string,
  [table, by, asked]: (typeof writes)[number] = ['unit', '督查专员', unit],
): Fault => ({
  name: `${name}：写 ${table}`,
  by,
  asked,
  broken: `create function canary() returns trigger language plpgsql security definer as $$ begin ${does}; return new; end $$;
    create trigger canary before insert on ${table} for each row execute function canary()`,
  mended: `drop function canary() cascade`,
  code,
})

const really: readonly (readonly [name: string, code: string | undefined, does: string])[] = [
  ['键重复，再试也重复', '23505', 'insert into schema_migration select * from schema_migration limit 1'],
  ['除以零', '22012', 'perform 1 / (select 0)'],
  ['数太大', '22003', `perform (select '99999999999')::int8::int4`],
  ['不是数', '22P02', `perform (select '${canary}')::int`],
  ['不是日子', '22007', `perform (select '${canary}')::date`],
  ['没有这一天', '22008', `perform (select '2023-02-30')::date`],
  ['不是编号', '22P02', `perform (select '${canary}')::uuid`],
  ['不是 JSON', '22P02', `perform (select '${canary}')::json`],
  ['写坏的式样', '2201B', `perform 'x' ~ (select '[${canary}')`],
  ['没有的函数', '42883', `execute 'select canary_missing()'`],
  ['写坏的语句', '42601', `execute 'selekt ${canary}'`],
  ['一行当两行', '21000', 'perform (select 1 from generate_series(1, 2))'],
  ['被取消', '57014', 'perform pg_cancel_backend(pg_backend_pid()), pg_sleep(1)'],
  // The driver hears that the line is dead, not why.
  ['连接被掐断', undefined, 'perform pg_terminate_backend(pg_backend_pid()), pg_sleep(1)'],
]

const raised: readonly (readonly [name: string, code: string])[] = [
  ['磁盘满', '53100'],
  ['内存不足', '53200'],
  ['连接太多', '53300'],
  ['死锁', '40P01'],
  ['不能排成先后', '40001'],
  ['锁等不到', '55P03'],
  ['正在关机', '57P02'],
  ['还没起来', '57P03'],
  ['读写文件出错', '58030'],
  ['数据页坏了', 'XX001'],
  ['数据库自己出错', 'XX000'],
  ['重复的键，再试也重复', '23505'],
  ['没有所指的行', '23503'],
  ['不能为空', '23502'],
  ['超出所许', '23514'],
]

const raising = (code: string) =>
  `raise exception 'violates canary_constraint with ${canary}' using errcode = '${code}', table = 'canary_table',
   column = 'canary_column', constraint = 'canary_constraint', detail = 'Key (name)=(${canary})', hint = '${canary}'`

const faults: readonly Fault[] = [
  ...structural,
  ...really.map(([name, code, does]) => byTrigger(name, code, does)),
  ...raised.map(([name, code], at) => byTrigger(name, code, raising(code), writes[at % writes.length])),
  {
    name: '违反检查约束：写 unit',
    by: '督查专员',
    asked: () => post('/api/units', { name: canary, kind: 'department' }),
    broken: `alter table unit add constraint canary_check check (name <> '${canary}') not valid`,
    mended: 'alter table unit drop constraint canary_check',
    code: '23514',
  },
  {
    name: '只许看：写 unit',
    by: '督查专员',
    asked: unit,
    broken: 'revoke insert on unit from guatu_app',
    mended: 'grant insert on unit to guatu_app',
    code: '42501',
  },
  {
    name: '看目标的算法时没有了表 fact',
    by: '督查专员',
    asked: () => get(`/api/targets/${plan}/working`),
    broken: 'alter table fact rename to canary_fact',
    mended: 'alter table canary_fact rename to fact',
    code: '42P01',
  },
]

test('至少六十种数据库错误，至少十条路由', () => {
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length)
  expect(faults.length).toBeGreaterThanOrEqual(60)
  const routes = new Set(faults.map(({ asked }) => asked().path.replace(/\?.*|[0-9a-f-]{36}/g, '')))
  expect(routes.size).toBeGreaterThanOrEqual(10)
})

async function cookieOf(person: Person): Promise<string> {
  const { officer } = await person.get<{ officer: { id: string } }>('/api/me')
  return office.sessionOf(officer.id)
}

test('每一种都答「系统出错」和一个编号，不说表、列、约束、内容；排除以后不用重启', async () => {
  const cookies = {
    督查专员: await cookieOf(await office.as('督查专员')),
    经办人: await cookieOf(await office.as('经办人')),
  }
  for (const { name, by, asked, broken, mended, code } of faults) {
    lines.splice(0)
    await asRoot(broken)
    const reply = await send(story.app, cookies[by], asked())
    await asRoot(mended)
    const body = JSON.parse(reply.body)
    expect.soft(reply.status, `${name} ${reply.body}`).toBe(503)
    const reference = String(reply.headers['x-request-id'])
    expect.soft(body, name).toEqual(JSON.parse(JSON.stringify(platformProblems('request.broken', { reference }))))
    const said = JSON.stringify([reply.headers, reply.body])
    for (const word of told) expect.soft(said.includes(word), `${name}: ${word}`).toBe(false)
    const heard = lines.map((line) => JSON.parse(line) as { level: number; err?: { code?: string } })
    const about = JSON.stringify(heard.filter(({ level }) => level <= 30))
    for (const word of told) expect.soft(about.includes(word), `${name}, log: ${word}`).toBe(false)
    expect.soft(JSON.stringify(heard), name).not.toContain(canary)
    expect
      .soft(
        heard.map(({ err }) => err?.code),
        name,
      )
      .toContain(code)
    const after = await send(story.app, cookies[by], asked())
    expect.soft(after.status, `afterwards ${name} ${after.body}`).toBeLessThan(300)
  }
  expect((await story.app.inject({ method: 'GET', url: '/healthz' })).statusCode).toBe(200)
})

test('数据库不许连接、连接满了、只许看：照样说得体面，恢复后不用重启', async () => {
  const cookie = await cookieOf(await office.as('督查专员'))
  const { database } = story.database.root
  const drive = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = '${database}' and usename like 'guatu%' and pid <> pg_backend_pid()`
  const around: readonly (readonly [string, string])[] = [
    [`alter database ${database} connection limit 0`, `alter database ${database} connection limit -1`],
    [
      `alter role guatu_app in database ${database} set default_transaction_read_only = on`,
      `alter role guatu_app in database ${database} reset default_transaction_read_only`,
    ],
    [
      `alter role guatu_app in database ${database} set statement_timeout = '1ms'`,
      `alter role guatu_app in database ${database} reset statement_timeout`,
    ],
  ]
  for (const [broken, mended] of around) {
    await asRoot(broken)
    await asRoot(drive)
    const reply = await send(story.app, cookie, unit())
    await asRoot(mended)
    await asRoot(drive)
    expect(reply.status, `${broken} ${reply.body}`).toBe(503)
    expect(JSON.parse(reply.body).code, broken).toBe('request.broken')
    for (const word of told) expect(reply.body.includes(word), `${broken}: ${word}`).toBe(false)
    await expect
      .poll(async () => (await send(story.app, cookie, unit())).status, { timeout: 10_000, message: broken })
      .toBe(201)
  }
})
