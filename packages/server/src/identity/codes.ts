import { createHash, randomBytes } from 'node:crypto'
import { codeBytes, codeOf, plainCode } from '@guatu/core/identity'
import { type Instant, instant } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'

export interface CodeIssue {
  readonly officeId: string
  readonly officerId: string
  /** Null where the first run issues it: nobody is there yet. */
  readonly issuedBy: string | null
  readonly now: Instant
  readonly validDays: number
}

const hashOf = (officeId: string, officerId: string, code: string): string =>
  createHash('sha256')
    .update(`guatu code ${officeId} ${officerId} ${plainCode(code)}`)
    .digest('hex')

const newestOf = (tx: Tx, officeId: string, officerId: string) =>
  tx
    .selectFrom('oneTimeCode')
    .where('officeId', '=', officeId)
    .where('officerId', '=', officerId)
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

const day = 86_400_000

/**
 * Issues a code with which a person sets their own password, and returns it as it is printed (`XXXX-XXXX-XXXX-XXXX`).
 * It is kept as a hash only, works once within `validDays`, and makes the person's older codes void. Keep it
 * out of what a command answers with: that is stored for repeated requests.
 */
export async function issueCode(tx: Tx, { officeId, officerId, issuedBy, now, validDays }: CodeIssue): Promise<string> {
  const code = codeOf(randomBytes(codeBytes))
  const newest = await newestOf(tx, officeId, officerId)
  await tx
    .insertInto('oneTimeCode')
    .values({
      officeId,
      officerId,
      number: (newest?.number ?? 0) + 1,
      codeHash: hashOf(officeId, officerId, code),
      issuedBy,
      issuedAt: now,
      expiresAt: instant(new Date(Date.parse(now) + validDays * day).toISOString()),
    })
    .execute()
  return code
}

/** A code as somebody typed it, for a person of an office. */
export interface TypedCode {
  readonly officeId: string
  readonly officerId: string
  readonly code: string
  readonly now: Instant
}

/** Whether a code would count now, without using it up. */
export async function codeCounts(tx: Tx, { officeId, officerId, code, now }: TypedCode): Promise<boolean> {
  const newest = await newestOf(tx, officeId, officerId)
  return newest?.codeHash === hashOf(officeId, officerId, code) && newest.usedAt === null && newest.expiresAt > now
}

/**
 * Uses a code up and says whether it counted: the person's newest, not used, not expired. Of any number of tries at
 * once only one counts. Where the transaction is rolled back, the code is as it was.
 */
export async function useCode(tx: Tx, { officeId, officerId, code, now }: TypedCode): Promise<boolean> {
  const newest = await newestOf(tx, officeId, officerId)
  if (newest?.codeHash !== hashOf(officeId, officerId, code)) return false
  const used = await tx
    .updateTable('oneTimeCode')
    .set({ usedAt: now })
    .where('officeId', '=', officeId)
    .where('officerId', '=', officerId)
    .where('number', '=', newest.number)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}
