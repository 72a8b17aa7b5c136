import { setTimeout as sleep } from 'node:timers/promises'
import { assert } from '@guatu/core/shared'
import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { endAll } from './at-end.ts'
import { type Glance, glancesOver } from './glance.ts'
import { isId } from './ids.ts'
import { preparing } from './statements.ts'
import type { DB } from './tables.gen.ts'

export type Tables = DB
export type Tx = Transaction<Tables>

// Days stay text and timestamps become ISO instants: a Date would bring the machine's own zone in.
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.DATE, (text) => text)
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString())

export interface Database {
  /** Reference data only. Tables of an office answer with no rows here, for no office is set. */
  readonly reference: Kysely<Tables>
  /** One transaction that sees and writes the rows of one office. */
  inOffice<T>(officeId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** One question in one way there and back, for what every request asks before anything else. */
  readonly glance: Glance
  /** The same as `inOffice`, as the owner, who may also read what the app role may only add. Nothing is recorded through it. */
  inOfficeAsOwner<T>(officeId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Removes an office with all it holds, as the owner: the app role itself can delete nothing. */
  removeOffice(officeId: string): Promise<void>
  /** The migrations that were applied, as `name sha256`; asked as the owner, whose book it is. */
  appliedMigrations(): Promise<readonly string[]>
  /** Calls back with the office in which something was committed; returns the way to stop. */
  listen(changed: (officeId: string) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

const kyselyOf = (pool: pg.Pool) =>
  new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: preparing(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })

// The setting is written as a literal because Citus does not carry set_config to its shards; hence the check before it.
const setOffice = (officeId: string) => {
  assert(isId(officeId), 'an office is named by a uuid')
  return sql.raw(`set local app.office = '${officeId}'`)
}

/** `role` is set on each connection where the login itself is not the app role (an outside database). */
export interface Connections {
  readonly app: pg.PoolConfig
  readonly owner: pg.PoolConfig
  readonly role?: string
}

/** Whether nobody let go of a connection for as long as a request may wait. */
export const isOutOfConnections = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('timeout exceeded when trying to connect')

// A connection that dies, idle or at work, is replaced by the pool; without listeners it would end the process. Whoever
// was at work on it is told by their own query.
function outlive(pool: pg.Pool): void {
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
}

// A database that is busy for this long is answered for rather than waited for.
const waitMs = 10_000

/** Opens the pools of a migrated database. Nothing connects until the first query. */
export function openDatabase({ app, owner, role }: Connections): Database {
  const appPool = new pg.Pool({ max: 8, connectionTimeoutMillis: waitMs, ...app, types })
  if (role) appPool.on('connect', (client) => void client.query(`set role ${pg.escapeIdentifier(role)}`))
  // One for a long export, so that the question whether we are ready never waits for it.
  const ownerPool = new pg.Pool({ max: 2, connectionTimeoutMillis: waitMs, ...owner, types })
  for (const pool of [appPool, ownerPool]) outlive(pool)
  const reference = kyselyOf(appPool)
  const asOwner = kyselyOf(ownerPool)
  const inOffice = <T>(db: Kysely<Tables>, officeId: string, work: (tx: Tx) => Promise<T>) =>
    db.transaction().execute(async (tx) => {
      await setOffice(officeId).execute(tx)
      const done = await work(tx)
      await endAll(tx)
      return done
    })
  return {
    reference,
    inOffice: (officeId, work) => inOffice(reference, officeId, work),
    glance: glancesOver(appPool),
    inOfficeAsOwner: (officeId, work) => inOffice(asOwner, officeId, work),
    removeOffice: (officeId) =>
      inOffice(asOwner, officeId, async (tx) => {
        await tx.deleteFrom('office').where('id', '=', officeId).execute()
      }),
    appliedMigrations: async () => {
      const asked = sql<{ name: string; sha256: string }>`select name, sha256 from schema_migration order by name`
      const { rows } = await asked.execute(asOwner)
      return rows.map(({ name, sha256 }) => `${name} ${sha256}`)
    },
    listen: (changed) => listenOn(app, changed),
    close: async () => {
      await Promise.all([appPool.end(), ownerPool.end()])
    },
  }
}

const listenAgainMs = 1_000

/** Listens for good: where the database goes away it comes back, and a client that listened once would stay deaf. */
async function listenOn(config: pg.PoolConfig, changed: (officeId: string) => void): Promise<() => Promise<void>> {
  let isOver = false
  let client = await listening()
  async function listening(): Promise<pg.Client> {
    const fresh = new pg.Client(config)
    fresh.on('notification', (message) => changed(message.payload ?? ''))
    fresh.on('error', () => {})
    await fresh.connect()
    await fresh.query('listen guatu_changed')
    fresh.once('end', () => void listenAgain())
    return fresh
  }
  async function listenAgain(): Promise<void> {
    while (!isOver) {
      await sleep(listenAgainMs, undefined, { ref: false })
      try {
        client = await listening()
        return
      } catch {
        // The database is still away; the next turn tries again.
      }
    }
  }
  return async () => {
    isOver = true
    await client.end()
  }
}

/** Tells every server process, once this transaction commits, that the office has changed. */
export const tellChanged = (tx: Tx, officeId: string) => sql`select pg_notify('guatu_changed', ${officeId})`.execute(tx)
