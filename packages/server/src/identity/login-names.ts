import { loginNameCharsMax, loginNameOf } from '@guatu/core/identity'
import type { Tx } from '../platform/db.ts'

const isTaken = async (tx: Tx, officeId: string, name: string): Promise<boolean> =>
  (await tx
    .selectFrom('officer')
    .where('officeId', '=', officeId)
    .where('loginName', '=', name)
    .select('id')
    .executeTakeFirst()) !== undefined

/**
 * The login name nearest to the wanted one that nobody in the office has: itself, or with the first free number behind
 * it (`王芳`, `王芳2`). It is not set aside; the unique key decides where two are given the same at once.
 */
export async function freeLoginName(tx: Tx, officeId: string, wanted: string): Promise<string> {
  const plain = loginNameOf(wanted) || 'user'
  for (let number = 1; ; number += 1) {
    const tail = number === 1 ? '' : String(number)
    const name = `${[...plain].slice(0, loginNameCharsMax - tail.length).join('')}${tail}`
    if (!(await isTaken(tx, officeId, name))) return name
  }
}
