// What keeping rows of a register costs beside copying the same rows: in batches, with their facts, their sums and one
// record in the log; and one row through the API beside one bare insert. Ratios of one run, medians of its rounds, by the
// clock and by the processor's time of this process and of the database, which says more on a machine that others use too.
// Run: node bench/facts.bench.mjs [rows] [rounds]
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { dayOf } from '../packages/core/src/shared/index.ts'
import { definitions } from '../packages/definitions/src/index.ts'
import { buildApp } from '../packages/server/src/app.ts'
import { recordDrafts } from '../packages/server/src/fact/record-entries.ts'
import { addEntries, entriesOfRegister } from '../packages/server/src/fact/store.ts'
import { factsOfEntries } from '../packages/server/src/fact/sums.ts'
import { sealedBy } from '../packages/server/src/platform/audit/sealing.ts'
import { writeAudit } from '../packages/server/src/platform/audit.ts'
import { systemClock } from '../packages/server/src/platform/clock.ts'
import { openDatabase } from '../packages/server/src/platform/db.ts'
import { newId } from '../packages/server/src/platform/ids.ts'
import { keysOf } from '../packages/server/src/platform/keys.ts'
import { migrate } from '../packages/server/src/platform/migrate.ts'
import { openPostgres } from '../packages/server/src/platform/postgres/open.ts'
import { noLimits } from '../packages/server/src/platform/rates/limits.ts'
import { spentBeside } from './spent.mjs'

const batch = 10_000
const rows = Number(process.argv[2] ?? 30_000)
const rounds = Number(process.argv[3] ?? 3)
const singles = 200

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
const event = definitions.registers.find(({ id }) => id === 'event')
const home = mkdtempSync(join(tmpdir(), 'guatu-bench-'))
chmodSync(home, 0o711)
const postgres = await openPostgres({ dataFolder: join(home, 'data'), url: undefined })

/** Rows as a sheet has them, no two alike. */
const sheet = (round) =>
  Array.from({ length: rows }, (_, n) => ({
    title: `第${round}轮第${n}场文明实践活动`,
    eventType: '文明实践活动',
    startAt: `2023-0${1 + (n % 6)}-${String(1 + (n % 28)).padStart(2, '0')} 09:30`,
    minutes: String(30 + (n % 90)),
    venueText: `${n % 400}号活动室`,
    venueType: 'campus',
    attendance: String(10 + (n % 300)),
    attendanceBasis: '签到',
    community: '街道本级',
    leadUnit: '城管办',
    remark: '现场照片和签到表随附，活动按计划完成',
  }))

/** The rows that were kept at a moment, with the facts they say, as they were handed to the store. */
async function keptAt(tx, officeId, at) {
  const entries = (await entriesOfRegister(tx, officeId, event.id)).filter(({ knownAt }) => knownAt === at)
  const facts = Map.groupBy(
    await factsOfEntries(
      tx,
      officeId,
      entries.map(({ id }) => id),
    ),
    ({ entryId }) => entryId,
  )
  return entries.map((entry) => ({ entry, facts: facts.get(entry.id) ?? [] }))
}

const freshOf =
  (knownAt) =>
  ({ entry, facts }) => {
    const id = newId()
    return { entry: { ...entry, id, rootId: id, knownAt, number: null }, facts }
  }

const timed = spentBeside(join(home, 'data'))

const both = (a, b) => ({ ms: a.ms + b.ms, cpu: a.cpu + b.cpu })

/** What puts the foreign keys of rows and facts on their copies. */
async function referencesOf(client) {
  const { rows: found } = await client.query(
    `select conrelid::regclass::text as of, pg_get_constraintdef(oid) as says from pg_constraint
     where contype = 'f' and conrelid in ('entry'::regclass, 'fact'::regclass)`,
  )
  return found.map(
    ({ of, says }) => `alter table ${of}_copy add ${says.replace('REFERENCES entry(', 'REFERENCES entry_copy(')}`,
  )
}

/** Copies what an office has in a table into another one, as text, and says how long the copying in took. */
async function copied(client, table, into, where) {
  const columns = (
    await client.query(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as c from pg_attribute
    where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [table],
    )
  ).rows[0].c
  const { rows: lines } = await client.query(`select ${columns} from ${table} where ${where}`)
  const names = columns.split(', ')
  const literal = (value) =>
    value === null || value === undefined
      ? '\\N'
      : (Array.isArray(value)
          ? `{${value.join(',')}}`
          : value instanceof Date
            ? value.toISOString()
            : typeof value === 'object'
              ? JSON.stringify(value)
              : String(value)
        )
          .replaceAll('\\', '\\\\')
          .replaceAll('\t', '\\t')
          .replaceAll('\n', '\\n')
  const text = lines.map((line) => names.map((name) => literal(line[name])).join('\t'))
  let spent = { ms: 0, cpu: 0 }
  for (let from = 0; from < text.length; from += batch) {
    const part = `${text.slice(from, from + batch).join('\n')}\n`
    const taken = await timed(() =>
      pipeline(Readable.from([part]), client.query(copyFrom(`copy ${into} (${columns}) from stdin`))),
    )
    spent = both(spent, taken)
  }
  return spent
}

