import pg from 'pg'

const exists = async (client: pg.Client, sql: string, name: string) => (await client.query(sql, [name])).rowCount !== 0

/** Makes the owner and the app role with one password, and a database that belongs to the owner. Repeatable. */
export async function prepareCluster(root: pg.PoolConfig, database: string): Promise<void> {
  const client = new pg.Client(root)
  await client.connect()
  try {
    const password = pg.escapeLiteral(String(root.password))
    for (const role of ['guatu_owner', 'guatu_app']) {
      if (!(await exists(client, 'select 1 from pg_roles where rolname = $1', role)))
        await client.query(`create role ${role} login nobypassrls password ${password}`)
    }
    if (!(await exists(client, 'select 1 from pg_database where datname = $1', database)))
      await client.query(`create database ${pg.escapeIdentifier(database)} owner guatu_owner`)
  } finally {
    await client.end()
  }
}
