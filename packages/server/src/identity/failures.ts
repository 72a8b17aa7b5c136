import { createHmac } from 'node:crypto'
import {
  accountFailed,
  accountWait,
  addressFailed,
  addressWait,
  type Failures,
  forgottenBefore,
  type IdentityProfile,
  loginNameOf,
} from '@guatu/core/identity'
import { type Instant, instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { Keys } from '../platform/keys.ts'

type Kind = 'account' | 'address'

/** What failures are counted by. */
export interface Counted {
  readonly officeId: string
  readonly account: string
  readonly address: string
}

const keyed = (keys: Keys, officeId: string, what: string): string =>
  createHmac('sha256', keys.of('signIn', officeId)).update(what).digest('hex')

/** The counts of a login name, somebody's or nobody's, and of an address. Neither can be told from them. */
export const countsOf = (keys: Keys, officeId: string, loginName: string, address: string): Counted => ({
  officeId,
  account: keyed(keys, officeId, `name ${loginNameOf(loginName)}`),
  address: keyed(keys, officeId, `address ${address}`),
})

/** The counts of a person's second factor: whoever knows the password does not begin anew with it. */
export const factorCountsOf = (keys: Keys, officeId: string, officerId: string, address: string): Counted => ({
  officeId,
  account: keyed(keys, officeId, `factor ${officerId}`),
  address: keyed(keys, officeId, `address ${address}`),
})

async function locked(tx: Tx, officeId: string, kind: Kind, key: string, now: Instant): Promise<Failures> {
  await tx
    .insertInto('signInFailure')
    .values({ officeId, kind, key, failures: 0, since: now, lastAt: now })
    .onConflict((oc) => oc.columns(['officeId', 'kind', 'key']).doNothing())
    .execute()
  const row = await tx
    .selectFrom('signInFailure')
    .where('officeId', '=', officeId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .select(['failures', 'since', 'lastAt'])
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { failures: row.failures, since: instant(row.since), lastAt: instant(row.lastAt) }
}

const keep = (tx: Tx, officeId: string, kind: Kind, key: string, counted: Failures) =>
  tx
    .updateTable('signInFailure')
    .set({ ...counted })
    .where('officeId', '=', officeId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .execute()

/**
 * Lets one try be looked at, counted as a failure beforehand, or says how many seconds there are still to wait. Counted
 * beforehand, any number of tries at once, through any number of processes, are looked at no oftener than one by one.
 */
export async function takeTry(tx: Tx, counted: Counted, now: Instant, profile: IdentityProfile): Promise<number> {
  const { officeId, account, address } = counted
  const byAddress = await locked(tx, officeId, 'address', address, now)
  const byAccount = await locked(tx, officeId, 'account', account, now)
  const wait = Math.max(addressWait(byAddress, now, profile), accountWait(byAccount, now, profile))
  if (wait > 0) return wait
  await keep(tx, officeId, 'address', address, addressFailed(byAddress, now, profile))
  await keep(tx, officeId, 'account', account, accountFailed(byAccount, now, profile))
  return 0
}

const forgetOne = (tx: Tx, officeId: string, kind: Kind, key: string) =>
  tx
    .updateTable('signInFailure')
    .set({ failures: sql`greatest(failures - 1, 0)` })
    .where('officeId', '=', officeId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .execute()

/** Takes back the count of a try that was not looked at after all. */
export async function giveBack(tx: Tx, { officeId, account, address }: Counted): Promise<void> {
  await forgetOne(tx, officeId, 'address', address)
  await forgetOne(tx, officeId, 'account', account)
}

/** A try that was right: the account begins anew, and what is too old to count for anybody goes. */
export async function succeeded(tx: Tx, counted: Counted, now: Instant, profile: IdentityProfile): Promise<void> {
  const { officeId, account, address } = counted
  await forgetOne(tx, officeId, 'address', address)
  await tx
    .deleteFrom('signInFailure')
    .where('officeId', '=', officeId)
    .where('kind', '=', 'account')
    .where('key', '=', account)
    .execute()
  // What somebody else holds stays for the next time: to wait for it here could go in a circle.
  await sql`delete from sign_in_failure where (office_id, kind, key) in (
    select office_id, kind, key from sign_in_failure
    where office_id = ${officeId} and last_at < ${forgottenBefore(now, profile)} for update skip locked)`.execute(tx)
}
