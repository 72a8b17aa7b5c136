import { type Instant, instant } from '../shared/index.ts'
import type { IdentityProfile } from './profile.ts'

/** Failures in a row, as they are counted for an account or an address. */
export interface Failures {
  readonly failures: number
  readonly since: Instant
  readonly lastAt: Instant
}

/** How long an account waits after so many failures in a row, in seconds: nothing at first, then 1, 2, 4 … */
export function delaySeconds(failures: number, { signIn }: IdentityProfile): number {
  const over = failures - signIn.freeFailures.value
  // The exponent is bounded first: the doubling itself must not run away.
  return over < 0 ? 0 : Math.min(2 ** Math.min(over, 30), signIn.delaySecondsMax.value)
}

const secondsUntil = (end: number, now: Instant): number => Math.max(0, Math.ceil((end - Date.parse(now)) / 1000))

/** How many seconds an account still has to wait before a try is looked at; 0 where it is looked at now. */
export function accountWait(kept: Failures | null, now: Instant, profile: IdentityProfile): number {
  if (!kept || isForgotten(kept, now, profile)) return 0
  return secondsUntil(Date.parse(kept.lastAt) + delaySeconds(kept.failures, profile) * 1000, now)
}

/** How many seconds an address still has to wait; 0 where its tries are looked at. */
export function addressWait(kept: Failures | null, now: Instant, { signIn }: IdentityProfile): number {
  if (!kept || kept.failures < signIn.addressFailuresMax.value) return 0
  return secondsUntil(Date.parse(kept.since) + signIn.addressMinutes.value * 60_000, now)
}

const isForgotten = ({ lastAt }: Failures, now: Instant, { signIn }: IdentityProfile): boolean =>
  Date.parse(now) - Date.parse(lastAt) >= signIn.forgetHours.value * 3_600_000

/** The count of an account with one failure more. */
export const accountFailed = (kept: Failures | null, now: Instant, profile: IdentityProfile): Failures =>
  kept && !isForgotten(kept, now, profile)
    ? { ...kept, failures: kept.failures + 1, lastAt: now }
    : { failures: 1, since: now, lastAt: now }

/** The count of an address with one failure more, begun anew where its time is over. */
export const addressFailed = (kept: Failures | null, now: Instant, { signIn }: IdentityProfile): Failures =>
  kept && Date.parse(now) - Date.parse(kept.since) < signIn.addressMinutes.value * 60_000
    ? { ...kept, failures: kept.failures + 1, lastAt: now }
    : { failures: 1, since: now, lastAt: now }

/** The latest moment of which nothing need be known any more. */
export const forgottenBefore = (now: Instant, { signIn }: IdentityProfile): Instant =>
  instant(new Date(Date.parse(now) - signIn.forgetHours.value * 3_600_000).toISOString())
