import { loginNameOf } from '@guatu/core/identity'
import { isKeptAlone } from '@guatu/core/office'
import { type Day, type Instant, instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import { disabledOf, holdingsOf, holdPeople, postsOf } from '../office/index.ts'
import type { Tx } from '../platform/db.ts'

/** A person who can sign in, or could. */
export interface Account {
  readonly officeId: string
  readonly officerId: string
  readonly name: string
  readonly loginName: string
  readonly side: string
  readonly disabled: boolean
}

const accounts = (tx: Tx, officeId: string) =>
  tx.selectFrom('officer').where('officeId', '=', officeId).select(['id', 'name', 'loginName', 'side', 'disabledAt'])

interface Row {
  readonly id: string
  readonly name: string
  readonly loginName: string | null
  readonly side: string
  readonly disabledAt: string | null
}

const accountFrom = (officeId: string, row: Row): Account => ({
  officeId,
  officerId: row.id,
  name: row.name,
  loginName: row.loginName ?? '',
  side: row.side,
  disabled: row.disabledAt !== null,
})

/** Whose login name this is, however it was typed. */
export async function accountNamed(tx: Tx, officeId: string, typed: string): Promise<Account | null> {
  const row = await accounts(tx, officeId).where('loginName', '=', loginNameOf(typed)).executeTakeFirst()
  return row ? accountFrom(officeId, row) : null
}

export async function accountOf(tx: Tx, officeId: string, officerId: string): Promise<Account | null> {
  const row = await accounts(tx, officeId).where('id', '=', officerId).executeTakeFirst()
  return row ? accountFrom(officeId, row) : null
}

/** When the person was last seen signed in; null where no session of theirs is on record. */
export async function lastSeen(tx: Tx, { officeId, officerId }: Account): Promise<Instant | null> {
  const row = await tx
    .selectFrom('session')
    .where('officeId', '=', officeId)
    .where('officerId', '=', officerId)
    .where('signedInBy', '!=', 'seat')
    .where(sql<boolean>`awaits = '{}'`)
    .select((eb) => eb.fn.max('lastSeenAt').as('at'))
    .executeTakeFirst()
  return row?.at ? instant(new Date(row.at).toISOString()) : null
}

/** Stops an account from being let in, or lets it in again. */
export const setDisabled = (tx: Tx, officeId: string, officerId: string, at: Instant | null) =>
  tx
    .updateTable('officer')
    .set({ disabledAt: at })
    .where('officeId', '=', officeId)
    .where('id', '=', officerId)
    .execute()

/**
 * Whether this person is the last, today or later, who could enable accounts. From here on nobody comes or goes until
 * the transaction has ended: of two security administrators who disable each other at once, one stays.
 */
export async function isLastSecurity(tx: Tx, officeId: string, officerId: string, today: Day): Promise<boolean> {
  await holdPeople(tx, officeId)
  const posts = (await postsOf(tx, officeId)).filter(({ duties }) => duties.includes('securityAdmin'))
  const stopped = await disabledOf(tx, officeId)
  const held = (await holdingsOf(tx, officeId)).filter(({ postId }) => posts.some(({ id }) => id === postId))
  const own = held.filter((one) => one.officerId === officerId)
  const others = held.filter((one) => one.officerId !== officerId && !stopped.has(one.officerId))
  return isKeptAlone(own, others, today)
}
