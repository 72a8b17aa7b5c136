import pg from 'pg'
import { startProblems } from './problems.ts'
import { StartStopped } from './stopped.ts'

const versionMin = 150_000
const unreachable = (why: string) => new StartStopped(startProblems('start.database_unreachable', { why }))

// Without a scheme the driver takes the words for a database on a host of its own making.
const isAddress = (url: string): boolean => /^(?:postgres(?:ql)?|socket):/.test(url)

async function connect(url: string): Promise<pg.Client> {
  if (!isAddress(url)) throw new StartStopped(startProblems('start.database_address', {}))
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
    client.on('error', () => {})
    await client.connect()
    return client
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException
    throw unreachable(message || (code ?? String(error)))
  }
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string; version: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as version",
  )
  const { number = '0', version = '' } = rows[0] ?? {}
  if (Number(number) < versionMin) throw new StartStopped(startProblems('start.database_too_old', { version }))
}

// The role may log in because Citus opens its own connections in the name of the role that is set.
async function ensureAppRole(client: pg.Client): Promise<void> {
  const found = await client.query("select 1 from pg_roles where rolname = 'guatu_app'")
  try {
    if (found.rowCount === 0) await client.query('create role guatu_app login nobypassrls')
    const may = await client.query("select 1 where pg_has_role(current_user, 'guatu_app', 'member')")
    if (may.rowCount === 0) await client.query('grant guatu_app to current_user')
    await client.query('set role guatu_app')
    await client.query('reset role')
  } catch (error) {
    throw new StartStopped(startProblems('start.role_missing', { why: (error as Error).message }))
  }
}

/**
 * Checks a database named by an address: reachable, PostgreSQL 15 or later, and with the role `guatu_app`, which is made
 * and granted to the login where it may do so. The login owns the tables; the server sets `guatu_app` on each of its
 * connections. Throws `StartStopped`.
 */
export async function prepareOutside(url: string): Promise<pg.PoolConfig> {
  const client = await connect(url)
  try {
    await checkVersion(client)
    await ensureAppRole(client)
    return { connectionString: url }
  } finally {
    await client.end()
  }
}
