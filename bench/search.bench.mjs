// What finding rows by two-character words takes among very many: by the index as the product asks it, under the row
// policies and within what a post may see, as a ratio to a bare lookup by key and to looking through all rows; how long the
// index takes to be made, and its size beside the rows. Run: node bench/search.bench.mjs [rows], 1000000 where it is quiet.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { gramsOf, searchWords } from '../packages/core/src/shared/index.ts'
import { registers } from '../packages/definitions/src/index.ts'
import { registersOf } from '../packages/server/src/fact/registers.ts'
import { findRows } from '../packages/server/src/fact/search/find-rows.ts'
import { bringUp } from '../packages/server/src/fact/search/keep-index.ts'
import { openDatabase } from '../packages/server/src/platform/db.ts'
import { newId } from '../packages/server/src/platform/ids.ts'
import { migrate } from '../packages/server/src/platform/migrate.ts'
import { openPostgres } from '../packages/server/src/platform/postgres/open.ts'
import { spentBeside } from './spent.mjs'

const rows = Number(process.argv[2] ?? 100_000)
const rounds = 15
const units = 50
const home = mkdtempSync(join(tmpdir(), 'guatu-bench-'))
chmodSync(home, 0o711)
const postgres = await openPostgres({ dataFolder: join(home, 'data'), url: undefined })
const [officeId, officerId] = [newId(), newId()]
const unitIds = Array.from({ length: units }, () => newId())

// Two hundred words of two signs; side by side they make tens of thousands of pairs, as real titles do.
const signs =
  '东西南北中山水河湖海田园林路街桥站区城村工农商学文体卫教科技环保安全消防交通建设管理服务活动培训演练检查整治清洁绿化改造维修党员居民青年老人儿童妇女企业项目招商经济产业数据平台网格巡查矛盾调解信访法治宣传讲座展览比赛晚会音乐舞蹈书画阅读健康义诊防疫垃圾分类节水用电燃气排水道路停车照明公园广场市场学校医院车站小区楼栋门店工地厂房仓库'
const words = Array.from({ length: 200 }, (_, n) => signs[(n * 7) % signs.length] + signs[(n * 13 + 5) % signs.length])

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]
const worst = (list) => list.toSorted((a, b) => a - b).at(-1)
const spent = spentBeside(join(home, 'data'))

async function timed(work, times = rounds) {
  // The first few make the plans of their statements.
  for (let i = 0; i < 3; i++) await work()
  const taken = []
  for (let i = 0; i < times; i++) taken.push(await spent(work))
  const ms = taken.map((one) => one.ms)
  return { median: median(ms), worst: worst(ms), cpu: median(taken.map(({ cpu }) => cpu)) }
}

async function fill(client) {
  await client.query(`select set_config('app.office', $1, false)`, [officeId])
  await client.query(`insert into office (id, name, kind, created_at) values ($1, '青禾街道', 'trial', now())`, [
    officeId,
  ])
  for (const [n, id] of unitIds.entries())
    await client.query(
      `insert into unit (office_id, id, name, kind, created_at) values ($1, $2, $3, 'community', now())`,
      [officeId, id, `社区${n}`],
    )
  await client.query(`insert into officer (office_id, id, name, position) values ($1, $2, '甲', 1)`, [
    officeId,
    officerId,
  ])
  await client.query(
    `insert into entry (office_id, id, root_id, register, status, true_on, known_at, entered_by, content, natural_key, because, unit_id, number_year, serial)
     select $1::uuid, id, id, 'event', 'planned', date '2025-01-01' + n % 300, timestamptz '2025-01-01' + n * interval '20 seconds', $2::uuid,
       jsonb_build_object('title', ws[1 + n % 200] || ws[1 + n / 7 % 200] || ws[1 + n / 131 % 200] || ws[1 + n * 31 % 200] || '活动',
         'eventType', (array['culture','training','drill','visit'])[1 + n % 4], 'startAt', '2025-06-15T01:00:00Z', 'attendance', (n % 997)::text,
         'venueText', ws[1 + n * 17 % 200] || '文体中心' || n % 50 || '号厅', 'leadUnit', '城管办', 'community', '新田',
         'remark', '现场已复核，照片随附，参加人员以' || ws[1 + n * 43 % 200] || '居民为主' || case when n % 20011 = 7 then '，罕见字样' else '' end),
       'key ' || n, '', ($3::uuid[])[1 + n % ${units}], 2025, n
     from (select n, ('01900000-0000-7' || lpad(to_hex(n / 65536), 3, '0') || '-8000-' || lpad(to_hex(n % 65536), 12, '0'))::uuid as id,
       $4::text[] as ws from generate_series(1, $5::int) n) r`,
    [officeId, officerId, unitIds, words, rows],
  )
  for (const table of ['entry', 'unit']) await client.query(`vacuum analyze ${table}`)
}

