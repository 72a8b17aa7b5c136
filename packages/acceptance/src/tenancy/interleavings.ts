import { randomUUID } from 'node:crypto'
import { type Database, openDatabase } from '@guatu/server/platform/db'
import type { FreshDatabase } from '@guatu/server/platform/testing/fresh-database'
import { sql } from 'kysely'
import pg from 'pg'
import { query } from '../support/query.ts'

/** What became of many transactions of many offices that share few connections. */
export interface Tally {
  readonly done: number
  readonly failed: number
  readonly cancelled: number
  readonly dropped: number
  /** Rows of another office than the one that asked. There must be none. */
  readonly foreign: number
  /** How often an office did not even see its own. */
  readonly blind: number
}

const connectionsMax = 4
const atOnce = 24

// The same run for the same seed: a leak that was seen once can be seen again.
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

/** Offices with one unit each. */
export async function makeOffices(database: FreshDatabase, count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => randomUUID())
  const rows = ids.map((id, i) => `('${id}', '第${i}街道', 'sample', '2023-07-01', now())`)
  const units = ids.map((id) => `('${id}', '${randomUUID()}', '城管办', 'department', now())`)
  await query(
    database.root,
    `insert into office (id, name, kind, sample_today, created_at) values ${rows.join()}`,
    `insert into unit (office_id, id, name, kind, created_at) values ${units.join()}`,
  )
  return ids
}

type Fate = 'done' | 'failed' | 'cancelled' | 'dropped'
const fateOf = (chance: number): Fate => {
  if (chance < 0.02) return 'dropped'
  if (chance < 0.07) return 'cancelled'
  return chance < 0.17 ? 'failed' : 'done'
}

class Meant extends Error {}
const ends: Readonly<Record<Fate, string>> = {
  done: 'select 1',
  failed: 'select 1 / 0',
  cancelled: 'select pg_cancel_backend(pg_backend_pid()), pg_sleep(1)',
  dropped: 'select pg_terminate_backend(pg_backend_pid()), pg_sleep(1)',
}

/** Runs one office's work the way the application does. */
export type InOffice = (officeId: string, work: (run: Run) => Promise<void>) => Promise<void>
type Run = (statement: string) => Promise<readonly { office_id?: string }[]>

/** The application's own way in, on a pool of few connections. */
export function ownWay(database: FreshDatabase): { readonly db: Database; readonly inOffice: InOffice } {
  const { app, owner } = database.connections
  const db = openDatabase({ app: { ...app, max: connectionsMax }, owner })
  const inOffice: InOffice = (officeId, work) =>
    db.inOffice(officeId, (tx) =>
      work(async (statement) => {
        const { rows } = await sql<{ officeId?: string }>`${sql.raw(statement)}`.execute(tx)
        return rows.map((row) => ({ office_id: row.officeId ?? '' }))
      }),
    )
  return { db, inOffice }
}

/** The tempting wrong way: the office is set for the connection, and reading it needs no transaction. */
export function wrongWay(database: FreshDatabase): { readonly pool: pg.Pool; readonly inOffice: InOffice } {
  const pool = new pg.Pool({ ...database.connections.app, max: connectionsMax })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const run: Run = async (statement) => (await pool.query<{ office_id?: string }>(statement)).rows
  return {
    pool,
    inOffice: async (officeId, work) => {
      await pool.query(`set app.office = '${officeId}'`)
      await work(run)
    },
  }
}

/** Lets offices come and go in random order, some of them stopped in the middle, and counts what they saw. */
export async function interleave(
  inOffice: InOffice,
  offices: readonly string[],
  turns: number,
  seed: number,
): Promise<Tally> {
  const random = randomOf(seed)
  const tally = { done: 0, failed: 0, cancelled: 0, dropped: 0, foreign: 0, blind: 0 }
  let left = turns
  const turn = async () => {
    const officeId = offices[Math.floor(random() * offices.length)] ?? ''
    const fate = fateOf(random())
    const looks = 1 + Math.floor(random() * 2)
    try {
      await inOffice(officeId, async (run) => {
        for (let look = 0; look < looks; look += 1) {
          const seen = await run('select office_id from unit')
          if (!seen.some((row) => row.office_id === officeId)) tally.blind += 1
          tally.foreign += seen.filter((row) => row.office_id !== officeId).length
        }
        if (fate === 'failed' && looks === 2) throw new Meant()
        await run(ends[fate])
      })
      tally.done += 1
    } catch (error) {
      if (fate === 'done') throw error
      tally[fate] += 1
    }
  }
  const worker = async () => {
    while (left-- > 0) await turn()
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return tally
}