try {
  await migrate(postgres.connections.owner)
  const db = sealedBy(openDatabase(postgres.connections), keysOf(Buffer.alloc(32, 7)))
  const app = await buildApp({
    db,
    clock: systemClock,
    keys: keysOf(Buffer.alloc(32, 7)),
    webRoot: null,
    limits: noLimits,
    filesFolder: join(home, 'files'),
  })
  const ask = async (method, url, cookie, payload) =>
    app.inject({
      method,
      url,
      headers: { 'idempotency-key': crypto.randomUUID(), ...(cookie ? { cookie } : {}) },
      ...(payload ? { payload } : {}),
    })
  const officeId = (await ask('POST', '/api/offices', null, { name: '测速街道', units: ['城管办'] })).json().officeId
  const sit = async (officerId) =>
    (await ask('POST', '/api/session', null, { officeId, ...(officerId ? { officerId } : {}) })).headers['set-cookie']
      .toString()
      .split(';')[0]
  const me = (await app.inject({ method: 'GET', url: '/api/me', headers: { cookie: await sit() } })).json()
  const handler = me.officers.find(({ duties }) => duties.includes('handler')).id
  const cookie = await sit(handler)
  const owner = new pg.Client(postgres.connections.owner)
  owner.on('error', () => {})
  await owner.connect()
  const actor = { officeId, officerId: handler, unitId: null, name: '', post: '' }
  const kept = []
  const part = []
  const checked = []
  const indexed = []
  const heap = []
  const references = await referencesOf(owner)
  for (let round = 0; round < rounds; round++) {
    const all = sheet(round)
    const now = systemClock.now()
    const writer = { officeId, officerId: handler, now, today: dayOf(now) }
    kept.push(
      await timed(() =>
        db.inOffice(officeId, async (tx) => {
          for (let from = 0; from < rows; from += batch) {
            const { refused } = await recordDrafts(
              tx,
              writer,
              event,
              all.slice(from, from + batch).map((text) => ({ text, status: 'held' })),
              [],
              { registers: definitions.registers },
            )
            if (refused.length > 0) throw new Error(refused[0].problem.says.en)
          }
          await writeAudit(tx, actor, {
            at: now,
            route: 'bench',
            object: '',
            outcome: 'done',
            problemCode: null,
            detail: {},
          })
        }),
      ),
    )
    const again = await db.inOffice(officeId, (tx) => keptAt(tx, officeId, now))
    const later = systemClock.now()
    part.push(
      await timed(() =>
        db.inOffice(officeId, async (tx) => {
          for (let from = 0; from < rows; from += batch)
            await addEntries(tx, officeId, again.slice(from, from + batch).map(freshOf(later)))
          await writeAudit(tx, actor, {
            at: later,
            route: 'bench',
            object: '',
            outcome: 'done',
            problemCode: null,
            detail: {},
          })
        }),
      ),
    )
    await owner.query(`select set_config('app.office', $1, false)`, [officeId])
    for (const [times, like, checks] of [
      [checked, 'including all', references],
      [indexed, 'including all', []],
      [heap, '', []],
    ]) {
      await owner.query(`create table entry_copy (like entry ${String(like)})`)
      await owner.query(`create table fact_copy (like fact ${String(like)})`)
      for (const check of checks) await owner.query(check)
      const where = `known_at = '${now}'`
      times.push(
        both(await copied(owner, 'entry', 'entry_copy', where), await copied(owner, 'fact', 'fact_copy', where)),
      )
      await owner.query('drop table entry_copy, fact_copy')
    }
  }
  const one = []
  const bare = []
  await owner.query('create table entry_copy (like entry including all)')
  const sample = (await owner.query('select * from entry limit 1')).rows[0]
  const names = Object.keys(sample)
  const fresh = Array.from({ length: singles }, () => crypto.randomUUID())
  const insert = `insert into entry_copy (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`
  for (let n = 0; n < singles; n++) {
    const values = { ...sheet(`单${n}`)[n] }
    one.push(
      await timed(async () => {
        const reply = await ask('POST', '/api/registers/event/entries', cookie, { values })
        if (reply.statusCode !== 201) throw new Error(reply.body)
      }),
    )
    bare.push(
      await timed(() =>
        owner.query(
          insert,
          Object.values(sample).map((value, at) =>
            names[at] === 'id' || names[at] === 'root_id' ? fresh[n] : names[at] === 'serial' ? n + 1 : value,
          ),
        ),
      ),
    )
  }
  const of = (list) => ({ ms: median(list.map(({ ms }) => ms)), cpu: median(list.map(({ cpu }) => cpu)) })
  const [k, database, c, i, h, o, b] = [kept, part, checked, indexed, heap, one, bare].map(of)
  const line = (words, value) => console.info(`${words.padEnd(60)} ${value}`)
  const shown = ({ ms, cpu }) => `${ms.toFixed(1)} ms, processor ${cpu.toFixed(1)} ms`
  const ratio = (to, whole) => `${(to.ms / whole.ms).toFixed(2)}, by the processor ${(to.cpu / whole.cpu).toFixed(2)}`
  line(`${rows} rows end to end, in batches of ${batch}`, shown(k))
  line('the database part alone: rows, facts, sums, record', shown(database))
  line('COPY, same indexes and foreign keys', shown(c))
  line('COPY, same indexes', shown(i))
  line('COPY, bare heap', shown(h))
  line('database part to COPY with the same indexes and keys', ratio(c, database))
  line('database part to COPY with the same indexes', ratio(i, database))
  line('database part to COPY into a bare heap', ratio(h, database))
  line('end to end to COPY with the same indexes', ratio(i, k))
  line('one row through the API', shown(o))
  line('one bare insert', shown(b))
  line('one row to a bare insert', ratio(b, o))
  await owner.end()
  await app.close()
  await db.close()
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  await postgres.stop()
  rmSync(home, { recursive: true, force: true })
}
