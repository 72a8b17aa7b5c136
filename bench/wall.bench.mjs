// What the numbers of one office take as the store grows: the wall of 70 tasks and 255 targets in the database, a past
// day, the working of one target, and the wall served to somebody signed in beside a bare buffer; medians and ratios.
// Then the wall and the buffer over HTTP, on one connection and on several, with the server's own time for each answer.
// Run: node bench/wall.bench.mjs [rows of the store …], by default 10000 100000 1000000.
import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { definitions } from '../packages/definitions/src/index.ts'
import { buildApp } from '../packages/server/src/app.ts'
import { mendMonths, sumsInAll } from '../packages/server/src/fact/sums.ts'
import { numbersFor } from '../packages/server/src/indicator/numbers.ts'
import { planAsOf } from '../packages/server/src/plan/plan-store.ts'
import { openDatabase } from '../packages/server/src/platform/db.ts'
import { keysOf } from '../packages/server/src/platform/keys.ts'
import { migrate } from '../packages/server/src/platform/migrate.ts'
import { openPostgres } from '../packages/server/src/platform/postgres/open.ts'
import { noLimits } from '../packages/server/src/platform/rates/limits.ts'

const sizes = process.argv.slice(2).map(Number)
const stores = sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]
const own = 10_000
const rounds = 15
const home = mkdtempSync(join(tmpdir(), 'guatu-bench-'))
chmodSync(home, 0o711)
const now = '2023-10-11T04:00:00.000Z'
const clock = { now: () => now }

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]
/** The median, and the fastest: on a machine that others work on too, that alone says what the work takes. */
async function timed(work, times = rounds) {
  const taken = []
  for (let i = 0; i < times; i++) {
    const began = performance.now()
    await work()
    taken.push(performance.now() - began)
  }
  return { median: median(taken), fastest: Math.min(...taken) }
}

const run = promisify(execFile)

/** What a process of its own gets of an address, and what it costs the one that answers. */
async function loaded(port, path, cookie, connections) {
  const before = process.cpuUsage()
  const load = join(import.meta.dirname, 'load.mjs')
  const { stdout } = await run(process.execPath, [load, port, path, cookie, connections, 3000].map(String))
  const { user, system } = process.cpuUsage(before)
  const got = JSON.parse(stdout)
  if (got.wrong > 0) throw new Error(`${path}: ${got.wrong} answers were none`)
  return { ...got, cpuMs: (user + system) / 1000 / (got.perSecond * 3) }
}

// 45 tasks of four targets and 25 of three.
const promises = [
  '开展宣传活动不少于100场',
  '举办专题讲座不少于50场',
  '开展业务培训不少于20期',
  '整改问题隐患不少于200处',
]
const report = [
  '青禾街道2023年工作报告',
  '2023年重点工作任务',
  '一、推动高质量发展',
  ...Array.from(
    { length: 70 },
    (_, i) => `${i + 1}.推进第${i + 1}项工作。${promises.slice(0, i < 45 ? 4 : 3).join('，')}。`,
  ),
].join('\n')

