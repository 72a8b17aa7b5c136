import { createHash } from 'node:crypto'
import type { CodeSlip, NewFormalOffice } from '@guatu/contract'
import { accept, dayOf, type Instant, type Result, reject } from '@guatu/core/shared'
import { holdPeople, insertOffice } from '../office/index.ts'
import { writeAudit } from '../platform/audit.ts'
import { type Database, type Tx, tellChanged } from '../platform/db.ts'
import { endTrial } from '../platform/on-trial.ts'
import { platformProblems } from '../platform/problems.ts'
import { type Seat, seatIn } from '../platform/seat.ts'
import { atWorkIn, codesUntilOf, haveBegun, type Made, makeThree, slipsFor } from './administrators.ts'
import { firstRunProblems } from './problems.ts'
import { dismissStandIns } from './stand-ins.ts'

export const beginRoute = 'POST /api/formal-offices'

/** A request to begin, with what makes it repeatable. */
export interface Beginning {
  readonly officeId: string
  readonly asked: NewFormalOffice
  readonly key: string
  readonly now: Instant
}

export interface Begun {
  readonly slips: readonly CodeSlip[]
  readonly codesUntil: Instant
}

type Standing = 'fresh' | { readonly made: readonly Made[] } | 'other'

const hashOf = (asked: NewFormalOffice): string => createHash('sha256').update(JSON.stringify(asked)).digest('hex')

// A key of nobody's: whoever begins has no account yet, or one that ends with this.
const keyIn = (key: string): string => `first-run ${key}`

/** Claims the key. A second request with it waits here for the first, then finds whom that one made. */
async function claim(tx: Tx, { officeId, asked, key, now }: Beginning): Promise<Standing> {
  const requestHash = hashOf(asked)
  const claimed = await tx
    .insertInto('idempotency')
    .values({ officeId, key: keyIn(key), route: beginRoute, requestHash, at: now })
    .onConflict((oc) => oc.columns(['officeId', 'key']).doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 1n) return 'fresh'
  const earlier = await tx
    .selectFrom('idempotency')
    .where('officeId', '=', officeId)
    .where('key', '=', keyIn(key))
    .select(['requestHash', 'body'])
    .executeTakeFirstOrThrow()
  return earlier.requestHash === requestHash ? (earlier.body as unknown as { made: Made[] }) : 'other'
}

/** Whom the first request made; the codes themselves are kept nowhere. */
const remember = (tx: Tx, { officeId, key }: Beginning, made: readonly Made[]) =>
  tx
    .updateTable('idempotency')
    .set({ status: 201, body: JSON.stringify({ made }) })
    .where('officeId', '=', officeId)
    .where('key', '=', keyIn(key))
    .execute()

/** Turns an office on trial into one that works in earnest; false where it is none any more. */
async function promote(tx: Tx, officeId: string): Promise<boolean> {
  const changed = await tx
    .updateTable('office')
    .set({ kind: 'formal' })
    .where('id', '=', officeId)
    .where('kind', '=', 'trial')
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

async function record(tx: Tx, actor: Seat, { officeId, now }: Beginning, from: string, made: readonly Made[]) {
  const detail = { from, ...Object.fromEntries(made.map(({ side, officerId }) => [side, officerId])) }
  const object = `/api/offices/${officeId}`
  await writeAudit(tx, actor, { at: now, route: beginRoute, object, outcome: 'done', problemCode: null, detail })
}

const answerOf = (slips: readonly CodeSlip[], now: Instant): Begun => ({
  slips,
  codesUntil: codesUntilOf(now),
})

async function shownAgain(tx: Tx, { officeId, now }: Beginning, made: readonly Made[]): Promise<Result<Begun>> {
  if (await haveBegun(tx, officeId, made)) return reject(firstRunProblems('first_run.codes_used', {}))
  return accept(answerOf(await slipsFor(tx, officeId, made, now), now))
}

class Refused extends Error {
  readonly result: Result<never>
  constructor(result: Result<never>) {
    super('refused')
    this.result = result
  }
}

async function work(tx: Tx, beginning: Beginning): Promise<Result<Begun>> {
  const { officeId, asked, now } = beginning
  const isNew = 'name' in asked
  // Before any other lock: a change on trial takes this one first as well.
  if (!isNew) await endTrial(tx, officeId)
  const inserted = isNew && (await insertOffice(tx, officeId, { ...asked, kind: 'formal', sampleToday: null }, now))
  await holdPeople(tx, officeId)
  const standing = await claim(tx, beginning)
  // The key of another request names an office that is there already, of whatever kind.
  if (standing === 'other' || (standing === 'fresh' && isNew && !inserted))
    return reject(platformProblems('request.key_reused', {}))
  if (standing !== 'fresh') return shownAgain(tx, beginning, standing.made)
  const founder = await seatIn(tx, officeId, dayOf(now), {})
  if (!isNew && !(await promote(tx, officeId))) {
    const { name } = await tx.selectFrom('office').select('name').where('id', '=', officeId).executeTakeFirstOrThrow()
    return reject(firstRunProblems('first_run.already_formal', { name }))
  }
  const atWork = await atWorkIn(tx, officeId, asked.administrators, now)
  if (atWork) return reject(atWork)
  if (!isNew) await dismissStandIns(tx, officeId, now)
  const made = await makeThree(tx, officeId, asked.administrators, now)
  const slips = await slipsFor(tx, officeId, made, now)
  await remember(tx, beginning, made)
  await tellChanged(tx, officeId)
  const first = await seatIn(tx, officeId, dayOf(now), { officerId: made[0]?.officerId })
  const actor = founder ?? first
  if (!actor) throw new Error('an office that begins has somebody')
  await record(tx, actor, beginning, isNew ? 'new' : 'trial', made)
  return accept(answerOf(slips, now))
}

/**
 * Lets an office begin to work in earnest, in one transaction: its kind, the end of its stand-ins, three administrators
 * each with a code, the record in its own chain. The same request again answers with the same people and fresh codes, as
 * long as nobody has used one. The codes stand nowhere but in the answer.
 */
export async function begin(db: Database, beginning: Beginning): Promise<Result<Begun>> {
  try {
    return await db.inOffice(beginning.officeId, async (tx) => {
      const done = await work(tx, beginning)
      if (!done.ok) throw new Refused(done)
      return done
    })
  } catch (error) {
    if (error instanceof Refused) return error.result
    throw error
  }
}
