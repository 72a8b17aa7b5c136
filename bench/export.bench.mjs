// What `guatu export` of an office takes, against a bare COPY of the same rows of its register, and how much memory it
// holds at its peak: that must not grow with the rows. Run: node bench/export.bench.mjs
import { chmodSync, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { definitions } from '../packages/definitions/src/index.ts'
import { buildApp } from '../packages/server/src/app.ts'
import { exportOffice } from '../packages/server/src/backup/export-office.ts'
import { systemClock } from '../packages/server/src/platform/clock.ts'
import { openDatabase } from '../packages/server/src/platform/db.ts'
import { keysOf } from '../packages/server/src/platform/keys.ts'
import { migrate } from '../packages/server/src/platform/migrate.ts'
import { openPostgres } from '../packages/server/src/platform/postgres/open.ts'
import { noLimits } from '../packages/server/src/platform/rates/limits.ts'

const sizes = [10_000, 100_000]
const rounds = 2
const megabytes = (bytes) => (bytes / 1024 / 1024).toFixed(1)

const home = mkdtempSync(join(tmpdir(), 'guatu-bench-'))
chmodSync(home, 0o711)
const place = { dataFolder: join(home, 'data'), url: undefined }
const postgres = await openPostgres(place)

/** Fills the register of an office with rows, four of five of them verified. */
async function fill(client, officeId, count) {
  await client.query(`select set_config('app.office', $1, false)`, [officeId])
  await client.query(
    `insert into entry (office_id, id, root_id, register, true_on, known_at, entered_by, content, natural_key, because, number_year, serial)
     select $1::uuid, id, id, 'progress', '2026-01-01'::date + n % 300, now(),
       (select id from officer where office_id = $1::uuid order by position limit 1),
       jsonb_build_object('on', '2026-01-01'::date + n % 300, 'target', 'T' || n % 70, 'unit', '城管办', 'quantity', (n % 97)::text,
         'note', '第' || n || '处整治完成，现场已复核，照片随附', 'paper', '青街办〔2026〕' || n % 50 || '号'),
       'key ' || n, '', 2026, n
     from (select n, gen_random_uuid() as id from generate_series(1, $2::int) n) s`,
    [officeId, count],
  )
  await client.query(
    `insert into entry_event (office_id, entry_id, seq, kind, at, by_officer, because)
     select office_id, id, 1, 'verified', now(), entered_by, '' from entry
     where office_id = $1::uuid and right(natural_key, 1) not in ('3', '7')`,
    [officeId],
  )
}

async function copied(client, officeId) {
  const began = performance.now()
  for (const table of ['entry', 'entry_event'])
    await pipeline(
      client.query(copyTo(`copy (select * from ${table} where office_id = '${officeId}') to stdout`)),
      createWriteStream(join(home, `${table}.copy`)),
    )
  return performance.now() - began
}

async function exported(officeId, file) {
  global.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  const look = () => (most = Math.max(most, process.memoryUsage().rss))
  const timer = setInterval(look, 20)
  const began = performance.now()
  await exportOffice(officeId, file, place, { registers: definitions.registers, clock: systemClock })
  const ms = performance.now() - began
  clearInterval(timer)
  look()
  return { ms, grown: most - before }
}

try {
  await migrate(postgres.connections.owner)
  const db = openDatabase(postgres.connections)
  const keys = keysOf(Buffer.alloc(32, 7))
  const filesFolder = join(home, 'files')
  const app = await buildApp({ db, clock: systemClock, keys, webRoot: null, limits: noLimits, filesFolder })
  const client = new pg.Client(postgres.connections.owner)
  // What goes wrong is told by the query that was under way.
  client.on('error', () => {})
  await client.connect()
  for (const size of sizes) {
    const made = await app.inject({
      method: 'POST',
      url: '/api/offices',
      headers: { 'idempotency-key': `bench-of-export-${size}` },
      payload: { name: `青禾街道${size}`, units: ['城管办'] },
    })
    const { officeId } = made.json()
    await fill(client, officeId, size)
    for (let round = 0; round < rounds; round++) {
      const bare = await copied(client, officeId)
      const file = join(home, `${size}-${round}.zip`)
      const { ms, grown } = await exported(officeId, file)
      console.log(
        `${String(size).padStart(7)} rows: export ${(ms / 1000).toFixed(2)} s, ${megabytes(statSync(file).size)} MB; ` +
          `COPY ${(bare / 1000).toFixed(2)} s; ratio ${(ms / bare).toFixed(1)}; memory +${megabytes(grown)} MB`,
      )
    }
  }
  await client.end()
  await app.close()
  await db.close()
} finally {
  await postgres.stop()
  rmSync(home, { recursive: true, force: true })
}
