// What counting requests costs a GET of the API: not counted by the database, claimed in parts, and claimed one by one.
// Run: node bench/rates.bench.mjs
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayOf } from '../packages/core/src/shared/index.ts'
import { buildApp } from '../packages/server/src/app.ts'
import { systemClock } from '../packages/server/src/platform/clock.ts'
import { openDatabase } from '../packages/server/src/platform/db.ts'
import { keysOf } from '../packages/server/src/platform/keys.ts'
import { migrate } from '../packages/server/src/platform/migrate.ts'
import { openPostgres } from '../packages/server/src/platform/postgres/open.ts'
import { limitsHere, noLimits } from '../packages/server/src/platform/rates/limits.ts'
import { usualRequestsOn } from '../packages/server/src/rules.ts'

const rounds = 12
const perRound = 25
const url = '/api/plans'

// The three count one person, who may ask so much that nobody is refused; parts are as large as those of an installation.
const usual = limitsHere(usualRequestsOn(dayOf(systemClock.now())))
const reads = 2e9
const inParts = { ...usual, perPerson: { ...usual.perPerson, reads }, peoplePerAddress: 1 }
const ways = {
  'in memory': noLimits,
  'in parts': { ...inParts, parts: reads / (usual.perPerson.reads / usual.parts) },
  'one by one': { ...inParts, parts: reads },
}

const home = mkdtempSync(join(tmpdir(), 'guatu-bench-'))
chmodSync(home, 0o711)
const postgres = await openPostgres({ dataFolder: join(home, 'data'), url: undefined })
try {
  await migrate(postgres.connections.owner)
  const db = openDatabase(postgres.connections)
  const needs = { db, clock: systemClock, keys: keysOf(Buffer.alloc(32, 7)), webRoot: null }
  const apps = {}
  for (const [name, limits] of Object.entries(ways))
    apps[name] = await buildApp({ ...needs, limits, filesFolder: join(home, 'files') })
  const app = apps['in memory']
  const key = { 'idempotency-key': 'bench-of-rates-0001' }
  const made = await app.inject({
    method: 'POST',
    url: '/api/offices',
    headers: key,
    payload: { name: '青禾街道', units: ['城管办'] },
  })
  const { officeId } = made.json()
  const seated = await app.inject({ method: 'POST', url: '/api/session', headers: key, payload: { officeId } })
  const cookie = seated.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const [name, one] of Object.entries(apps)) {
      const began = performance.now()
      for (let n = 0; n < perRound; n++) {
        const { statusCode } = await one.inject({ method: 'GET', url, headers: { cookie } })
        if (statusCode !== 200) throw new Error(`${name}: ${statusCode}`)
      }
      times[name].push((performance.now() - began) / perRound)
    }
  const median = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]
  const bare = median(times['in memory'])
  for (const [name, all] of Object.entries(times))
    console.log(`${name.padEnd(12)} ${median(all).toFixed(3)} ms a GET, ratio ${(median(all) / bare).toFixed(2)}`)
  for (const one of Object.values(apps)) await one.close()
  await db.close()
} finally {
  await postgres.stop()
  rmSync(home, { recursive: true, force: true })
}
