import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'

// A text that comes once has lists of a length of its own; kept, such texts would fill the memory of every connection.
const keptMax = 500
const seenMax = 2_000
const charsMax = 6_000

const names = new Map<string, string>()
const seen = new Set<string>()

/** The name under which a connection keeps the plan of a statement; none for one that did not come before. */
function nameOf(text: string): string | undefined {
  const kept = names.get(text)
  if (kept !== undefined || names.size >= keptMax || text.length > charsMax) return kept
  if (!seen.has(text)) {
    if (seen.size >= seenMax) seen.clear()
    seen.add(text)
    return undefined
  }
  const name = `guatu_${names.size}`
  names.set(text, name)
  return name
}

function adapted(client: pg.PoolClient): PostgresPoolClient {
  let begin: string | null = null
  // A transaction begins together with its first statement where that has no parameters, which saves a way there and back.
  async function query(text: string, parameters: readonly unknown[]): Promise<unknown> {
    if (/^(?:begin|start transaction)\b/.test(text)) {
      begin = text
      return { command: 'BEGIN', rowCount: 0, rows: [] }
    }
    const first = begin
    begin = null
    if (parameters.length === 0) {
      const done: unknown = await client.query(first === null ? text : `${first}; ${text}`)
      return Array.isArray(done) ? done.at(-1) : done
    }
    if (first !== null) await client.query(first)
    const name = nameOf(text)
    return client.query({ text, values: [...parameters], ...(name === undefined ? {} : { name }) })
  }
  return {
    query: query as <R>(text: string, parameters: readonly unknown[]) => Promise<PostgresQueryResult<R>>,
    release: (broken?: boolean) => client.release(broken),
  } as PostgresPoolClient
}

/** A pool whose connections read and plan a statement once, however often it comes, and begin with the first one. */
export function preparing(pool: pg.Pool): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    connect: async () => {
      const client = await pool.connect()
      const found = known.get(client) ?? adapted(client)
      known.set(client, found)
      return found
    },
    end: () => pool.end(),
    options: pool.options,
  }
}
