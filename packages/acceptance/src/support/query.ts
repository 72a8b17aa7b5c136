import pg from 'pg'

type Row = Record<string, unknown>

/** Runs statements on one connection and gives the rows of the last one. */
export async function query<T extends Row>(config: pg.PoolConfig, ...statements: readonly string[]): Promise<T[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    let rows: T[] = []
    for (const statement of statements) rows = (await client.query<T>(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

/** The SQLSTATE with which the database refuses the statements, or `done` where it does not. */
export const refusalOf = (config: pg.PoolConfig, ...statements: readonly string[]): Promise<string> =>
  query(config, ...statements).then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  )