try {
  await migrate(postgres.connections.owner)
  const client = new pg.Client(postgres.connections.owner)
  client.on('error', () => {})
  await client.connect()
  await fill(client)
  const db = openDatabase(postgres.connections)
  const all = registersOf(registers)
  const began = performance.now()
  await bringUp({ db, registers: all }, officeId)
  const seconds = (performance.now() - began) / 1000
  for (const table of ['search_word', 'search_version']) await client.query(`vacuum analyze ${table}`)
  const sizes = await client.query(
    `select pg_total_relation_size('entry') / 1048576 as entry,
       (pg_total_relation_size('search_word') + pg_total_relation_size('search_version')) / 1048576 as search,
       (select count(*) from search_word) as words`,
  )
  const { entry, search, words: kept } = sizes.rows[0]
  console.log(
    `index of ${rows} rows: ${seconds.toFixed(0)} s at half speed (${Math.round(rows / seconds)} rows/s), ${search} MB beside ${entry} MB of rows, ${kept} lists`,
  )

  const seat = { officerId, duties: ['viewer'], unitId: unitIds[0], line: [] }
  const everything = { all: true, units: [], enteredBy: null }
  const one = { all: false, units: [unitIds[3]], enteredBy: null }
  const asking = { office: { id: officeId }, now: '2026-12-31T00:00:00.000Z' }
  let shown = 0
  const found = (typed, within, duties) => () =>
    db.inOffice(officeId, async (tx) => {
      const who = { ...asking, seat: { ...seat, duties, unitId: within.units[0] ?? seat.unitId }, within }
      const got = await findRows(tx, who, await all.all(tx, officeId), { typed, words: searchWords(typed), limit: 8 })
      shown = got.hits.length
    })
  const newest = `select id, content from entry where office_id = $1 and register = 'event' order by id desc limit 8`
  const bare = await timed(() => client.query(newest, [officeId]))
  console.log(`bare lookup of 8 rows by an index: ${bare.median.toFixed(2)} ms, processor ${bare.cpu.toFixed(2)} ms`)
  const like = (typed) => () =>
    db.inOffice(officeId, (tx) =>
      sql`select id from entry where office_id = ${officeId} and register = 'event' and content::text ilike ${`%${typed}%`} order by id desc limit 8`.execute(
        tx,
      ),
    )
  for (const [says, typed, within = everything, duties = ['viewer']] of [
    ['a word that all have', '活动'],
    ['a word of a few', '罕见'],
    ['a word of none', '琉璃'],
    ['four signs', words[5] + words[90]],
    ['two common words', `${words[17]} ${words[111]}`],
    ['common words never together', `${words[17]} 罕见`],
    ['a number', `HD-2025-${String(Math.floor(rows / 3)).padStart(5, '0')}`],
    ['a word that all have, in one community', '活动', one, ['communityStaff']],
    ['a word of a few, in one community', '罕见', one, ['communityStaff']],
    ['four signs, in one community', words[5] + words[90], one, ['communityStaff']],
  ]) {
    const taken = await timed(found(typed, within, duties))
    const through = await timed(like(typed.split(' ')[0]), 3)
    console.log(
      `${String(says)} (${String(typed)}): ${taken.median.toFixed(1)} ms, worst ${taken.worst.toFixed(1)}, processor ${taken.cpu.toFixed(1)} ms, ${shown} shown; ${(taken.median / bare.median).toFixed(0)} × bare lookup, ${(through.median / taken.median).toFixed(1)} × faster than ILIKE (${through.median.toFixed(0)} ms)`,
    )
  }

  // Why no text index: under a row policy the database may not ask it by an operator that could tell of rows it hides.
  await client.query(`create table grams (office_id uuid not null, id uuid primary key, words text[] not null)`)
  await client.query(`alter table grams enable row level security`)
  await client.query(`alter table grams force row level security`)
  await client.query(
    `create policy of_office on grams using (office_id = nullif(current_setting('app.office', true), '')::uuid)`,
  )
  await client.query(`grant select on grams to guatu_app`)
  await client.query(`alter table grams no force row level security`)
  const sample = await client.query(`select id, content->>'title' as title from entry order by id limit 50000`)
  await client.query(
    `insert into grams select $1::uuid, r.id, string_to_array(r.words, ' ') from unnest($2::uuid[], $3::text[]) r (id, words)`,
    [officeId, sample.rows.map(({ id }) => id), sample.rows.map(({ title }) => gramsOf(title).join(' '))],
  )
  await client.query(`alter table grams force row level security`)
  await client.query(`create index on grams using gin (words)`)
  await client.query(`analyze grams`)
  const plan = await db.inOffice(officeId, (tx) =>
    sql`explain select id from grams where office_id = ${officeId} and words @> array['琉璃']`.execute(tx),
  )
  console.log(
    `a GIN index under the row policy: ${plan.rows.map((row) => row['QUERY PLAN'] ?? row.queryPlan).join(' | ')}`,
  )
  await client.end()
  await db.close()
} finally {
  await postgres.stop()
  rmSync(home, { recursive: true, force: true })
}