/** Rows that somebody entered and another verified: each a row, a fact, an event and two changes of a sum. */
async function fill(client, officeId, officerId, targets, rows, from) {
  const given = [officeId, officerId, targets, rows, from]
  const id = (kind) =>
    `(('019${kind}0000-' || lpad(to_hex((n + $5::int) / 65536 % 65536), 4, '0') || '-7000-8000-' || lpad(to_hex((n + $5::int) % 65536), 12, '0'))::uuid)`
  const on = `(date '2023-01-01' + n % 280)`
  const target = '($3::uuid[])[1 + n % array_length($3::uuid[], 1)]'
  const entered = `(${on} + interval '2 days' + interval '4 hours')`
  await client.query(`select set_config('app.office', $1, false)`, [officeId])
  await client.query(
    `insert into entry (office_id, id, root_id, register, target_id, true_on, known_at, entered_by, content, natural_key, because, number_year, serial)
     select $1::uuid, ${id('a')}, ${id('a')}, 'progress', ${target}, ${on}, ${entered}, $2::uuid,
       jsonb_build_object('unit', '城管办', 'quantity', '1', 'note', ''), 'key ' || n, '', 2023, n + $5::int from generate_series(1, $4::int) n`,
    given,
  )
  await client.query(
    `insert into fact (office_id, id, entry_id, target_id, quantity, unit, true_on, known_at)
     select $1::uuid, ${id('b')}, ${id('a')}, ${target}, 1, '场', ${on}, ${entered} from generate_series(1, $4::int) n where $2::uuid is not null`,
    given,
  )
  await client.query(
    `insert into entry_event (office_id, entry_id, seq, kind, at, by_officer, because)
     select $1::uuid, ${id('a')}, 1, 'verified', ${entered} + interval '1 day', $2::uuid, '' from generate_series(1, $4::int) n where $3::uuid[] is not null`,
    given,
  )
  for (const [kind, later, verified, reported] of [
    ['c', '0', 0, 1],
    ['d', '1', 1, 0],
  ])
    await client.query(
      `insert into fact_delta (office_id, id, serves, unit, true_on, known_at, verified_sum, verified_count, verified_rows,
         reported_sum, reported_count, reported_rows)
       select $1::uuid, ${id(kind)}, ${target}::text, '场', ${on}, ${entered} + interval '${later} day',
         ${verified}, ${verified}, ${verified}, ${reported}, ${reported}, ${reported}
       from generate_series(1, $4::int) n where $2::uuid is not null`,
      given,
    )
}

