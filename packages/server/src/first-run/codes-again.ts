import type { CodeSlip } from '@guatu/contract'
import { administrators } from '@guatu/core/office'
import { dayOf, type Instant } from '@guatu/core/shared'
import { holdersOf, holdPeople } from '../office/index.ts'
import { sealedBy } from '../platform/audit/sealing.ts'
import { writeAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import { openDatabase, type Tx } from '../platform/db.ts'
import { keyFileOf, openKeys } from '../platform/keys.ts'
import { officesOfMachine } from '../platform/office.ts'
import type { DataPlace, OpenedPostgres } from '../platform/postgres/open.ts'
import { reachPostgres } from '../platform/postgres/reach.ts'
import { StartStopped } from '../platform/postgres/stopped.ts'
import { codesUntilOf, type Made, slipsFor } from './administrators.ts'
import { firstRunProblems } from './problems.ts'

/** What the log calls it: no route does it, and whoever does it sits at the machine without having signed in. */
const did = 'guatu office codes'
const atMachine = { officerId: null, name: '（本机命令）', post: '', unitId: null }

/** The new slips of the three administrators of an office. */
export interface CodesAgain {
  readonly office: string
  readonly slips: readonly CodeSlip[]
  readonly codesUntil: Instant
}

async function threeOf(tx: Tx, officeId: string, now: Instant): Promise<Made[]> {
  const made: Made[] = []
  for (const side of administrators)
    for (const officerId of await holdersOf(tx, officeId, side, dayOf(now))) made.push({ side, officerId })
  return made
}

/** Whether anybody of the office has ever set a password: then the security administrator's way is open. */
const isEntered = async (tx: Tx, officeId: string): Promise<boolean> =>
  (await tx.selectFrom('password').where('officeId', '=', officeId).select('number').limit(1).execute()).length > 0

async function issue(tx: Tx, officeId: string, now: Instant): Promise<CodeSlip[]> {
  await holdPeople(tx, officeId)
  if (await isEntered(tx, officeId)) throw new StartStopped(firstRunProblems('first_run.codes_used', {}))
  const made = await threeOf(tx, officeId, now)
  const slips = await slipsFor(tx, officeId, made, now)
  const detail = Object.fromEntries(made.map(({ side, officerId }) => [side, officerId]))
  const record = {
    at: now,
    route: did,
    object: `/api/offices/${officeId}`,
    outcome: 'done',
    problemCode: null,
  } as const
  await writeAudit(tx, { officeId, ...atMachine }, { ...record, detail })
  return slips
}

async function issueFrom({ connections, folder }: OpenedPostgres, named: string, clock: Clock): Promise<CodesAgain> {
  const db = sealedBy(openDatabase(connections), openKeys(keyFileOf(folder)))
  try {
    const formal = (await officesOfMachine(db, clock)).filter(({ kind }) => kind === 'formal')
    const office = formal.find(({ id, name }) => name === named || id === named)
    const offices = formal.map(({ name }) => name).join('、')
    if (!office) throw new StartStopped(firstRunProblems('first_run.formal_unknown', { office: named, offices }))
    const now = clock.now()
    const slips = await db.inOffice(office.id, (tx) => issue(tx, office.id, now))
    return { office: office.name, slips, codesUntil: codesUntilOf(now) }
  } finally {
    await db.close()
  }
}

/**
 * Issues the three administrators of an office new codes, which makes the lost ones void, as long as nobody of the office
 * has ever set a password; recorded in its log. For whoever holds the data folder: no route does it. Throws `StartStopped`.
 */
export async function codesAgain(named: string, place: DataPlace, clock: Clock): Promise<CodesAgain> {
  const postgres = await reachPostgres(place)
  try {
    return await issueFrom(postgres, named, clock)
  } finally {
    await postgres.stop()
  }
}
