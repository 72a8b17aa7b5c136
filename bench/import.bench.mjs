// A ledger of 100,000 enterprises from the upload to its acceptance, through the routes, and the memory that the server
// holds meanwhile at its peak: it must not grow with the rows. Run: node bench/import.bench.mjs
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkSignOf } from '../packages/core/src/fact/columns/uscc.ts'
import { buildApp } from '../packages/server/src/app.ts'
import { systemClock } from '../packages/server/src/platform/clock.ts'
import { openDatabase } from '../packages/server/src/platform/db.ts'
import { keysOf } from '../packages/server/src/platform/keys.ts'
import { migrate } from '../packages/server/src/platform/migrate.ts'
import { openPostgres } from '../packages/server/src/platform/postgres/open.ts'
import { noLimits } from '../packages/server/src/platform/rates/limits.ts'
import { workbookOf } from '../packages/server/src/platform/workbook.ts'

const sizes = process.argv.slice(2).map(Number)
if (sizes.length === 0) sizes.push(10_000, 100_000)
const secondsMax = 60

const home = mkdtempSync(join(tmpdir(), 'guatu-bench-'))
chmodSync(home, 0o711)
const postgres = await openPostgres({ dataFolder: join(home, 'data'), url: undefined })

const heading = ['企业名称', '统一社会信用代码', '经营地址', '行业代码', '四上类别', '注册资本', '成立日期']
const padded = (n, places) => String(n).padStart(places, '0')

/** Codes from a number of their own on, so that no two sheets of the bench hold the same firm. */
function* enterprises(count, from) {
  for (let n = 0; n < count; n++) {
    const code = `91440300MA${padded(from + n, 7)}`
    const day = `${2000 + (n % 23)}年${1 + (n % 12)}月${1 + (n % 28)}日`
    yield [
      `青禾第${from + n}号精密制造有限公司`,
      code + checkSignOf(code),
      `工业一路${n % 300}号`,
      'C3484',
      '非四上',
      `${1 + (n % 900)}.5万元`,
      day,
    ]
  }
}

async function bookOf(count, from) {
  const pieces = []
  const sheet = { name: '企业', heading, rows: enterprises(count, from) }
  for await (const piece of workbookOf('青禾街道2026年企业底册', [sheet])) pieces.push(piece)
  return Buffer.concat(pieces)
}

const { app: asApp, owner } = postgres.connections
await migrate(owner)
const db = openDatabase({ app: asApp, owner })
const app = await buildApp({
  db,
  clock: systemClock,
  keys: keysOf(Buffer.alloc(32, 7)),
  filesFolder: join(home, 'files'),
  webRoot: null,
  limits: noLimits,
})

let cookie = ''
async function ask(method, url, { body, form, version } = {}) {
  const encoded = form ? new Response(form) : null
  const payload = encoded ? Buffer.from(await encoded.arrayBuffer()) : body ? JSON.stringify(body) : undefined
  const type = encoded ? encoded.headers.get('content-type') : 'application/json'
  const answered = await app.inject({
    method,
    url,
    ...(payload ? { payload } : {}),
    headers: {
      ...(payload ? { 'content-type': type } : {}),
      ...(cookie ? { cookie } : {}),
      ...(version === undefined ? {} : { 'if-match': String(version) }),
      'idempotency-key': crypto.randomUUID(),
    },
  })
  if (answered.statusCode >= 300)
    throw new Error(`${method} ${url}: ${answered.statusCode} ${String(answered.payload)}`)
  return answered
}

const { officeId } = (await ask('POST', '/api/offices', { body: { name: '青禾街道', units: ['经济发展办'] } })).json()
const sit = async (officerId) => {
  const answered = await ask('POST', '/api/session', { body: { officeId, ...(officerId ? { officerId } : {}) } })
  cookie = answered.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}
await sit()
const { officers } = (await ask('GET', '/api/me')).json()
await sit(officers.find(({ duties }) => duties.includes('handler')).id)

const settled = (seen) => ({
  columns: seen.understood.columns.map(({ at, field }) => ({ at, field })),
  constants: { community: '街道本级', leadUnit: '经济发展办' },
  words: {},
})

async function onceDone(id) {
  for (;;) {
    const seen = (await ask('GET', `/api/imports/${id}`)).json()
    if (seen.state !== 'reading' && seen.state !== 'checking') return seen
    await new Promise((go) => setTimeout(go, 200))
  }
}

// On a machine that does other things at the same time the seconds of the clock say little; these say more.
const cpuSince = (before) => {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function watchMemory() {
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 50)
  timer.unref()
  return () => {
    clearInterval(timer)
    return peak / 1_048_576
  }
}

// The first sheet settles the mapping for this head; those that are timed find it remembered.
async function bring(count, from) {
  const bytes = await bookOf(count, from)
  globalThis.gc?.()
  const peak = watchMemory()
  const began = performance.now()
  const cpu = process.cpuUsage()
  const form = new FormData()
  form.set('register', 'enterprise')
  form.set('file', new File([bytes], '企业底册.xlsx'), '企业底册.xlsx')
  const { id } = (await ask('POST', '/api/imports', { form })).json()
  const seen = await onceDone(id)
  const looked = performance.now()
  return {
    seen,
    bytes,
    peak,
    seconds: () => (performance.now() - began) / 1000,
    cpuSeconds: () => cpuSince(cpu),
    lookedSeconds: (looked - began) / 1000,
  }
}

const first = await bring(10, 9_000_000)
await ask('POST', `/api/imports/${first.seen.id}/mapping`, { body: settled(first.seen), version: first.seen.version })
await onceDone(first.seen.id)

let from = 0
for (const count of sizes) {
  const { seen, bytes, peak, seconds, cpuSeconds, lookedSeconds } = await bring(count, from)
  from += count
  if (seen.counts?.new !== count)
    throw new Error(`not all rows are new: ${JSON.stringify([seen.counts, seen.failed, seen.refusals[0]])}`)
  await ask('POST', `/api/imports/${seen.id}/accept`, { body: {}, version: seen.version })
  const whole = seconds()
  console.log(
    `${count} rows, ${(bytes.length / 1_048_576).toFixed(1)} MB: looked at after ${lookedSeconds.toFixed(1)} s, accepted after ${whole.toFixed(1)} s (at most ${secondsMax} s for 100,000), ${cpuSeconds().toFixed(1)} s of the server's processor, peak ${peak().toFixed(0)} MB`,
  )
}

await app.close()
await db.close()
await postgres.stop()
rmSync(home, { recursive: true, force: true })