const postgres = await openPostgres({ dataFolder: join(home, 'data'), url: undefined })
try {
  await migrate(postgres.connections.owner)
  const db = openDatabase(postgres.connections)
  const app = await buildApp({
    db,
    clock,
    keys: keysOf(Buffer.alloc(32, 7)),
    filesFolder: join(home, 'files'),
    webRoot: null,
    limits: noLimits,
  })
  app.get('/bare', (_request, reply) => reply.type('application/json').send(wall))
  let turn = 0
  const asked = async (method, url, cookie, payload, version) => {
    turn += 1
    const headers = {
      cookie,
      'idempotency-key': `bench-of-the-wall-${turn}`,
      ...(version === undefined ? {} : { 'if-match': String(version) }),
    }
    const answer = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
    return answer
  }
  const officeOf = async (name) => {
    const { officeId } = (await asked('POST', '/api/offices', '', { name, units: ['城管办'] })).json()
    const seated = await asked('POST', '/api/session', '', { officeId })
    const me = (await asked('GET', '/api/me', cookieOf(seated))).json()
    const supervisor = me.officers.find(({ duties }) => duties.includes('supervisor'))
    const cookie = cookieOf(await asked('POST', '/api/session', '', { officeId, officerId: supervisor.id }))
    const form = new FormData()
    for (const [field, value] of Object.entries({
      year: '2023',
      sourceKind: 'report',
      title: '报告',
      datedOn: '2023-01-10',
      series: '',
    }))
      form.set(field, value)
    form.set('file', new File([report], 'report.txt'), 'report.txt')
    const encoded = new Response(form)
    turn += 1
    const brought = await app.inject({
      method: 'POST',
      url: '/api/sources',
      headers: {
        cookie,
        'idempotency-key': `bench-of-the-wall-${turn}`,
        'content-type': encoded.headers.get('content-type'),
      },
      payload: Buffer.from(await encoded.arrayBuffer()),
    })
    const { id } = brought.json()
    const { version } = (await asked('GET', `/api/sources/${id}`, cookie)).json()
    await asked(
      'POST',
      `/api/sources/${id}/adopt`,
      cookie,
      { withOpen: true, adoptedOn: '2023-10-11', paperNumber: '' },
      version,
    )
    const plan = (await asked('GET', '/api/plans/2023', cookie)).json()
    const targets = plan.tasks.flatMap((task) => task.targets).filter(({ kind }) => kind === 'target')
    return { officeId, officerId: supervisor.id, cookie, targets: targets.map((target) => target.id) }
  }
  const cookieOf = ({ cookies }) => cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const office = await officeOf('青禾街道')
  const others = []
  for (let i = 0; i < 10; i++) others.push(await officeOf(`邻近街道${i + 1}`))
  const client = new pg.Client(postgres.connections.owner)
  client.on('error', () => {})
  await client.connect()
  await fill(client, office.officeId, office.officerId, office.targets, own, 0)
  let filled = own
  let wall = Buffer.alloc(0)
  const ids = office.targets
  const today = { on: '2023-10-11', knownAt: now }
  const past = { on: '2023-06-30', knownAt: '2023-06-30T15:59:59.999Z' }
  const inOffice = (work) => db.inOffice(office.officeId, work)
  const numbers = (asOf) => () =>
    inOffice((tx) => numbersFor(tx, office.officeId, 2023, ids, asOf, definitions.catalogue))
  console.log(`${ids.length} targets, ${own} rows of the office`)
  let first = null
  for (const size of stores) {
    while (filled < size) {
      const more = Math.min(Math.ceil((size - own) / others.length), size - filled)
      const other = others[Math.floor(((filled - own) / Math.max(size - own, 1)) * others.length)] ?? others[0]
      await fill(client, other.officeId, other.officerId, other.targets, more, filled)
      filled += more
    }
    for (const { officeId } of [office, ...others]) await db.inOffice(officeId, (tx) => mendMonths(tx, officeId))
    for (const table of ['entry', 'fact', 'entry_event', 'fact_delta', 'fact_sum'])
      await client.query(`vacuum analyze ${table}`)
    const answer = await asked('GET', '/api/wall?year=2023', office.cookie)
    wall = Buffer.from(answer.body)
    const one = await timed(() =>
      inOffice((tx) => sumsInAll(tx, office.officeId, { serves: ids, from: null, to: today.on, knownAt: now })),
    )
    const taken = {
      'sums of all targets': one,
      'numbers of the wall': await timed(numbers(today)),
      'numbers of a past day': await timed(numbers(past)),
      'plan with its targets': await timed(() => inOffice((tx) => planAsOf(tx, office.officeId, 2023, now))),
      'working of one target, served': await timed(() => asked('GET', `/api/targets/${ids[0]}/working`, office.cookie)),
      'wall, served': await timed(() => asked('GET', '/api/wall?year=2023', office.cookie)),
      'bare buffer, served': await timed(() => asked('GET', '/bare', office.cookie)),
    }
    first ??= taken
    console.log(`store of ${size} rows`)
    for (const [name, ms] of Object.entries(taken))
      console.log(
        `  ${name.padEnd(30)} ${ms.median.toFixed(2)} ms, fastest ${ms.fastest.toFixed(2)}, × smallest store ${(ms.median / first[name].median).toFixed(2)}, fastest ${(ms.fastest / first[name].fastest).toFixed(2)}`,
      )
    console.log(
      `  wall served ÷ bare buffer: ${(taken['wall, served'].median / taken['bare buffer, served'].median).toFixed(1)}; ${(1000 / taken['wall, served'].median).toFixed(0)} a second, one after another`,
    )
  }
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address()
  for (const connections of [1, 16]) {
    const bare = await loaded(port, '/bare', office.cookie, connections)
    const served = await loaded(port, '/api/wall?year=2023', office.cookie, connections)
    for (const [name, { perSecond, median: ms, p99, cpuMs }] of Object.entries({ wall: served, 'bare buffer': bare }))
      console.log(
        `${name} over HTTP, ${connections} connections: ${perSecond.toFixed(0)} a second, median ${ms.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, ${cpuMs.toFixed(3)} ms of the server's processor each`,
      )
    console.log(`  wall ÷ bare buffer: ${(served.perSecond / bare.perSecond).toFixed(2)}`)
  }
  await client.end()
  await app.close()
  await db.close()
} finally {
  await postgres.stop()
  rmSync(home, { recursive: true, force: true })
}
