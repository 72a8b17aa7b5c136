import type { IdentityProfile } from '@guatu/core/identity'
import { type Instant, instant } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'
import { type Office, todayOf } from '../platform/office.ts'
import { type Seat, seatsOf } from '../platform/seat.ts'
import { openSession, type Step } from '../platform/session.ts'
import type { Account } from './accounts.ts'
import type { Entered } from './desk.ts'
import { hasSecondFactor } from './second-factors.ts'

type Person = Pick<Account, 'officeId' | 'officerId'>

/** Whether one of the person's posts asks for a second factor. */
async function isPrivileged(tx: Tx, office: Office, { officerId }: Person, profile: IdentityProfile) {
  const seats = await seatsOf(tx, office.id, todayOf(office), { officerId })
  const asking: readonly string[] = profile.secondFactor.duties.value
  return seats.some(({ duties }) => duties.some((duty) => asking.includes(duty)))
}

/** The step by which somebody proves more than one factor: none where neither their posts ask for it nor they have one. */
export async function factorStep(
  tx: Tx,
  office: Office,
  person: Person,
  profile: IdentityProfile,
): Promise<readonly Step[]> {
  if (await hasSecondFactor(tx, person)) return ['secondFactor']
  return (await isPrivileged(tx, office, person, profile)) ? ['enrolment'] : []
}

const day = 86_400_000

const sweep = (tx: Tx, { officeId, officerId }: Account, now: Instant, { session }: IdentityProfile) =>
  tx
    .deleteFrom('session')
    .where('officeId', '=', officeId)
    .where('officerId', '=', officerId)
    .where('startedAt', '<', instant(new Date(Date.parse(now) - session.keptDays.value * day).toISOString()))
    .execute()

/** Lets a person in, as far as the steps that are still to be taken. */
export async function enter(
  tx: Tx,
  { account, seat, device, awaits }: { account: Account; seat: Seat; device: string; awaits: readonly Step[] },
  now: Instant,
  profile: IdentityProfile,
): Promise<Entered> {
  await sweep(tx, account, now, profile)
  const cookie = await openSession(tx, seat, now, { signedInBy: 'password', awaits, agent: device })
  return { cookie, next: awaits[0] ?? null }
}
