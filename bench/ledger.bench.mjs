// What a page of a ledger of 100,000 rows takes in the database, as a ratio to a bare indexed select of as many rows:
// the first page, pages that are filtered and sorted, rows with moves behind them. Run: node bench/ledger.bench.mjs
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { registers } from '../packages/definitions/src/index.ts'
import { pageOf } from '../packages/server/src/fact/list/page.ts'
import { openDatabase } from '../packages/server/src/platform/db.ts'
import { newId } from '../packages/server/src/platform/ids.ts'
import { migrate } from '../packages/server/src/platform/migrate.ts'
import { openPostgres } from '../packages/server/src/platform/postgres/open.ts'

const rows = Number(process.argv[2] ?? 100_000)
const rounds = 5
const home = mkdtempSync(join(tmpdir(), 'guatu-bench-'))
chmodSync(home, 0o711)
const postgres = await openPostgres({ dataFolder: join(home, 'data'), url: undefined })
const event = registers.find(({ id }) => id === 'event')
const progress = registers.find(({ id }) => id === 'progress')
const [officeId, unitId, otherUnitId, officerId] = [newId(), newId(), newId(), newId()]

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]

async function timed(work) {
  const taken = []
  for (let i = 0; i < rounds; i++) {
    const began = performance.now()
    await work()
    taken.push(performance.now() - began)
  }
  return median(taken)
}

const id = (kind, n) =>
  `(('019${kind}000-0000-7' || lpad(to_hex(${n} / 65536 % 4096), 3, '0') || '-8000-' || lpad(to_hex(${n} % 65536), 12, '0'))::uuid)`

/** Rows of a register; every fourth went two moves further, four of five versions are verified. */
async function fill(client, register, kind) {
  const content = `jsonb_build_object('title', '第' || n || '场社区活动', 'eventType', (array['culture','training','drill','visit'])[1 + n % 4],
    'startAt', to_char(timestamp '2026-01-01' + n % 300 * interval '1 day', 'YYYY-MM-DD') || 'T01:00:00Z', 'attendance', (n * 7 % 997)::text,
    'venueText', '文体中心' || n % 50 || '号厅', 'leadUnit', '城管办', 'community', '新田', 'remark', '现场已复核，照片随附，参加人员以居民为主')`
  const columns =
    'office_id, id, root_id, corrects, register, status, move, true_on, known_at, entered_by, content, natural_key, because, unit_id, number_year, serial'
  const version = (step, status, move) => `
    select $1::uuid, ${id(kind + step, 'n')}, ${id(`${kind}0`, 'n')}, ${step === 0 ? 'null' : id(kind + (step - 1), 'n')}, $2, ${status}, ${move},
      date '2026-01-01' + n % 300, timestamptz '2026-01-01' + n * interval '1 second', $3::uuid, ${content}, 'key ' || n, '',
      case when n % 10 = 0 then $4::uuid else $5::uuid end, 2026, n
    from generate_series(1, $6::int) n ${step === 0 ? '' : 'where n % 4 = 0'}`
  const moved = register === 'event'
  const given = [officeId, register, officerId, otherUnitId, unitId, rows]
  await client.query(`insert into entry (${columns}) ${version(0, moved ? "'planned'" : 'null', 'null')}`, given)
  if (moved) {
    await client.query(`insert into entry (${columns}) ${version(1, "'confirmed'", "'confirm'")}`, given)
    await client.query(`insert into entry (${columns}) ${version(2, "'held'", "'hold'")}`, given)
  }
  await client.query(
    `insert into entry_event (office_id, entry_id, seq, kind, at, by_officer, because)
     select office_id, id, 1, 'verified', known_at, entered_by, '' from entry
     where office_id = $1 and register = $2 and right(natural_key, 1) not in ('3', '7')`,
    [officeId, register],
  )
}

try {
  await migrate(postgres.connections.owner)
  const client = new pg.Client(postgres.connections.owner)
  client.on('error', () => {})
  await client.connect()
  await client.query(`select set_config('app.office', $1, false)`, [officeId])
  await client.query(`insert into office (id, name, kind, created_at) values ($1, '青禾街道', 'trial', now())`, [
    officeId,
  ])
  for (const [unit, name] of [
    [unitId, '城管办'],
    [otherUnitId, '新田社区'],
  ])
    await client.query(
      `insert into unit (office_id, id, name, kind, created_at) values ($1, $2, $3, 'department', now())`,
      [officeId, unit, name],
    )
  await client.query(`insert into officer (office_id, id, name, position) values ($1, $2, '甲', 1)`, [
    officeId,
    officerId,
  ])
  await fill(client, 'progress', 'a')
  await fill(client, 'event', 'b')
  await client.query('vacuum analyze entry')
  await client.query('vacuum analyze entry_event')
  await client.end()

  const db = openDatabase(postgres.connections)
  const inOffice = (work) => db.inOffice(officeId, work)
  const asOf = { on: '2026-12-31', knownAt: '2026-12-31T00:00:00Z' }
  const everything = [{ all: true, units: [], enteredBy: null }]
  const page =
    (register, query, within = everything) =>
    () =>
      inOffice((tx) =>
        pageOf(tx, {
          officeId,
          register,
          query: { limit: 200, way: 'up', each: 'row', ...query },
          asOf,
          within,
          unitId,
          targets: [],
        }),
      )
  const bare = await timed(() =>
    inOffice((tx) =>
      sql`select id, content from entry where office_id = ${officeId} and register = 'progress' order by id desc limit 200`.execute(
        tx,
      ),
    ),
  )
  console.log(`bare indexed select of 200 rows: ${bare.toFixed(1)} ms (${rows} rows a register)`)
  for (const register of [progress, event])
    for (const [says, query, within] of [
      ['first page', {}],
      ['every version', { each: 'version' }],
      ['waiting for verification', { state: 'submitted' }],
      ['corrected versions', { each: 'version', state: 'corrected' }],
      ['one unit', { unit: '城管办' }],
      ['within one unit', {}, [{ all: false, units: [otherUnitId], enteredBy: null }]],
      ['words', { text: '第4321场' }],
      ...(register === event
        ? [
            ['one status', { status: 'held' }],
            ['one kind', { columns: { eventType: { is: ['drill'] } } }],
            ['sorted by a figure', { sort: 'attendance', way: 'down' }],
            ['sorted by a moment', { sort: 'startAt' }],
            ['sorted by words', { sort: 'title' }],
          ]
        : [['sorted by a figure', { sort: 'quantity' }]]),
    ]) {
      const taken = await timed(page(register, query, within))
      console.log(`${register.id}, ${String(says)}: ${taken.toFixed(0)} ms, ${(taken / bare).toFixed(0)} × bare`)
    }
  await db.close()
} finally {
  await postgres.stop()
  rmSync(home, { recursive: true, force: true })
}
