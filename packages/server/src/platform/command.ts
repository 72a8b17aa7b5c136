import { createHash } from 'node:crypto'
import { assert, type Problem, type Result, reject } from '@guatu/core/shared'
import { changesIn } from './audit/changed.ts'
import { writeAudit } from './audit.ts'
import type { Clock } from './clock.ts'
import { type Database, type Tx, tellChanged } from './db.ts'
import { platformProblems, statusOf } from './problems.ts'
import type { Seat } from './seat.ts'

/** What one unsafe request asks, apart from what it does. */
export interface Command {
  readonly seat: Seat
  readonly route: string
  readonly object: string
  readonly idempotencyKey: string
  /** All that makes the request this one: body, parameters, file. Two requests with one key have to agree in it. */
  readonly request: unknown
  readonly detail: Readonly<Record<string, string | number | boolean>>
  /** Nothing of it stays: no record of it is kept, and the other browsers are not told. */
  readonly keepsNothing?: true
}

export interface Answer {
  readonly status: number
  readonly body: unknown
}

class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

const hashOf = (request: unknown) => createHash('sha256').update(JSON.stringify(request)).digest('hex')

// A key is one person's: the same from another is another key, and never brings them somebody else's answer.
const keyIn = ({ seat, idempotencyKey }: Command): string => `${seat.officerId} ${idempotencyKey}`

/** Claims the key. A second request with it waits here until the first has ended, then gets the first one's answer. */
async function claimKey(tx: Tx, command: Command, requestHash: string, at: string): Promise<Answer | null> {
  const { officeId } = command.seat
  const claimed = await tx
    .insertInto('idempotency')
    .values({ officeId, key: keyIn(command), route: command.route, requestHash, at })
    .onConflict((oc) => oc.columns(['officeId', 'key']).doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 1n) return null
  const earlier = await tx
    .selectFrom('idempotency')
    .where('officeId', '=', officeId)
    .where('key', '=', keyIn(command))
    .select(['route', 'requestHash', 'status', 'body'])
    .executeTakeFirstOrThrow()
  if (earlier.route !== command.route || earlier.requestHash !== requestHash)
    throw new Refused(platformProblems('request.key_reused', {}))
  assert(earlier.status !== null, 'a committed key has its answer')
  return { status: earlier.status, body: earlier.body }
}

const attemptsMax = 4
const isOvertaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505'

/**
 * Two changes of one thing at once are told apart by a unique key of the database. The later one looks again, finds what
 * the earlier has done, and is refused for a reason that a person understands.
 */
async function unlessOvertaken<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = attemptsMax - 1; ; left -= 1) {
    try {
      return await attempt()
    } catch (error) {
      if (left === 0 || !isOvertaken(error)) throw error
    }
  }
}

/**
 * Runs a change: once for its key, its audit record in the same transaction, everybody else told when it commits.
 * A refusal leaves nothing behind but its own audit record.
 */
export async function runCommand<T>(
  { db, clock }: { db: Database; clock: Clock },
  command: Command,
  work: (tx: Tx) => Promise<Result<T>>,
  status = 200,
): Promise<Result<Answer>> {
  const { officeId } = command.seat
  const attempt = () =>
    db.inOffice(officeId, async (tx) => {
      const at = clock.now()
      const earlier = await claimKey(tx, command, hashOf(command.request), at)
      if (earlier) return earlier
      const done = await work(tx)
      if (!done.ok) throw new Refused(done.problem)
      const fresh = { status, body: done.value }
      await tx
        .updateTable('idempotency')
        .set({ status, body: JSON.stringify(done.value) })
        .where('officeId', '=', officeId)
        .where('key', '=', keyIn(command))
        .execute()
      if (command.keepsNothing) return fresh
      await tellChanged(tx, officeId)
      await writeAudit(tx, command.seat, {
        at,
        route: command.route,
        object: command.object,
        detail: { ...command.detail, ...changesIn(tx) },
        outcome: 'done',
        problemCode: null,
      })
      return fresh
    })
  try {
    return { ok: true, value: await unlessOvertaken(attempt) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await recordRefusal({ db, clock }, command, error.problem)
    return reject(error.problem)
  }
}

/** A refusal is recorded in a transaction of its own: the one it happened in is gone. */
export const recordRefusal = (
  { db, clock }: { db: Database; clock: Clock },
  command: Pick<Command, 'seat' | 'route' | 'object' | 'detail'>,
  problem: Problem,
): Promise<void> =>
  db.inOffice(command.seat.officeId, (tx) =>
    writeAudit(tx, command.seat, {
      at: clock.now(),
      route: command.route,
      object: command.object,
      detail: command.detail,
      outcome: statusOf[problem.kind] === 422 ? 'invalid' : 'refused',
      problemCode: problem.code,
    }),
  )
