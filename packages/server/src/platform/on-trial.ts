import type { Problem } from '@guatu/core/shared'
import type { Tx } from './db.ts'
import { hold, holdTogether } from './hold.ts'
import type { Office } from './office.ts'
import { platformProblems } from './problems.ts'

const kindOf = (officeId: string): string => `kind of office ${officeId}`

/** Waits for every change that is under way in an office on trial, and lets none begin until this transaction ends. */
export const endTrial = (tx: Tx, officeId: string): Promise<void> => hold(tx, kindOf(officeId))

/**
 * Whether the office is still on trial, and stays so until this transaction ends. Who asked was looked up before it
 * began; since then the stand-ins may have been dismissed.
 */
async function isStillOnTrial(tx: Tx, officeId: string): Promise<boolean> {
  await holdTogether(tx, kindOf(officeId))
  const found = await tx.selectFrom('office').where('id', '=', officeId).select('kind').executeTakeFirst()
  return found?.kind === 'trial'
}

/** Why nothing is changed in an office any more by whoever asked while it was on trial, or null. */
export const trialOver = async (tx: Tx, { id, kind }: Office): Promise<Problem | null> =>
  kind === 'trial' && !(await isStillOnTrial(tx, id)) ? platformProblems('request.no_seat', {}) : null
