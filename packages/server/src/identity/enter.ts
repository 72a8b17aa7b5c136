import type { IdentityProfile } from '@guatu/core/identity'
import { type Instant, instant } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'
import { type Office, todayOf } from '../platform/office.ts'
import { type Seat, seatsOf } from '../platform/seat.ts'
import { openSession, type SignedInBy, type Step } from '../platform/session.ts'
import type { Entered } from './desk.ts'
import { hasSecondFactor } from './second-factors.ts'

type Person = Pick<Seat, 'officeId' | 'officerId'>

/** Whether one of the person's posts asks for a second factor. */
export async function asksForFactor(tx: Tx, office: Office, { officerId }: Person, profile: IdentityProfile) {
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
  return (await asksForFactor(tx, office, person, profile)) ? ['enrolment'] : []
}

const day = 86_400_000

const sweep = (tx: Tx, { officeId, officerId }: Person, now: Instant, { session }: IdentityProfile) =>
  tx
    .deleteFrom('session')
    .where('officeId', '=', officeId)
    .where('officerId', '=', officerId)
    .where('startedAt', '<', instant(new Date(Date.parse(now) - session.keptDays.value * day).toISOString()))
    .execute()

/** Somebody who has proved who they are: where they sit down, by which way they came, and what they still have to do. */
export interface Arrival {
  readonly seat: Seat
  readonly signedInBy: Extract<SignedInBy, 'password' | 'oidc'>
  readonly device: string
  readonly awaits: readonly Step[]
  readonly factorElsewhere?: boolean
}

/** Lets a person in, as far as the steps that are still to be taken, and forgets their sessions of long ago. */
export async function enter(
  tx: Tx,
  { seat, signedInBy, device, awaits, factorElsewhere = false }: Arrival,
  now: Instant,
  profile: IdentityProfile,
): Promise<Entered> {
  await sweep(tx, seat, now, profile)
  const cookie = await openSession(tx, seat, now, { signedInBy, awaits, agent: device, factorElsewhere })
  return { cookie, next: awaits[0] ?? null }
}
