import type * as contract from '@guatu/contract'
import { addDays, type Day, dayOf } from '@guatu/core/shared'
import { issueCode } from '../identity/index.ts'
import type { Keeper } from '../office/index.ts'
import type { Tx } from '../platform/db.ts'

/** Somebody in a post of a unit who has set no password yet. */
interface Awaited {
  readonly unitId: string
  readonly unit: string
  readonly officerId: string
  readonly name: string
  readonly post: string
  readonly account: string | null
}

const awaited = (tx: Tx, officeId: string, units: readonly string[], today: Day): Promise<Awaited[]> =>
  tx
    .selectFrom('holding')
    .innerJoin('officer', (join) =>
      join.onRef('officer.officeId', '=', 'holding.officeId').onRef('officer.id', '=', 'holding.officerId'),
    )
    .innerJoin('post', (join) =>
      join.onRef('post.officeId', '=', 'holding.officeId').onRef('post.id', '=', 'holding.postId'),
    )
    .innerJoin('unit', (join) => join.onRef('unit.officeId', '=', 'post.officeId').onRef('unit.id', '=', 'post.unitId'))
    .where('holding.officeId', '=', officeId)
    // An administrator's slip was handed over at the first run, or is made by itself: a stack for all would void it unseen.
    .where('post.side', '=', 'business')
    .where('unit.id', 'in', [...units])
    .where('holding.confirmedBy', 'is not', null)
    .where('officer.disabledAt', 'is', null)
    .where((eb) => eb.or([eb('holding.untilDay', 'is', null), eb('holding.untilDay', '>=', today)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('password')
            .whereRef('password.officeId', '=', 'holding.officeId')
            .whereRef('password.officerId', '=', 'holding.officerId')
            .select('password.number'),
        ),
      ),
    )
    .select([
      'unit.id as unitId',
      'unit.name as unit',
      'officer.id as officerId',
      'officer.name',
      'post.title as post',
      'officer.loginName as account',
    ])
    .orderBy('unit.id')
    .orderBy('officer.position')
    .orderBy('holding.kind', 'desc')
    .orderBy('holding.id')
    .execute()

/** The slips, and the code of each by the place it stands in. */
export interface Slips {
  readonly answer: Omit<contract.SlipSheets, 'office'>
  readonly codes: readonly (readonly string[])[]
}

/**
 * Issues a code to everybody at work in these units who has no password yet, and makes their older codes void. A person with
 * posts in several of them gets one slip, in the first.
 */
export async function makeSlips(tx: Tx, keeper: Keeper, units: readonly string[], validDays: number): Promise<Slips> {
  const { officeId, officerId: issuedBy, now } = keeper
  const people = await awaited(tx, officeId, units, dayOf(now))
  const once = people.filter((one, at) => people.findIndex((other) => other.officerId === one.officerId) === at)
  const sheets: contract.SlipSheets['sheets'] = []
  const codes: string[][] = []
  for (const { unit, unitId, officerId, name, post, account } of once) {
    if (account === null) continue
    const isFirst = once.find((one) => one.unitId === unitId && one.account !== null)?.officerId === officerId
    if (isFirst) {
      sheets.push({ unit, slips: [] })
      codes.push([])
    }
    sheets.at(-1)?.slips.push({ name, post, account, code: null })
    codes.at(-1)?.push(await issueCode(tx, { officeId, officerId, issuedBy, now, validDays }))
  }
  const withoutAccount = once.filter(({ account }) => account === null).map(({ name }) => name)
  return { answer: { validUntil: addDays(dayOf(now), validDays), sheets, withoutAccount }, codes }
}
