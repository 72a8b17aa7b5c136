import pg from 'pg'

type Row = Record<string, unknown>

// A connection costs more than what is asked over it: each login keeps one, which ends with its database.
const pools = new Map<string, pg.Pool>()

function poolOf(config: pg.PoolConfig): pg.Pool {
  const name = JSON.stringify(config)
  const kept = pools.get(name)
  if (kept) return kept
  const pool = new pg.Pool({ ...config, max: 1, allowExitOnIdle: true })
  pool.on('error', () => {})
  pools.set(name, pool)
  return pool
}

/** Runs statements on one connection, which has nothing of earlier ones, and gives the rows of the last one. */
export async function query<T extends Row>(config: pg.PoolConfig, ...statements: readonly string[]): Promise<T[]> {
  const client = await poolOf(config).connect()
  let isWhole = false
  try {
    let rows: T[] = []
    for (const statement of statements) rows = (await client.query<T>(statement)).rows
    // Some leave a transaction open, to see what is gone with it.
    await client.query('rollback')
    await client.query('discard all')
    isWhole = true
    return rows
  } finally {
    client.release(!isWhole)
  }
}

/** The SQLSTATE with which the database refuses the statements, or `done` where it does not. */
export const refusalOf = (config: pg.PoolConfig, ...statements: readonly string[]): Promise<string> =>
  query(config, ...statements).then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  )
