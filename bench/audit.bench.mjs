// What a search of the audit log takes among 200,000 records, half of them in the archive, as a ratio to a bare indexed
// lookup of as many rows in the same run: the first page, a deep one, and by each thing that the page can ask for.
// Run: node bench/audit.bench.mjs [records]
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { searchOf } from '../packages/server/src/audit/search.ts'
import { openDatabase } from '../packages/server/src/platform/db.ts'
import { newId } from '../packages/server/src/platform/ids.ts'
import { migrate } from '../packages/server/src/platform/migrate.ts'
import { openPostgres } from '../packages/server/src/platform/postgres/open.ts'

const records = Number(process.argv[2] ?? 200_000)
const rounds = 7
const page = 51
const home = mkdtempSync(join(tmpdir(), 'guatu-bench-'))
chmodSync(home, 0o711)
const postgres = await openPostgres({ dataFolder: join(home, 'data'), url: undefined })
const officeId = newId()

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]

/** The medians of several pieces of work, done in turn, so that a busy machine slows all of them alike. */
async function timed(...works) {
  const taken = works.map(() => [])
  for (const work of works) await work()
  for (let i = 0; i < rounds; i++) {
    for (const [at, work] of works.entries()) {
      const began = performance.now()
      await work()
      taken[at].push(performance.now() - began)
    }
  }
  return taken.map(median)
}

const things = 4000
const thing = (n) => `01980000-0000-7000-8000-${String(n % things).padStart(12, '0')}`
const shared =
  'office_id, seq, id, at, officer_name, post, address, request_id, route, object, outcome, problem_code, detail, suite, prev_hash, hash, mac'

/** Records of two years and three hundred people; one in ten was refused. */
const filled = (from, to, moved) => `
  select $1::uuid, n, gen_random_uuid(), timestamptz '2024-01-01' + n * interval '5 minutes', '第' || n % 300 || '人', '经办人', '10.0.0.7',
    gen_random_uuid()::text,
    (array['POST /api/registers/:register/entries', 'POST /api/entries/verify', 'POST /api/sources/:id/decisions', 'POST /api/session'])[1 + n % 4],
    '/api/sources/01980000-0000-7000-8000-' || lpad((n % ${things})::text, 12, '0') || '/decisions',
    case when n % 10 = 0 then 'refused' else 'done' end, case when n % 10 = 0 then 'request.forbidden' end,
    '{"rows":1}'::jsonb, 'sha256', md5('p' || n) || md5('q' || n), md5('h' || n) || md5('i' || n), md5('m' || n) || md5('k' || n)
    ${moved ? ', now()' : ''} from generate_series(${from}, ${to}) n`

try {
  await migrate(postgres.connections.owner)
  const client = new pg.Client(postgres.connections.owner)
  client.on('error', () => {})
  await client.connect()
  await client.query(`select set_config('app.office', $1, false)`, [officeId])
  await client.query(`insert into office (id, name, kind, created_at) values ($1, '青禾街道', 'trial', now())`, [
    officeId,
  ])
  const half = Math.floor(records / 2)
  await client.query(`insert into audit_archive (${shared}, archived_at) ${filled(1, half, true)}`, [officeId])
  await client.query(`insert into audit (${shared}) ${filled(half + 1, records, false)}`, [officeId])
  await client.query('vacuum analyze audit')
  await client.query('vacuum analyze audit_archive')
  const db = openDatabase(postgres.connections)
  const called = () => []
  const lookup = () =>
    db.inOffice(officeId, (tx) =>
      sql`select * from audit where office_id = ${officeId} and seq <= ${records} order by seq desc limit ${page}`.execute(
        tx,
      ),
    )
  console.log(`${records} records; × is to a bare lookup of ${page} rows by number`)
  const search = async (name, sought, before, limit) => {
    const asked = (work) => () =>
      db.inOffice(officeId, async (tx) => work(await searchOf(tx, officeId, sought, called)))
    const [bare, found, counted] = await timed(
      lookup,
      asked((one) => one.page(page, before)),
      asked((one) => one.count()),
    )
    const ratio = found / bare
    const verdict = ratio <= limit ? 'ok' : `OVER ${limit}`
    if (ratio > limit) process.exitCode = 1
    console.log(
      `${name.padEnd(34)} page ${found.toFixed(1).padStart(7)} ms = ${ratio.toFixed(1).padStart(6)} × ${verdict.padEnd(9)} count ${counted.toFixed(1).padStart(7)} ms = ${(counted / bare).toFixed(1)} ×`,
    )
  }
  await search('newest', {}, undefined, 5)
  await search('in the middle of the archive', {}, Math.floor(records / 4), 5)
  await search('one day', { from: '2024-03-01', to: '2024-03-01' }, undefined, 15)
  await search('a person', { person: '第17人' }, undefined, 15)
  await search('a route', { route: 'verify' }, undefined, 15)
  await search('one thing by its id', { object: thing(17) }, undefined, 15)
  await search('a problem', { problem: 'forbidden' }, undefined, 15)
  await search('what was refused', { outcome: 'refused' }, undefined, 15)
  await search(
    'a person, a route and a month',
    { person: '第16人', route: 'entries', from: '2024-05-01', to: '2024-05-31' },
    undefined,
    15,
  )
  await search('words in a path, found nowhere', { object: '/api/nowhere' }, undefined, 2000)
  await db.close()
  await client.end()
} finally {
  await postgres.stop()
  rmSync(home, { recursive: true, force: true })
}
