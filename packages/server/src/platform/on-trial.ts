import type { Tx } from './db.ts'
import { hold, holdTogether } from './hold.ts'

const kindOf = (officeId: string): string => `kind of office ${officeId}`

/** Waits for every change that is under way in an office on trial, and lets none begin until this transaction ends. */
export const endTrial = (tx: Tx, officeId: string): Promise<void> => hold(tx, kindOf(officeId))

/**
 * Whether the office is still on trial, and stays so until this transaction ends. Who asked was looked up before it
 * began; since then the stand-ins may have been dismissed.
 */
export async function isStillOnTrial(tx: Tx, officeId: string): Promise<boolean> {
  await holdTogether(tx, kindOf(officeId))
  const found = await tx.selectFrom('office').where('id', '=', officeId).select('kind').executeTakeFirst()
  return found?.kind === 'trial'
}
