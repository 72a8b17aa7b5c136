import { assert } from '@guatu/core/shared'
import pg from 'pg'
import { isId } from './ids.ts'

/** One question about an office, of one or many keys at a time; each row says by `asked` which key it answers. */
export interface Question<Row extends { readonly asked: string }> {
  /** Names the statement on a connection. */
  readonly name: string
  /** `$1` is the office, `$2` the keys as `text[]`. */
  readonly text: string
  /** Of which rows it is made; never there. */
  readonly row?: Row
}

type Rows = readonly { readonly asked: string }[]

/** Asks a question in one way there and back, in a transaction that sees the rows of this one office. */
export type Glance = <Row extends { readonly asked: string }>(
  officeId: string,
  question: Question<Row>,
  key: string,
) => Promise<readonly Row[]>

interface Pending {
  readonly keys: Map<string, PromiseWithResolvers<Rows>>
}

/**
 * Glances over the connections of a pool. Whoever asks while the same question is on its way about the office waits for
 * the next, together with everybody else who does: each answer is from after it was asked for, and however many ask,
 * the database is asked as often as it can answer.
 */
export function glancesOver(pool: pg.Pool): Glance {
  const prepared = new WeakMap<pg.PoolClient, Set<string>>()
  const waiting = new Map<string, Pending>()
  const underWay = new Set<string>()

  async function askOn(client: pg.PoolClient, officeId: string, { name, text }: Question<never>, keys: string[]) {
    const known = prepared.get(client) ?? new Set()
    prepared.set(client, known)
    if (!known.has(name)) await client.query(`prepare ${name} as ${text}`)
    known.add(name)
    const list = keys.map((key) => pg.escapeLiteral(key)).join(', ')
    // Statements that are sent as one are one transaction, which is over with them.
    const asked = `set local app.office = '${officeId}'; execute ${name} ('${officeId}', array[${list}]::text[])`
    const results = (await client.query(asked)) as unknown as readonly pg.QueryResult[]
    return (results.at(-1)?.rows ?? []) as Rows
  }

  async function askAll(officeId: string, question: Question<never>, { keys }: Pending): Promise<void> {
    try {
      const client = await pool.connect()
      let rows: Rows = []
      try {
        rows = await askOn(client, officeId, question, [...keys.keys()])
      } finally {
        client.release()
      }
      const byKey = Map.groupBy(rows, ({ asked }) => asked)
      for (const [key, answer] of keys) answer.resolve(byKey.get(key) ?? [])
    } catch (error) {
      for (const answer of keys.values()) answer.reject(error)
    }
  }

  async function run(place: string, officeId: string, question: Question<never>): Promise<void> {
    underWay.add(place)
    for (let next = waiting.get(place); next; next = waiting.get(place)) {
      waiting.delete(place)
      await askAll(officeId, question, next)
    }
    underWay.delete(place)
  }

  return <Row extends { readonly asked: string }>(officeId: string, question: Question<Row>, key: string) => {
    assert(isId(officeId), 'an office is named by a uuid')
    const place = `${question.name} ${officeId}`
    const pending = waiting.get(place) ?? { keys: new Map() }
    waiting.set(place, pending)
    const answer = pending.keys.get(key) ?? Promise.withResolvers<Rows>()
    pending.keys.set(key, answer)
    if (!underWay.has(place)) void run(place, officeId, question as Question<never>)
    return answer.promise as Promise<readonly Row[]>
  }
}
