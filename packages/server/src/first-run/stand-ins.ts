import { administrators } from '@guatu/core/office'
import { dayOf, type Instant } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'

/**
 * Ends what was held for trying things out: the stand-ins' posts, and those of administrators whom one person alone had
 * appointed. It ends with this day; a stand-in's account ends at once, and nobody stays signed in.
 */
export async function dismissStandIns(tx: Tx, officeId: string, now: Instant): Promise<void> {
  const today = dayOf(now)
  const standIns = tx
    .selectFrom('officer')
    .where('officeId', '=', officeId)
    .where((eb) => eb.or([eb('standIn', '=', true), eb('side', 'in', administrators)]))
    .select('id')
  await tx
    .updateTable('holding')
    .set({ untilDay: today })
    .where('officeId', '=', officeId)
    .where('officerId', 'in', standIns)
    .where((eb) => eb.or([eb('untilDay', 'is', null), eb('untilDay', '>', today)]))
    .execute()
  await tx
    .updateTable('officer')
    .set({ disabledAt: now })
    .where('officeId', '=', officeId)
    .where('id', 'in', standIns)
    .where('disabledAt', 'is', null)
    .execute()
  await tx.deleteFrom('session').where('officeId', '=', officeId).execute()
}
